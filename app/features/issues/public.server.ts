import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { issues } from '#db/schema/index.ts';
import { canMove } from './rules/lifecycle.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { record } from './staff-work.server.ts';

/**
 * A letter about the report has left, in the transaction that sends it: the report's history says so, and it moves to
 * "forwarded" where an organiser may move it there (a second letter about a forwarded one leaves the state alone).
 * `note` is read by everybody, `reason` inside the organisation.
 */
export async function recordLetterSent(
  tx: Tx,
  work: StaffWork,
  { issueId, bodyId, reason, note }: { issueId: string; bodyId: string; reason: string; note: string },
): Promise<void> {
  const [issue] = await tx.select({ state: issues.state }).from(issues).where(eq(issues.id, issueId)).for('update');
  if (!issue) throw new Error('A letter about a report that is not there');
  await record(tx, work, issueId, { action: 'issue.letter', event: { kind: 'letter', reason, bodyId } });
  if (!canMove(issue.state, 'forwarded', 'organiser')) return;
  await record(tx, work, issueId, {
    action: 'issue.forwarded',
    event: { kind: 'move', fromState: issue.state, toState: 'forwarded', reason, publicNote: note, bodyId },
    change: { state: 'forwarded' },
  });
}
