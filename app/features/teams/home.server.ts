import { confirmedAt, waitingInCandidacy } from '#app/features/elections/public.server.ts';
import { comingShifts } from '#app/features/events/public.server.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { countToPass } from './briefed.server.ts';
import { waitingInDiary } from './diary.server.ts';

/** What a member of a team finds in the morning: what stands before a shift, the shifts, and how much of the diary is late. */
export function getTeamHome(
  scope: Extract<Scope, { kind: 'member' }>,
  now: Date,
  may: { learn: boolean; confirm: boolean; readDiary: boolean; readEvents: boolean },
) {
  const { organisationId, userId } = scope;
  return withScope(scope, async (tx) => ({
    toPass: may.learn ? await countToPass(tx, userId) : 0,
    isConfirmed: !may.confirm || (await confirmedAt(tx, organisationId, userId)) !== undefined,
    shifts: may.readEvents ? await comingShifts(tx, userId, now) : [],
    late: may.readDiary ? await countLate(tx, now) : null,
  }));
}
export type TeamHome = Awaited<ReturnType<typeof getTeamHome>>;

/** Promises, answers and steps of the candidacy whose day is over. */
async function countLate(tx: Parameters<typeof waitingInDiary>[0], now: Date): Promise<number> {
  const diary = await waitingInDiary(tx, addDays(dayOf(now), -1));
  const steps = await waitingInCandidacy(tx, now);
  return diary.promises.length + diary.followUps.length + steps.filter(({ state }) => state === 'late').length;
}
