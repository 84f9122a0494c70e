import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { lockOwnIssue, moveOwnIssue, receiptScope, type ReceiptWork } from '../receipt-work.server.ts';
import { canMove } from '../rules/lifecycle.ts';

export type DisputeRefusal =
  'issues.receipt.expired' | 'issues.receipt.error.withdrawn' | 'common.error.changed-meanwhile';

/**
 * The reporter says that it is not done. Possible once somebody said that it was (done claimed, verified fixed, closed);
 * `note` is read by everybody. Disputing what is disputed already changes nothing.
 */
export function disputeFix(work: ReceiptWork, { note }: { note: string }): Promise<Result<undefined, DisputeRefusal>> {
  return withScope(receiptScope(work.holder), async (tx) => {
    const issue = await lockOwnIssue(tx, work.holder);
    if (!issue) return refuse('issues.receipt.expired');
    if (issue.state === 'withdrawn') return refuse('issues.receipt.error.withdrawn');
    if (issue.state === 'disputed') return ok();
    if (!canMove(issue.state, 'disputed', 'reporter')) return refuse('common.error.changed-meanwhile');
    await moveOwnIssue(tx, work, { from: issue.state, to: 'disputed', note });
    return ok();
  });
}
