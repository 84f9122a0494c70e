/**
 * A year's table as people copy it from a decision: one day a line, `20.03.2027 Novruz bayramı` or `2027-03-20 Novruz`;
 * a `+` before the day is a weekend day that is worked in exchange.
 */
import { isDay, isWeekday, yearOf, type Day } from '#app/kernel/dated-rules/days.ts';

export type HolidayEntry = Readonly<{ on: Day; name: string; isWorkday: boolean }>;
export type ParsedList =
  | Readonly<{ ok: true; days: HolidayEntry[] }>
  /** The number of the first line that is no day of that year. */
  | Readonly<{ ok: false; line: number }>;

export const MAX_HOLIDAYS = 80;
const LINE = /^(\+)?\s*(?:(\d{4}-\d{2}-\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))[\s;,:–-]*(.*)$/u;

/** A day that stands twice keeps its last line. Empty lines are passed over. */
export function parseHolidayList(text: string, year: number): ParsedList {
  const days = new Map<Day, HolidayEntry>();
  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue;
    const entry = parseLine(line.trim());
    if (!entry || yearOf(entry.on) !== year || days.size >= MAX_HOLIDAYS) return { ok: false, line: at + 1 };
    days.set(entry.on, entry);
  }
  return { ok: true, days: [...days.values()].toSorted((a, b) => a.on.localeCompare(b.on)) };
}

function parseLine(line: string): HolidayEntry | undefined {
  const found = LINE.exec(line);
  if (!found) return undefined;
  const [, plus, iso, day, month, year, name = ''] = found;
  const on = iso ?? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const isWorkday = plus !== undefined;
  if (!isDay(on) || name.length > 120 || (isWorkday && isWeekday(on))) return undefined;
  return { on, name: name.trim(), isWorkday };
}
