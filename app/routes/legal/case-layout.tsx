import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { factsOf } from '#app/features/legal-aid/case-facts.server.ts';
import { readRecords } from '#app/features/legal-aid/case-records.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { BandBadge, DaysLeft, FactsLine } from '#app/features/legal-aid/ui/case-facts.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { splitLocale } from '#app/kernel/locale.ts';
import { paths, type CaseRoom } from '#app/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { atCase } from './at-case.ts';

const ROOMS: readonly CaseRoom[] = [
  'notes',
  'dates',
  'documents',
  'identity',
  'conflicts',
  'time',
  'people',
  'outcome',
  'history',
];

const UNTITLED: readonly CaseRoom[] = ['dates', 'documents'];

/** The frame of a case: what is known without words, the title its lawyer gave, its rooms, and what to do next. */
export async function loader(args: LoaderFunctionArgs) {
  const { isHolder, keys, slug, subject, work } = await atCase(args);
  const { facts, title } = await withLegalScope(work.scope, async (tx) => {
    const [found] = await factsOf(tx, [subject], work.today);
    const summaries = await readRecords(tx, keys, subject.id, { kinds: ['summary'] });
    return { facts: found, title: summaries.at(-1)?.content?.['title'] };
  });
  if (!facts) throw new Error('A case without facts');
  return {
    slug,
    facts,
    isHolder,
    mayClaim: subject.state === 'new' && keys.has(subject.keyVersion),
    hasNewestKey: keys.has(subject.keyVersion),
    title: typeof title === 'string' ? title : null,
    today: work.today,
    clientId: newId(),
  };
}

export default function CaseLayout() {
  const { clientId, facts, hasNewestKey, mayClaim, slug, title, today } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  const { path } = splitLocale(useLocation().pathname);
  const number = t('legal-desk.case', { number: String(facts.number) });
  // Lists of several sections have no title of their own: there the case's is the page's.
  const Title = UNTITLED.some((name) => path.includes(`/${name}`)) ? 'h1' : 'p';
  const thread = paths.deskCase(slug, facts.id);
  const room = (name: CaseRoom) => paths.deskCaseRoom(slug, facts.id, name);
  return (
    <Stack>
      <Breadcrumb items={[{ label: t('legal.nav.queue'), href: to(paths.desk(slug)) }, { label: number }]} />
      <div className="page-title">
        <div className="page-title-text">
          <div className="page-title-badge">
            <BandBadge band={facts.band} />
          </div>
          <Title className="text-xl font-bold">{title ?? number}</Title>
          <p className="meta">
            {title && `${number} · `}
            <FactsLine facts={facts} today={today} />
          </p>
          <p>
            <DaysLeft left={facts.band.daysLeft} dueOn={facts.dueOn} />
            {' · '}
            {facts.claimedByName ?? t('legal-desk.nobody')}
          </p>
        </div>
        <div className="page-title-actions">
          {mayClaim && (
            <Form action={to(room('steps'))} clientId={clientId} scope="claim" inline>
              <Button name="intent" value="claim" icon="check">
                {t('legal-desk.claim')}
              </Button>
            </Form>
          )}
          <ButtonLink tone="secondary" icon="tasks" href={to(room('steps'))}>
            {t('legal-desk.steps.link')}
          </ButtonLink>
        </div>
      </div>
      {facts.hasConflict && (
        <Notice tone="danger" title={t('legal-desk.conflict.possible')}>
          <a href={to(room('conflicts'))}>{t('legal-desk.conflict.room')}</a>
        </Notice>
      )}
      {!hasNewestKey && <Notice tone="warning">{t('legal-desk.old-key')}</Notice>}
      <Tabs
        label={t('legal-desk.rooms')}
        items={[
          { label: t('legal-desk.room.thread'), href: to(thread), current: path === thread },
          ...ROOMS.map((name) => ({
            label: t(`legal-desk.room.${name}`),
            href: to(room(name)),
            current: path === room(name),
          })),
        ]}
      />
      <Outlet />
    </Stack>
  );
}
