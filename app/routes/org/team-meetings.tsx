import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { meetingForm } from '#app/features/teams/campaign-forms.ts';
import { keepMeeting } from '#app/features/teams/commands/keep-meeting.server.ts';
import { listMeetings } from '#app/features/teams/diary.server.ts';
import { CampaignRooms } from '#app/features/teams/ui/campaign-rooms.tsx';
import { MeetingCard, MeetingForm } from '#app/features/teams/ui/meeting-parts.tsx';
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

export const meta = titled('teams.meetings.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'team.read-diary');
  return {
    ...(await listMeetings(at.scope, ctx.now)),
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
  const posted = await readForm(args.request, meetingForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepMeeting({ actor, scope, now: ctx.now }, posted.value);
  if (kept.ok) return seeOther(ctx, paths.teamMeetings(membership.slug), { done: 'saved' });
  const { code, field } = kept.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

/** Whom the candidate met: media, NGOs, authorities, precincts, yards. */
export default function TeamMeetings() {
  const { meetings, team, slug, rooms, today, clientId, mayKeep, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult, 'meeting');
  const { t } = useWords();
  return (
    <Stack gap="large">
      <CampaignRooms slug={slug} rooms={rooms} current="meetings" />
      <PageTitle lead={t('teams.meetings.lead')}>{t('teams.meetings.title')}</PageTitle>
      {isSaved && !answer && (
        <Notice tone="success" live>
          {t('common.saved')}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      {mayKeep && (
        // What is there comes first: the form is folded away until it is wanted or came back.
        <details open={meetings.length === 0 || Object.keys(back.errors).length > 0}>
          <summary className="font-bold">{t('teams.meeting.new')}</summary>
          <MeetingForm back={back} team={team} today={today} clientId={clientId} />
        </details>
      )}
      {meetings.length === 0 ? (
        <EmptyState title={t('teams.meetings.none.title')} example={t('teams.meetings.none.example')}>
          {t('teams.meetings.none.text')}
        </EmptyState>
      ) : (
        meetings.map((meeting) => (
          <MeetingCard key={meeting.id} meeting={meeting} clientId={clientId} mayKeep={mayKeep} />
        ))
      )}
    </Stack>
  );
}
