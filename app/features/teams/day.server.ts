import { eq, isNull } from 'drizzle-orm';
import { briefingAnswers, briefings } from '#db/schema/index.ts';
import { electionDay, mayCampaign, waitingInCandidacy } from '#app/features/elections/public.server.ts';
import { shiftsShortOfPeople } from '#app/features/events/public.server.ts';
import { colleagues } from '#app/features/organisations/public.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { waitingInDiary } from './diary.server.ts';
import { isBriefedBy } from './rules/briefing.ts';
import { isPromiseLate } from './rules/meeting.ts';

/** How many days ahead the candidate sees what is coming. */
const AHEAD_DAYS = 2;

/** The candidate's day on one screen: what is late, who needs an answer, which shifts lack people, who is not briefed. */
export function getDay(scope: Extract<Scope, { kind: 'member' }>, now: Date) {
  return withScope(scope, async (tx) => {
    const today = dayOf(now);
    const diary = await waitingInDiary(tx, addDays(today, AHEAD_DAYS));
    const needed = await tx
      .select({ id: briefings.id, neededVersion: briefings.neededVersion })
      .from(briefings)
      .where(isNull(briefings.archivedAt));
    const passes = await tx
      .selectDistinct({
        userId: briefingAnswers.userId,
        briefingId: briefingAnswers.briefingId,
        version: briefingAnswers.version,
      })
      .from(briefingAnswers)
      .where(eq(briefingAnswers.isPassed, true));
    const team = await colleagues(tx, scope.organisationId);
    const unbriefed = team.filter(
      ({ id }) =>
        !isBriefedBy(
          needed,
          passes.filter(({ userId }) => userId === id),
        ),
    );
    return {
      today,
      election: await electionDay(tx),
      gate: await mayCampaign(tx, scope.organisationId, now),
      steps: await waitingInCandidacy(tx, now),
      promises: diary.promises.map((row) => ({ ...row, isLate: isPromiseLate(row, today) })),
      followUps: diary.followUps.map((row) => ({ ...row, isLate: (row.followUpOn ?? today) < today })),
      shifts: await shiftsShortOfPeople(tx, now),
      hasBriefing: needed.length > 0,
      unbriefed: needed.length > 0 ? unbriefed.map(({ name }) => name) : [],
    };
  });
}
