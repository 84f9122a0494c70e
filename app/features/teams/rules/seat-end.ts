import { noonOf } from '#app/kernel/dates.ts';

/** The end of a day in Baku, as a membership's end: whoever is in until the 5th is in on the 5th. */
export const endOfDay = (day: string): Date => new Date(noonOf(day).getTime() + 12 * 3_600_000 - 1);
