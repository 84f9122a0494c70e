import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { promiseForm } from '#app/features/teams/campaign-forms.ts';
import { keepPromise } from '#app/features/teams/commands/keep-promise.server.ts';
import { listPromises } from '#app/features/teams/diary.server.ts';
import { CampaignRooms } from '#app/features/teams/ui/campaign-rooms.tsx';
import { PromiseCard, PromiseForm } from '#app/features/teams/ui/promise-parts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { campaignRooms } from './team-rooms.server.ts';

export const meta = titled('teams.promises.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'team.read-diary');
  return {
    ...(await listPromises(at.scope, ctx.now)),
    slug: at.membership.slug,
    rooms: campaignRooms(at),
    today: dayOf(ctx.now),
    clientId: newId(),
    mayKeep: can(at.actor, 'team.keep-diary', { organisationId: at.membership.organisationId }),
    isSaved: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'team.keep-diary');
  const posted = await readForm(args.request, promiseForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepPromise({ actor, scope, now: ctx.now }, posted.value);
  if (kept.ok) return seeOther(ctx, paths.teamPromises(membership.slug), { done: 'saved' });
  const { code, field } = kept.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

/** What the candidate promised, to whom, and what became of it. */
export default function TeamPromises() {
  const { promises, team, slug, rooms, today, clientId, mayKeep, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult, 'promise');
  const { t } = useWords();
  return (
    <Stack gap="large">
      <CampaignRooms slug={slug} rooms={rooms} current="promises" />
      <PageTitle lead={t('teams.promises.lead')}>{t('teams.promises.title')}</PageTitle>
      {isSaved && !answer && (
        <Notice tone="success" live>
          {t('common.saved')}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      {mayKeep && (
        // What is there comes first: the form is folded away until it is wanted or came back.
        <details open={promises.length === 0 || Object.keys(back.errors).length > 0}>
          <summary className="font-bold">{t('teams.promise.new')}</summary>
          <PromiseForm back={back} team={team} today={today} clientId={clientId} />
        </details>
      )}
      {promises.length === 0 ? (
        <EmptyState title={t('teams.promises.none.title')} example={t('teams.promises.none.example')}>
          {t('teams.promises.none.text')}
        </EmptyState>
      ) : (
        promises.map((one) => <PromiseCard key={one.id} one={one} clientId={clientId} mayKeep={mayKeep} />)
      )}
    </Stack>
  );
}
