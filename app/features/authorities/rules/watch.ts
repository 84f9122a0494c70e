/** What a body does in public and the organisations watch (issue 3, part 7). */
export const DECISION_KINDS = ['sitting', 'hearing', 'budget', 'tender', 'decision'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];
export const PROMISE_STATES = ['open', 'kept', 'broken', 'expired'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];
/** How a member voted, where that is public. */
export const VOTES = ['for', 'against', 'abstained', 'absent'] as const;
export type Vote = (typeof VOTES)[number];
