import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listDeadlines } from '#app/features/authorities/deadlines.server.ts';
import { DeadlineList } from '#app/features/authorities/ui/deadline-list.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('deadlines.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'letter.read');
  return { slug: membership.slug, now: ctx.now, ...(await listDeadlines(scope, ctx.now)) };
}

/** Answers that are late, that are due, and those of which no day can be said. */
export default function Deadlines() {
  const { due, now, overdue, slug, unknown } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  const isEmpty = overdue.length + due.length + unknown.length === 0;
  return (
    <Stack>
      <PageTitle lead={t('deadlines.lead')}>{t('deadlines.title')}</PageTitle>
      {isEmpty && (
        <EmptyState
          title={t('deadlines.empty.title')}
          action={<ButtonLink href={to(paths.orgLetters(slug))}>{t('authorities.letters.title')}</ButtonLink>}
        >
          {t('deadlines.empty.text')}
        </EmptyState>
      )}
      {overdue.length > 0 && (
        <Section title={t('deadlines.overdue', { count: overdue.length })} id="overdue">
          <DeadlineList rows={overdue} slug={slug} now={now} />
        </Section>
      )}
      {due.length > 0 && (
        <Section title={t('deadlines.due', { count: due.length })} id="due">
          <DeadlineList rows={due} slug={slug} now={now} />
        </Section>
      )}
      {unknown.length > 0 && (
        <Section title={t('deadlines.unknown', { count: unknown.length })} id="unknown">
          <p className="meta">{t('deadlines.unknown.text')}</p>
          <DeadlineList rows={unknown} slug={slug} now={now} />
        </Section>
      )}
      {!isEmpty && <p className="meta">{t('deadlines.followups')}</p>}
    </Stack>
  );
}
