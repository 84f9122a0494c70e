import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { standAtCase } from '#app/features/legal-aid/case-door.server.ts';
import { factsOf, shownNames } from '#app/features/legal-aid/case-facts.server.ts';
import { openCase } from '#app/features/legal-aid/commands/open-case.server.ts';
import { holdersOf } from '#app/features/legal-aid/case-people.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { openReasons } from '#app/features/legal-aid/rules/case-band.ts';
import { OPEN_REASONS } from '#app/features/legal-aid/rules/desk.ts';
import { BandBadge, DaysLeft, FactsLine } from '#app/features/legal-aid/ui/case-facts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { choice, clientId } from '#app/kernel/fields.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths, type CaseRoom } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal-desk.opening.title');

const form = z.object({ clientId, reason: choice(OPEN_REASONS) });
const ROOMS: readonly CaseRoom[] = [
  'steps',
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

/** The way on from here: the room that was asked for, or the thread. */
const onward = (slug: string, id: string, wanted: string | null): string => {
  const room = ROOMS.find((name) => name === wanted);
  return room ? paths.deskCaseRoom(slug, id, room) : paths.deskCase(slug, id);
};

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const found = await withLegalScope(work.scope, async (tx) => {
    const at = await standAtCase(tx, work, id);
    if (!at) return null;
    const [facts] = await factsOf(tx, [at.subject], work.today);
    const holders = at.keys.size > 0 ? [] : await holdersOf(tx, id);
    const names = await shownNames(tx, holders);
    return { at, facts, holders: holders.flatMap((holder) => names.get(holder) ?? []) };
  });
  if (!found?.facts) throw notFound();
  const { at, facts, holders } = found;
  const { isAssigned, isOpened, keys, subject } = at;
  if (isOpened && keys.size > 0) throw redirect(ctx.to(onward(slug, id, ctx.url.searchParams.get('room'))), 303);
  const { claimedBy, state } = subject;
  const { hasConflict } = facts;
  return {
    slug,
    facts,
    today: work.today,
    hasKey: keys.size > 0,
    holders,
    isLead: work.role === 'lead',
    reasons: openReasons({ claimedBy, hasConflict, isAssigned, role: work.role, staffId: work.staff.id, state }),
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, form);
  if (!posted.ok) return unprocessable(posted.reply());
  const opened = await openCase(work, { caseId: id, reason: posted.value.reason });
  if (opened.ok) return seeOther(ctx, onward(slug, id, ctx.url.searchParams.get('room')));
  const { code } = opened.refusal;
  if (code === 'legal-desk.error.no-case') throw notFound();
  return unprocessable(posted.reply({ reason: [code] }));
}

/** Why do you open this case? Asked before anything of it is shown, once a day. */
export default function Opening() {
  const { facts, hasKey, holders, isLead, reasons, slug, today, ...view } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.lastResult.error;
  const { say, t, to } = useWords();
  const [first] = reasons;
  return (
    <Stack>
      <ErrorSummary errors={{ reason: say(errors?.reason) }} />
      <Breadcrumb
        items={[
          { label: t('legal.nav.queue'), href: to(paths.desk(slug)) },
          { label: t('legal-desk.case', { number: String(facts.number) }) },
        ]}
      />
      <PageTitle badge={<BandBadge band={facts.band} />} meta={<FactsLine facts={facts} today={today} />}>
        {t('legal-desk.opening.of', { number: String(facts.number) })}
      </PageTitle>
      <p>
        <DaysLeft left={facts.band.daysLeft} dueOn={facts.dueOn} />
      </p>
      {facts.hasConflict && (
        <Notice tone="danger" title={t('legal-desk.conflict.possible')}>
          <p>{t(isLead ? 'legal-desk.conflict.possible.lead' : 'legal-desk.conflict.possible.text')}</p>
        </Notice>
      )}
      {hasKey ? (
        <Form clientId={view.clientId}>
          <RadioCards
            name="reason"
            label={t('legal-desk.opening.why')}
            hint={t('legal-desk.opening.hint')}
            error={say(errors?.reason)}
            options={reasons.map((value) => ({ value, label: t(`legal.open-reason.${value}`) }))}
            defaultValue={first}
            required
          />
          <ButtonRow>
            <Button icon="eye">{t('legal-desk.opening.do')}</Button>
            <ButtonLink tone="quiet" href={to(paths.desk(slug))}>
              {t('legal-desk.back')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      ) : (
        <Notice tone="warning" title={t('legal-desk.opening.no-key')}>
          <p>
            {facts.isFrozen
              ? t('legal-desk.opening.frozen')
              : holders.length > 0
                ? t('legal-desk.opening.ask', { names: holders.join(', ') })
                : t('legal-desk.opening.nobody')}
          </p>
        </Notice>
      )}
    </Stack>
  );
}
