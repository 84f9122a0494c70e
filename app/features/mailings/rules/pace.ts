import { TIME_ZONE } from '#app/kernel/dates.ts';

/** Hours of the country. */
export type Night = { from: number; until: number };
/** Nobody's telephone rings at night: from nine in the evening to nine in the morning nothing leaves, unless the operator names other hours. */
const QUIET: Night = { from: 21, until: 9 };

/** Of all organisations of this server together, an address gets so many mailings in so many days; the next one waits, and nobody is told why. */
export const CAP = { letters: 3, days: 7 } as const;

/** How long after a message is over it is known who got it; the page behind its link says it. */
export const FORGET_MONTHS = 12;

/** After a refusal that may pass, in minutes; then it has failed. */
const RETRIES = [10, 60, 240, 720] as const;

/** A row taken and not marked after so long was interrupted: whether it left nobody knows. */
export const UNKNOWN_AFTER_MS = 10 * 60_000;

const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', hourCycle: 'h23' });

export function isQuiet(at: Date, { from, until }: Night = QUIET): boolean {
  const hour = Number(hourOf.format(at));
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}

/** The moment itself, or the end of the night it falls into. */
export function afterQuiet(at: Date, night: Night = QUIET): Date {
  const step = 15 * 60_000;
  let moment = at;
  // Quarters of an hour, because the night ends on one.
  while (isQuiet(moment, night)) moment = new Date((Math.floor(moment.getTime() / step) + 1) * step);
  return moment;
}

/** When to try again after the attempt of this number (from 1); null when there were enough. */
export function retryAt(attempts: number, now: Date): Date | null {
  const minutes = RETRIES[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
