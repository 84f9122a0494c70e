import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { endFeed, makeFeed, ownDates } from '#app/features/legal-aid/feed.server.ts';
import { daysLeft } from '#app/features/legal-aid/rules/deadlines.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { choice, clientId } from '#app/kernel/fields.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal-case.feed.page');

const feedForm = z.object({ clientId, intent: choice(['make', 'end']) });

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const isEnded = ctx.url.searchParams.get('done') === 'ended';
  return { ...(await ownDates(work)), slug, today: work.today, clientId: newId(), isEnded };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const posted = await readForm(args.request, feedForm);
  if (!posted.ok) return unprocessable(posted.reply());
  if (posted.value.intent === 'end') {
    await endFeed(work);
    return seeOther(ctx, paths.deskDates(slug), { done: 'ended' });
  }
  // Shown in this answer only; sent twice, the second address is the one that works and is seen.
  const address = new URL(ctx.to(paths.deskFeed(await makeFeed(work))), ctx.url.origin).href;
  return data({ address }, { status: 201, headers: { 'Cache-Control': 'no-store' } });
}

/** The lawyer's own dates over all cases, and the address of their calendar feed. */
export default function Dates() {
  const { clientId: formId, dates, hasFeed, isEnded, slug, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const address = answer && 'address' in answer ? answer.address : null;
  const { t, to, locale } = useWords();
  return (
    <div className="stack stack-large">
      <PageTitle lead={t('legal-case.feed.lead')}>{t('legal-case.feed.page')}</PageTitle>
      {dates.length === 0 ? (
        <EmptyState title={t('legal-case.feed.none.title')}>{t('legal-case.feed.none.text')}</EmptyState>
      ) : (
        <CardList label={t('legal-case.feed.page')}>
          {dates.map(({ caseId, dueOn, id, number, title }) => {
            const left = daysLeft(dueOn, today);
            return (
              <CardLink
                key={id}
                href={to(paths.deskCaseRoom(slug, caseId, 'dates'))}
                title={title ?? t('legal-case.deadlines.sealed')}
                badge={
                  <StateBadge tone={left <= 3 ? 'late' : left <= 10 ? 'waiting' : 'open'}>
                    {left < 0
                      ? t('legal-case.deadlines.late', { count: -left })
                      : left === 0
                        ? t('legal-case.deadlines.today')
                        : t('legal-case.deadlines.left', { count: left })}
                  </StateBadge>
                }
                meta={`${formatDay(noonOf(dueOn), locale)} · № ${String(number)}`}
              />
            );
          })}
        </CardList>
      )}
      <Section title={t('legal-case.feed.heading')} id="feed">
        <p>{t('legal-case.feed.what')}</p>
        {isEnded && (
          <Notice tone="success" live>
            {t('legal-case.feed.ended')}
          </Notice>
        )}
        {address && (
          <Notice tone="success" live title={t('legal-case.feed.made')}>
            <p className="break-all">
              <code>{address}</code>
            </p>
            <p>{t('legal-case.feed.once')}</p>
          </Notice>
        )}
        <Form clientId={formId}>
          <ButtonRow row>
            <Button tone="secondary" name="intent" value="make">
              {t(hasFeed ? 'legal-case.feed.again' : 'legal-case.feed.make')}
            </Button>
            {hasFeed && (
              <Button tone="quiet" name="intent" value="end">
                {t('legal-case.feed.end')}
              </Button>
            )}
          </ButtonRow>
        </Form>
      </Section>
    </div>
  );
}
