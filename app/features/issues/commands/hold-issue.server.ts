import type { Result } from '#app/kernel/result.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { changeState, type Changed, type StateChange, type StateRefusal } from './change-state.server.ts';

export type Holding = Pick<StateChange, 'issueId' | 'clientId' | 'seen' | 'reason' | 'note' | 'wording'>;

/** A moderator sets a report aside until something is clear; one that is public goes off its page at once. */
export function holdIssue(work: StaffWork, input: Holding): Promise<Result<Changed, StateRefusal>> {
  return changeState(work, 'moderator', { ...input, to: 'held', bodyId: null });
}
