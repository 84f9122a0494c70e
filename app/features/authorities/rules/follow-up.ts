/**
 * What is drafted when an answer does not come, for letters about single reports and for deliveries of campaigns alike.
 * The days after the term are our own practice and no law; whatever is drafted is sent by a person.
 */
import { addWorkingDays, type Calendar } from '#app/kernel/dated-rules/calendar.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import type { IssueState } from '#app/features/issues/rules/lifecycle.ts';
import { isBodyKind, type BodyKind } from './body-kinds.ts';
import { FOLLOWUP_KINDS } from './letter.ts';

export type FollowUpKind = (typeof FOLLOWUP_KINDS)[number];

/** Working days after the last day of the term on which each is drafted. */
export const FOLLOWUP_AFTER: Readonly<Record<FollowUpKind, number>> = { reminder: 1, escalation: 10 };

/** What should have been drafted by `today` when the answer was due on `due`; nothing where a calendar is missing. */
export function followUpsBy(due: Day | null, today: Day, calendar: Calendar): FollowUpKind[] {
  if (due === null) return [];
  return FOLLOWUP_KINDS.filter((kind) => {
    const counted = addWorkingDays(due, FOLLOWUP_AFTER[kind], calendar);
    return counted.ok && counted.on <= today;
  });
}

/** Known bodies above others. Where none is known the addressee of an escalation is chosen by a person. */
const ABOVE: Partial<Record<BodyKind, BodyKind>> = {
  // The Ministry of Justice supervises the acts of municipalities.
  belediyye: 'edliyye',
  adsea_suvarma: 'adsea',
};

/** The kind of body to which an escalation goes; null where it has to be chosen. */
export function bodyAbove(kind: string): BodyKind | null {
  return isBodyKind(kind) ? (ABOVE[kind] ?? null) : null;
}

/** States of a report in which its body's answer is still awaited: any later one is an answer or an end. */
export const AWAITING_STATES = ['published', 'forwarded', 'acknowledged'] as const satisfies readonly IssueState[];

export function isAwaited(state: string): boolean {
  return (AWAITING_STATES as readonly string[]).includes(state);
}
