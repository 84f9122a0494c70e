import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { extendTerm } from '#app/features/authorities/commands/extend-term.server.ts';
import { listDeadlines } from '#app/features/authorities/deadlines.server.ts';
import { DeadlineList } from '#app/features/authorities/ui/deadline-list.tsx';
import { formErrors } from '#app/features/authorities/ui/form-errors.ts';
import { termForm } from '#app/features/authorities/watch-forms.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('deadlines.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'letter.read');
  return {
    slug: membership.slug,
    now: ctx.now,
    ...(await listDeadlines(scope, ctx.now)),
    clientId: can(actor, 'letter.write', { organisationId: membership.organisationId }) ? newId() : null,
    isDone: ctx.url.searchParams.get('done') === 'term',
  };
}

/** Which term counts for a campaign's delivery; a letter's stands on its own page. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'letter.write');
  const posted = await readForm(args.request, termForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { clientId, deliveryId, intent } = posted.value;
  const changed = await extendTerm(
    { actor, scope, now: ctx.now },
    { clientId, deliveryId, withStudy: intent === 'study' },
  );
  if (changed.ok) return seeOther(ctx, paths.orgDeadlines(membership.slug), { done: 'term' });
  if (changed.refusal.code === 'common.error.not-allowed') throw forbidden();
  return unprocessable(posted.reply(undefined, [changed.refusal.code]));
}

/** Answers that are late, that are due, and those of which no day can be said. */
export default function Deadlines() {
  const { clientId, due, isDone, now, overdue, slug, unknown } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.lastResult.error;
  const { say, t, to } = useWords();
  const about = { slug, now, clientId };
  const isEmpty = overdue.length + due.length + unknown.length === 0;
  return (
    <Stack>
      <ErrorSummary errors={formErrors(errors, say)} />
      <PageTitle lead={t('deadlines.lead')}>{t('deadlines.title')}</PageTitle>
      {isDone && (
        <Notice tone="success" live>
          {t('deadlines.done.term')}
        </Notice>
      )}
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
          <DeadlineList rows={overdue} {...about} />
        </Section>
      )}
      {due.length > 0 && (
        <Section title={t('deadlines.due', { count: due.length })} id="due">
          <DeadlineList rows={due} {...about} />
        </Section>
      )}
      {unknown.length > 0 && (
        <Section title={t('deadlines.unknown', { count: unknown.length })} id="unknown">
          <p className="meta">{t('deadlines.unknown.text')}</p>
          <DeadlineList rows={unknown} {...about} />
        </Section>
      )}
      {!isEmpty && <p className="meta">{t('deadlines.followups')}</p>}
    </Stack>
  );
}
