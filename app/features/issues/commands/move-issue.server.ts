import type { Result } from '#app/kernel/result.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { changeState, type Changed, type StateChange, type StateRefusal } from './change-state.server.ts';

export type Move = Omit<StateChange, 'wording'>;

/** An organiser records what happened with a public report: what the authority said, what people saw, that it is over. */
export function moveIssue(work: StaffWork, input: Move): Promise<Result<Changed, StateRefusal>> {
  return changeState(work, 'organiser', input);
}
