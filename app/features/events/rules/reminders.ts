import { dayOf } from '#app/kernel/dates.ts';

/** By hand nobody is reminded twice within half a day. */
export const HAND_REMINDER_MS = 12 * 3_600_000;

/** Which reminder a shift is near enough for: `day` on the day before, `hour` on the day itself until it begins, by the country's calendar. */
export function reminderNow(startsAt: Date, now: Date): 'day' | 'hour' | null {
  if (startsAt <= now) return null;
  if (dayOf(startsAt) === dayOf(now)) return 'hour';
  return dayOf(startsAt) === dayOf(new Date(now.getTime() + 86_400_000)) ? 'day' : null;
}
