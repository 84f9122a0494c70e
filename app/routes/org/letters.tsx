import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { draftLetter } from '#app/features/authorities/commands/draft-letter.server.ts';
import { draftForm } from '#app/features/authorities/forms.ts';
import { listLetters } from '#app/features/authorities/queries.server.ts';
import { LETTER_STATES, type LetterState } from '#app/features/authorities/rules/letter.ts';
import { LetterTable } from '#app/features/authorities/ui/letter-table.tsx';
import { WaitingIssues } from '#app/features/authorities/ui/waiting-issues.tsx';
import { formErrors } from '#app/features/authorities/ui/form-errors.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { Tabs } from '#app/ui/tabs.tsx';

export const meta = titled('authorities.letters.title');

const isState = (value: string | null): value is LetterState =>
  (LETTER_STATES as readonly (string | null)[]).includes(value);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'letter.read');
  const asked = ctx.url.searchParams.get('state');
  const here = { organisationId: membership.organisationId };
  const list = await listLetters(scope);
  // What is ready is the next thing to do, when nothing is left to finish.
  const state = isState(asked) ? asked : list.counts.draft === 0 && list.counts.ready > 0 ? 'ready' : 'draft';
  return {
    ...list,
    now: ctx.now,
    rows: list.rows.filter((row) => row.state === state),
    state,
    waiting: list.waiting.map((issue) => ({ ...issue, clientId: newId() })),
    may: {
      write: can(actor, 'letter.write', here),
      route: can(actor, 'routing.correct', here),
      settle: can(actor, 'organisation.edit', here),
    },
  };
}

/** The form that a report's page and this one send: write a letter about this report. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'letter.write');
  const posted = await readForm(args.request, draftForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const drafted = await draftLetter({ scope, now: ctx.now }, posted.value);
  if (!drafted.ok) return unprocessable(posted.reply(undefined, [drafted.refusal.code]));
  return seeOther(ctx, paths.orgLetter(membership.slug, drafted.value.letterId), { done: 'drafted' });
}

export default function Letters() {
  const { counts, isRegistered, may, missing, now, rows, state, waiting } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.lastResult.error;
  const { org = '' } = useParams();
  const { say, t, to } = useWords();
  const shown = LETTER_STATES.filter((one) => one !== 'cancelled' || counts.cancelled > 0 || state === 'cancelled');
  const hrefOf = (one: LetterState) => to(`${paths.orgLetters(org)}?state=${one}`);
  return (
    <Stack>
      <ErrorSummary errors={formErrors(errors, say)} />
      <PageTitle
        lead={t('authorities.letters.lead')}
        actions={
          <ButtonRow>
            <ButtonLink tone="quiet" href={to(paths.orgRouting(org))}>
              {t('authorities.letters.routing')}
            </ButtonLink>
            {!isRegistered && (
              <ButtonLink tone="quiet" href={to(paths.orgSignatory(org))}>
                {t('authorities.letters.signing')}
              </ButtonLink>
            )}
          </ButtonRow>
        }
      >
        {t('authorities.letters.title')}
      </PageTitle>
      {missing === 'signatory' && (
        <Notice
          tone="warning"
          title={t('authorities.letters.nobody-signs.title')}
          actions={<a href={to(paths.orgSignatory(org))}>{t('authorities.letters.signing')}</a>}
        >
          {t('authorities.letters.nobody-signs.text')}
        </Notice>
      )}
      {missing === 'legal' && (
        <Notice
          tone="warning"
          title={t('authorities.letters.legal-missing.title')}
          actions={
            may.settle ? (
              <a href={to(paths.orgSettings(org))}>{t('authorities.letters.legal-missing.fix')}</a>
            ) : undefined
          }
        >
          {t('authorities.letters.legal-missing.text')}
        </Notice>
      )}
      <Tabs
        label={t('authorities.letters.tabs')}
        items={shown.map((one) => ({
          label: t(`authorities.state.${one}`),
          href: hrefOf(one),
          current: one === state,
          count: counts[one],
        }))}
      />
      <LetterTable rows={rows} state={state} slug={org} now={now} />
      {(state === 'draft' || state === 'ready') && may.write && <WaitingIssues issues={waiting} slug={org} />}
    </Stack>
  );
}
