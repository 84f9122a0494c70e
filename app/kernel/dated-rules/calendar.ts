/**
 * Which days are worked. A year's table names its public holidays and the weekend days worked in exchange; without a
 * table that the operator confirmed (or the demo's sample) nothing is said about a year at all.
 */
import { addDays, isWeekday, yearOf, type Day } from './days.ts';

/** `sample` is the demo's own table: whatever is reckoned by it says so. */
export type TableStatus = 'confirmed' | 'sample';

export type YearTable = Readonly<{
  year: number;
  status: TableStatus;
  /** Days off that would be worked otherwise. */
  holidays: ReadonlySet<Day>;
  /** Weekend days that are worked in exchange. */
  workdays: ReadonlySet<Day>;
}>;

export type Calendar = ReadonlyMap<number, YearTable>;

export type HolidayRow = Readonly<{ on: Day; isWorkday: boolean }>;

export function calendarOf(
  tables: readonly Readonly<{ year: number; status: TableStatus; days: readonly HolidayRow[] }>[],
): Calendar {
  return new Map(
    tables.map(({ year, status, days }) => [
      year,
      {
        year,
        status,
        holidays: new Set(days.filter((day) => !day.isWorkday).map((day) => day.on)),
        workdays: new Set(days.filter((day) => day.isWorkday).map((day) => day.on)),
      },
    ]),
  );
}

/** A day that was counted to, or the year whose table is missing. */
export type Counted = { ok: true; on: Day; status: TableStatus } | { ok: false; missingYear: number };

/** Whether a day is worked; undefined for a year without a table. */
export function isWorkday(day: Day, calendar: Calendar): boolean | undefined {
  const table = calendar.get(yearOf(day));
  if (!table) return undefined;
  return table.workdays.has(day) || (isWeekday(day) && !table.holidays.has(day));
}

/** The `count`-th working day after `from`; the day itself is not counted. `sample` if any day was looked up in a sample. */
export function addWorkingDays(from: Day, count: number, calendar: Calendar): Counted {
  let status: TableStatus = 'confirmed';
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    const worked = isWorkday(day, calendar);
    if (worked === undefined) return { ok: false, missingYear: yearOf(day) };
    if (calendar.get(yearOf(day))?.status === 'sample') status = 'sample';
    if (worked) left -= 1;
  }
  return { ok: true, on: day, status };
}

/** Working days after `from` until `to`, the last one included; null where a year's table is missing. */
export function countWorkingDays(from: Day, to: Day, calendar: Calendar): number | null {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const worked = isWorkday(day, calendar);
    if (worked === undefined) return null;
    if (worked) count += 1;
  }
  return count;
}
