import { ANSWER_STATES, nextStates, type IssueState, type Mover } from './lifecycle.ts';

/** What a move asks of the person who makes it. */
export type MoveNeeds = {
  /** Why, or how the organisation knows; read inside the organisation only. */
  reason: boolean;
  /** One sentence for everybody (for the reporter, while the report is not public). */
  note: boolean;
  /** Which body answered. */
  body: boolean;
};

const WITHOUT_NOTE: readonly IssueState[] = ['published', 'held', 'rejected', 'forwarded', 'acknowledged'];

/**
 * Publishing needs no words; holding and rejecting need a reason. What an organiser records is read by everybody, so
 * an answer, a fix, a dispute and a closing need a public sentence as well, and an answer needs the body that gave it.
 */
export function moveNeeds(to: IssueState): MoveNeeds {
  return {
    reason: to !== 'published',
    note: !WITHOUT_NOTE.includes(to),
    body: (ANSWER_STATES as readonly IssueState[]).includes(to),
  };
}

/** The first of the movers who may make this move; undefined when none may. */
export function moverFor(from: IssueState, to: IssueState, movers: readonly Mover[]): Mover | undefined {
  return movers.find((mover) => nextStates(from, mover).includes(to));
}

/**
 * What a form saw when it was made: state and time of the last change. A decision made on an older sight is refused,
 * so that two people do not undo each other unseen.
 */
export function seenToken({ state, updatedAt }: { state: IssueState; updatedAt: Date }): string {
  return `${state}.${updatedAt.getTime().toString(36)}`;
}

/** Days after which somebody should look again. The organisation's own habit, not a term of law. */
export const STANDS_LONG_AFTER: Partial<Record<IssueState, number>> = {
  forwarded: 21,
  acknowledged: 21,
  promised: 30,
  referred: 15,
  done_claimed: 14,
  disputed: 14,
};
