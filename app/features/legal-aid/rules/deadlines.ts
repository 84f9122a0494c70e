/**
 * When a term of law ends, on the safe side: of several readings the earliest, and where the last day is a day off, the
 * working day before it. Says itself what it could not check, and refuses rather than guess a year's holidays.
 */
import { isWorkday, type Calendar, type TableStatus } from '#app/kernel/dated-rules/calendar.ts';
import { dueDate, holdsOn } from '#app/kernel/dated-rules/dated-rules.ts';
import { addDays, addMonths, isWeekday, yearOf, type Day } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { LEGAL_RULES, type LegalRule, type Reading, type TriggerEvent } from './legal-terms.ts';

/** What began the term: a day, or the moment where it is known (hours are counted from it). */
export type Trigger = Day | Date;

/** By what the days were looked up: a confirmed table, the demo's sample, weekends only, or nothing was needed (hours). */
export type Checked = TableStatus | 'weekends-only' | 'not-needed';

export type Deadline =
  | Readonly<{
      kind: 'due';
      /** The earliest safe date: act by the end of this day. */
      on: Day;
      /** The moment, where hours are counted. */
      at: Date | null;
      /** Where the count itself ended; later than `on` if that day is off. */
      counted: Day;
      /** The last day fell on a day off and the date was put before it. */
      movedBack: boolean;
      /** More than one reading: the earliest was taken. */
      earliestOf: number;
      checked: Checked;
    }>
  /** No table of holidays is confirmed for this year: no date. */
  | Readonly<{ kind: 'no-calendar'; year: number }>
  /** Nobody knows the number of days: no date. */
  | Readonly<{ kind: 'unknown' }>
  /** The rule did not hold on the day of the event. */
  | Readonly<{ kind: 'not-in-force' }>;

type End = { on: Day; at: Date | null; checked: Checked };

const HOUR_MS = 3_600_000;

/** The deadline that a rule gives an event. */
export function deadlineOf(rule: LegalRule, trigger: Trigger, calendar: Calendar): Deadline {
  const day = typeof trigger === 'string' ? trigger : dayOf(trigger);
  if (!holdsOn(rule, day)) return { kind: 'not-in-force' };
  if (rule.readings.length === 0) return { kind: 'unknown' };
  const ends: End[] = [];
  let missing: { year: number; notBefore: Day } | null = null;
  for (const reading of rule.readings) {
    const end = endOf(reading, trigger, day, calendar);
    if ('year' in end) missing = end;
    else ends.push(end);
  }
  const first = ends.toSorted((a, b) => a.on.localeCompare(b.on))[0];
  // A reading that could not be counted must not be the earlier one.
  if (!first || (missing && missing.notBefore < first.on)) return { kind: 'no-calendar', year: missing?.year ?? 0 };
  return safe(rule, first, calendar);
}

function endOf(
  { count, unit }: Reading,
  trigger: Trigger,
  day: Day,
  calendar: Calendar,
): End | { year: number; notBefore: Day } {
  if (unit === 'hour') {
    // Without the hour the term may have begun with the day.
    const from = typeof trigger === 'string' ? new Date(`${trigger}T00:00:00+04:00`) : trigger;
    const at = new Date(from.getTime() + count * HOUR_MS);
    return { on: dayOf(at), at, checked: 'not-needed' };
  }
  if (unit === 'month') return { on: addMonths(day, count), at: null, checked: 'not-needed' };
  const due = dueDate({ days: count, unit }, day, calendar);
  if (due.kind === 'no-calendar') return { year: due.year, notBefore: addDays(day, count) };
  return { on: due.on, at: null, checked: due.calendar };
}

/** A person's last day that is off is put back to a worked one; an authority's term stays as counted. */
function safe(rule: LegalRule, { on: counted, at, checked }: End, calendar: Calendar): Deadline {
  const due = { kind: 'due', at, counted, earliestOf: rule.readings.length } as const;
  if (rule.whose === 'authority' || at !== null) return { ...due, on: counted, movedBack: false, checked };
  let on = counted;
  let looked = checked;
  for (;;) {
    const worked = isWorkday(on, calendar);
    looked = weaker(
      looked,
      worked === undefined ? 'weekends-only' : (calendar.get(yearOf(on))?.status ?? 'weekends-only'),
    );
    if (worked ?? isWeekday(on)) return { ...due, on, movedBack: on !== counted, checked: looked };
    on = addDays(on, -1);
  }
}

const STRENGTH: readonly Checked[] = ['weekends-only', 'sample', 'confirmed', 'not-needed'];

function weaker(one: Checked, other: Checked): Checked {
  return STRENGTH.indexOf(one) < STRENGTH.indexOf(other) ? one : other;
}

/** What an applicant may see of it: nothing of rules that are not sure, and nothing without a date. */
export function deadlineForApplicant(rule: LegalRule, deadline: Deadline): Extract<Deadline, { kind: 'due' }> | null {
  return mayBeTold(rule) && deadline.kind === 'due' ? deadline : null;
}

/** Days from `today` until the last safe day; 0 on the day itself, negative after it. */
export function daysLeft(on: Day, today: Day): number {
  return Math.round((Date.parse(`${on}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / (24 * HOUR_MS));
}

/** The rules that an event of a day sets running. */
export function rulesFor(event: TriggerEvent, day: Day, rules: readonly LegalRule[] = LEGAL_RULES): LegalRule[] {
  return rules.filter((rule) => rule.event === event && holdsOn(rule, day));
}

export function legalRule(key: string): LegalRule | undefined {
  return LEGAL_RULES.find((rule) => rule.key === key);
}

/** Whether applicants and strangers may be told of it: a known number that somebody could look up, not mere belief. */
export function mayBeTold({
  certainty,
  sources,
  readings,
}: Pick<LegalRule, 'certainty' | 'sources' | 'readings'>): boolean {
  return certainty !== 'low' && sources.length > 0 && readings.length > 0;
}
