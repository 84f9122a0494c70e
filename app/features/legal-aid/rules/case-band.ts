import type { Day } from '#app/kernel/dated-rules/days.ts';
import { AMBER_WITHIN_DAYS, bandOf, RED_WITHIN_DAYS } from './bands.ts';
import { daysLeft } from './deadlines.ts';
import { BANDS, OPEN_REASONS, type Band, type OpenReason, type StaffRole } from './desk.ts';
import { OPEN_STATES, type CaseState } from './lifecycle.ts';

/** What stands in clear of a case's haste. */
export type Haste = { bandFloor: Band; bandOverride: Band | null; dueOn: Day | null };
/** The band that holds today, where it comes from, and the days until the next date (negative: overdue). */
export type BandNow = { band: Band; because: 'person' | 'date' | 'flags'; daysLeft: number | null };

/** The higher of what was ticked and what is due; a person's word goes before both. `flags` are known as a floor only. */
export function bandNow({ bandFloor, bandOverride, dueOn }: Haste, today: Day): BandNow {
  const left = dueOn === null ? null : daysLeft(dueOn, today);
  if (bandOverride !== null) return { band: bandOverride, because: 'person', daysLeft: left };
  const byDate = bandOf({ flags: [], dueOn: dueOn === null ? [] : [dueOn], today }).band;
  const isDate = BANDS.indexOf(byDate) < BANDS.indexOf(bandFloor);
  return { band: isDate ? byDate : bandFloor, because: isDate ? 'date' : 'flags', daysLeft: left };
}

/** The days that `bandNow` compares with; the queue's statement asks the same in SQL. */
export const BAND_DAYS = { red: RED_WITHIN_DAYS, amber: AMBER_WITHIN_DAYS } as const;

/** For which reasons somebody may open a case; the first is the likeliest. A possible conflict leaves the emergency. */
export function openReasons({
  claimedBy,
  hasConflict,
  isAssigned,
  role,
  staffId,
  state,
}: {
  claimedBy: string | null;
  hasConflict: boolean;
  /** Second lawyer or cover. */
  isAssigned: boolean;
  role: StaffRole;
  staffId: string;
  state: CaseState;
}): readonly OpenReason[] {
  if (role === 'custodian') return [];
  const isMine = claimedBy === staffId || isAssigned;
  const may: Record<OpenReason, boolean> = {
    triage: state === 'new',
    assigned: isMine,
    cover: !isMine && state !== 'new' && (OPEN_STATES as readonly CaseState[]).includes(state),
    supervision: role === 'lead',
    emergency: true,
  };
  return OPEN_REASONS.filter((reason) => may[reason] && (!hasConflict || role === 'lead' || reason === 'emergency'));
}
