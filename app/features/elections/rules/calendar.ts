/**
 * The municipal election's calendar as dated data: whole days from voting day (E), each with article, sources and
 * certainty. No date is written here: voting day is one setting of the operator's, and everything is counted from it.
 */
import { dueDate, ruleOn, type DatedRule } from '#app/kernel/dated-rules/dated-rules.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';

export const STEP_KEYS = [
  'call',
  'nomination',
  'documents-from',
  'documents-until',
  'poster-boards',
  'campaign-start',
  'observers-until',
  'campaign-end',
  'voting',
  'constituency-protocol',
  'commission-check',
  'results',
] as const;
export type StepKey = (typeof STEP_KEYS)[number];

/** `days` from voting day, negative before it. `time` is the hour in Baku, where the law names one. */
export type CalendarRule = DatedRule<StepKey> & Readonly<{ time: string | null }>;

const step = (
  key: StepKey,
  days: number,
  article: string,
  sources: readonly string[],
  { time = null, certainty = 'high' }: Partial<Pick<CalendarRule, 'time' | 'certainty'>> = {},
): CalendarRule => ({ key, days, unit: 'calendar', article, sources, certainty, time, validFrom: null, validTo: null });

export const CALENDAR_RULES: readonly CalendarRule[] = [
  step('call', -60, '213', ['azfakt.com, 27.11.2024']),
  step('nomination', -60, '214', ['milli.az, 28.11.2024']),
  step('documents-from', -50, '216', ['metbuat.az, 11.2019', 'metbuat.az, 12.2024']),
  step('documents-until', -30, '216', ['metbuat.az, 11.2019', 'metbuat.az, 12.2024'], { time: '18:00' }),
  step('poster-boards', -30, '87.6', ['rights.az']),
  step('campaign-start', -23, '75', ['metbuat.az, 2019', 'report.az, 01.2025'], { time: '00:00' }),
  step('observers-until', -10, '40, 42', ['msk.gov.az, 30/118 (2006)']),
  step('campaign-end', -1, '75', ['report.az, 01.2025'], { time: '08:00' }),
  step('voting', 0, '211', ['menafn.com, 29.01.2025'], { time: '08:00' }),
  step('constituency-protocol', 2, '', ['report.az, 2025']),
  step('commission-check', 20, '', ['report.az, 2025']),
  step('results', 25, '', ['report.az, 2025']),
];

/** One step of one election: its rule and the day on which it falls. */
export type CalendarStep = CalendarRule & Readonly<{ on: Day }>;

/** Every step of the election held on `votingDay`, by the rules that hold on that day, in the order in which they come. */
export function calendarFor(votingDay: Day, rules: readonly CalendarRule[] = CALENDAR_RULES): CalendarStep[] {
  return STEP_KEYS.flatMap((key) => {
    const rule = ruleOn(rules, key, votingDay);
    const due = rule && dueDate(rule, votingDay, new Map());
    return rule && due?.kind === 'due' ? [{ ...rule, on: due.on }] : [];
  }).toSorted((a, b) => a.on.localeCompare(b.on));
}

/** What another voting day moves: each step with its old and its new day. */
export function movesBetween(from: Day | null, to: Day): { key: StepKey; from: Day | null; to: Day }[] {
  const before = new Map(from === null ? [] : calendarFor(from).map((one) => [one.key, one.on]));
  return calendarFor(to).map(({ key, on }) => ({ key, from: before.get(key) ?? null, to: on }));
}

/** A day and an hour in Baku (UTC+4 all the year round). */
export function momentAt(on: Day, time: string): Date {
  return new Date(`${on}T${time}:00+04:00`);
}

/** When campaigning for votes is lawful: from 00:00 of E-23 until 24 hours before voting begins, 08:00 of E-1. */
export function campaignWindow(votingDay: Day): { from: Date; until: Date } {
  const at = (key: StepKey) => {
    const found = calendarFor(votingDay).find((one) => one.key === key);
    if (!found) throw new Error(`No rule for ${key} on ${votingDay}`);
    return momentAt(found.on, found.time ?? '00:00');
  };
  return { from: at('campaign-start'), until: at('campaign-end') };
}
