import type { Locale } from './locale.ts';

/** Everything is shown in the country's time; it has no daylight saving (UTC+4). */
export const TIME_ZONE = 'Asia/Baku';

const day = (locale: Locale, withYear: boolean) =>
  new Intl.DateTimeFormat(locale, {
    timeZone: TIME_ZONE,
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
  });
const hour = new Intl.DateTimeFormat('az', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const DAYS = {
  az: { full: day('az', true), short: day('az', false) },
  en: { full: day('en', true), short: day('en', false) },
  ru: { full: day('ru', true), short: day('ru', false) },
};
/** Date and time are joined by hand: ICU's own pattern for az prints "29 yanvar 2025/19:05". */
const AT: Record<Locale, string> = { az: ', saat\u00a0', en: ', ', ru: ', ' };

/** A day stays on one line with its month, and "2025 г." too; a line may end before the year. */
function joined(day: string): string {
  return day.replace(/(?<=\d) (?=\p{L})|(?<=\p{L}) (?=\d{1,2}(?!\d))/gu, '\u00a0');
}

const HOUR_MS = 3_600_000;
const MAX_WRITTEN = 5_000;
const written = new Map<string, string>();

/** A day as written before: within one hour it is the same day, and a list says the same few days over and over. */
function write(date: Date, locale: Locale, form: 'full' | 'short'): string {
  const name = `${locale}${form}${Math.floor(date.getTime() / HOUR_MS)}`;
  let text = written.get(name);
  if (text === undefined) {
    text = joined(DAYS[locale][form].format(date));
    if (written.size >= MAX_WRITTEN) written.clear();
    written.set(name, text);
  }
  return text;
}

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE });

/** The day in the country, `YYYY-MM-DD`. */
export function dayOf(at: Date): string {
  return isoDay.format(at);
}

/** Noon of a day (`YYYY-MM-DD`) in the country, to be shown or compared: a day without an hour. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+04:00`);
}

/** "29 yanvar 2025". */
export function formatDay(date: Date, locale: Locale): string {
  return write(date, locale, 'full');
}

/** "29 yanvar" in the year of `now`, with the year otherwise. */
export function formatDayNear(date: Date, now: Date, locale: Locale): string {
  const sameYear = date.getUTCFullYear() === now.getUTCFullYear();
  return sameYear ? write(date, locale, 'short') : formatDay(date, locale);
}

/** "29 yanvar 2025, saat 19:05". */
export function formatMoment(date: Date, locale: Locale): string {
  return `${formatDay(date, locale)}${AT[locale]}${hour.format(date)}`;
}

const WEEKDAYS = {
  az: new Intl.DateTimeFormat('az', { timeZone: TIME_ZONE, weekday: 'long' }),
  en: new Intl.DateTimeFormat('en', { timeZone: TIME_ZONE, weekday: 'long' }),
  ru: new Intl.DateTimeFormat('ru', { timeZone: TIME_ZONE, weekday: 'long' }),
};

/** "29 yanvar 2025, çərşənbə": a day one has to keep free is known by its weekday. */
export function formatWeekday(date: Date, locale: Locale): string {
  return `${formatDay(date, locale)}, ${WEEKDAYS[locale].format(date)}`;
}

/** "29 yanvar 2025, çərşənbə, saat 18:00–20:00"; over midnight the second day is named too. */
export function formatSpan(from: Date, until: Date, locale: Locale): string {
  const start = `${formatWeekday(from, locale)}${AT[locale]}${hour.format(from)}`;
  if (dayOf(from) === dayOf(until)) return `${start}–${hour.format(until)}`;
  return `${start} – ${formatMoment(until, locale)}`;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long something has been waiting, in the largest whole unit: "3 saat", "1 gün". Plain number + unit; the caller adds words around it. */
export function waitingFor(since: Date, now: Date): { unit: 'day' | 'hour' | 'minute'; count: number } {
  const elapsed = Math.max(0, now.getTime() - since.getTime());
  for (const [unit, size] of UNITS) if (elapsed >= size) return { unit, count: Math.floor(elapsed / size) };
  return { unit: 'minute', count: 0 };
}

/** So many months earlier, at the same hour: where terms of keeping end. */
export function monthsBefore(now: Date, months: number): Date {
  const at = new Date(now);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at;
}
