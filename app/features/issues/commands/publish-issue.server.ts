import type { Result } from '#app/kernel/result.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { changeState, type Changed, type StateChange, type StateRefusal } from './change-state.server.ts';

export type Publication = Pick<StateChange, 'issueId' | 'clientId' | 'seen' | 'note' | 'wording'>;

/** A moderator lets everybody see the report, under the wording given. The first time it gets its public number. */
export function publishIssue(work: StaffWork, input: Publication): Promise<Result<Changed, StateRefusal>> {
  return changeState(work, 'moderator', { ...input, to: 'published', reason: '', bodyId: null });
}
