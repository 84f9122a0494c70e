/**
 * Terms of law as data: how many days, by which sources, how sure, and from when to when. The rules themselves belong to
 * the pillars; what is reckoned here is the same for all.
 */
import { addDays, type Day } from './days.ts';
import { addWorkingDays, type Calendar, type TableStatus } from './calendar.ts';

/** high: several or official sources · medium: one decent source · low: believed, never said to the public. */
export const CERTAINTIES = ['high', 'medium', 'low'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export type DatedRule<Key extends string = string> = Readonly<{
  key: Key;
  days: number;
  unit: 'working' | 'calendar';
  /** Article of the law, for people who want to look. */
  article: string;
  sources: readonly string[];
  certainty: Certainty;
  /** First and last day on which the rule holds; null is open. */
  validFrom: Day | null;
  validTo: Day | null;
}>;

/** The version of a rule that holds on a day; undefined when none does. The latest beginning wins. */
export function ruleOn<Rule extends DatedRule>(rules: readonly Rule[], key: Rule['key'], day: Day): Rule | undefined {
  return rules
    .filter((rule) => rule.key === key && holdsOn(rule, day))
    .toSorted((a, b) => (b.validFrom ?? '').localeCompare(a.validFrom ?? ''))[0];
}

/** Whether a span of days covers a day; both ends belong to it. */
export function holdsOn({ validFrom, validTo }: { validFrom: Day | null; validTo: Day | null }, day: Day): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

/** When something is due, and by which calendar; or the year for which no calendar is confirmed. */
export type Due =
  | Readonly<{ kind: 'due'; on: Day; calendar: TableStatus | 'not-needed' }>
  | Readonly<{ kind: 'no-calendar'; year: number }>;

/** The last day of a term that began on `from`: counting starts on the next day. Calendar days need no table. */
export function dueDate(rule: Pick<DatedRule, 'days' | 'unit'>, from: Day, calendar: Calendar): Due {
  if (rule.unit === 'calendar') return { kind: 'due', on: addDays(from, rule.days), calendar: 'not-needed' };
  const counted = addWorkingDays(from, rule.days, calendar);
  return counted.ok
    ? { kind: 'due', on: counted.on, calendar: counted.status }
    : { kind: 'no-calendar', year: counted.missingYear };
}

/** Overdue from the day after the last one. */
export function isOverdue(due: Due, today: Day): boolean {
  return due.kind === 'due' && due.on < today;
}
