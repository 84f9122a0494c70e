import type { Result } from '#app/kernel/result.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { changeState, type Changed, type StateChange, type StateRefusal } from './change-state.server.ts';

export type Rejection = Pick<StateChange, 'issueId' | 'clientId' | 'seen' | 'reason' | 'note' | 'wording'>;

/** A moderator turns a report down; the reporter reads the note. It can be taken back into the queue. */
export function rejectIssue(work: StaffWork, input: Rejection): Promise<Result<Changed, StateRefusal>> {
  return changeState(work, 'moderator', { ...input, to: 'rejected', bodyId: null });
}
