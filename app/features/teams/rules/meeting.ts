/** With whom a candidate meets, and what becomes of what she promised. */
import type { Day } from '#app/kernel/dated-rules/days.ts';

export const MEETING_KINDS = ['media', 'ngo', 'authority', 'precinct', 'yard', 'community'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const PROMISE_STATES = ['open', 'kept', 'withdrawn'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export const MEETING_LIMITS = {
  partner: 160,
  place: 160,
  note: 1_000,
  promise: 400,
  toWhom: 160,
  outcome: 400,
} as const;

/** An open promise is late from the day after the one it was given for. */
export function isPromiseLate({ state, dueOn }: { state: PromiseState; dueOn: Day | null }, today: Day): boolean {
  return state === 'open' && dueOn !== null && dueOn < today;
}
