import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { GateNotice } from '#app/features/elections/ui/gate-notice.tsx';
import { getDay } from '#app/features/teams/day.server.ts';
import { CampaignRooms } from '#app/features/teams/ui/campaign-rooms.tsx';
import { DayList, type DayLine } from '#app/features/teams/ui/day-parts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, formatMoment, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { campaignRooms } from './team-rooms.server.ts';

export const meta = titled('teams.day.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'team.read-diary');
  return {
    ...(await getDay(at.scope, ctx.now)),
    slug: at.membership.slug,
    rooms: campaignRooms(at),
    mayBrief: can(at.actor, 'team.brief', { organisationId: at.membership.organisationId }),
  };
}

/** The candidate's day on one screen: what is late first, then what is due today or in the next two days. */
export default function TeamDay() {
  const day = useLoaderData<typeof loader>();
  const { slug } = day;
  const { t, to, locale } = useWords();
  const on = (value: string | null) => (value === null ? '' : formatDay(noonOf(value), locale));
  const meta = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ');
  const promises: DayLine[] = day.promises.map((one) => ({
    key: one.id,
    href: to(paths.teamPromises(slug)),
    text: one.text,
    meta: meta(one.toWhom, on(one.dueOn), one.owner),
    isLate: one.isLate,
  }));
  const followUps: DayLine[] = day.followUps.map((one) => ({
    key: one.id,
    href: to(paths.teamMeetings(slug)),
    text: one.followUp,
    meta: meta(one.partner, on(one.followUpOn), one.owner),
    isLate: one.isLate,
  }));
  const steps: DayLine[] = day.steps.map(({ key, by, state }) => ({
    key,
    href: to(`${paths.teamCandidacy(slug)}#step-${key}`),
    text: t(`elections.task.${key}`),
    meta: t('elections.task.by', { day: on(by) }),
    isLate: state === 'late',
  }));
  const shifts: DayLine[] = day.shifts.map((shift) => ({
    key: shift.shiftId,
    href: to(paths.orgEventShifts(slug, shift.eventId)),
    text: meta(shift.title, shift.shiftTitle),
    meta: meta(
      formatMoment(new Date(shift.startsAt), locale),
      t('teams.day.places', { taken: String(shift.taken), all: String(shift.capacity) }),
    ),
    isLate: false,
  }));
  const isQuiet = [promises, followUps, steps, shifts].every((lines) => lines.length === 0);
  return (
    <Stack gap="large">
      <CampaignRooms slug={slug} rooms={day.rooms} current="day" />
      <PageTitle
        lead={day.election === null ? t('elections.day.none') : t('elections.day.is', { day: on(day.election) })}
      >
        {t('teams.day.of', { day: on(day.today) })}
      </PageTitle>
      <GateNotice gate={day.gate} />
      {isQuiet && <Notice tone="success">{t('teams.day.quiet')}</Notice>}
      <DayList id="answers" title={t('teams.day.answers')} lines={followUps} />
      <DayList id="promises" title={t('teams.day.promises')} lines={promises} />
      <DayList id="shifts" title={t('teams.day.shifts')} lines={shifts} />
      <DayList id="steps" title={t('teams.day.steps')} lines={steps} />
      {!day.hasBriefing && day.mayBrief && (
        <Notice tone="info">
          {t('teams.day.no-briefing')} <a href={to(paths.teamNewBriefing(slug))}>{t('teams.briefing.new')}</a>
        </Notice>
      )}
      {day.unbriefed.length > 0 && (
        <Notice tone="info" title={t('teams.day.unbriefed')}>
          <p>{day.unbriefed.join(', ')}</p>
        </Notice>
      )}
    </Stack>
  );
}
