import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { issueEvents, issues } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { audit } from '#app/platform/audit.server.ts';
import type { Scope } from '#app/platform/db-scope.server.ts';
import type { ReceiptHolder } from './commands/open-receipt.server.ts';
import type { IssueState } from './rules/lifecycle.ts';

/** The holder of a receipt at work on the one report that it opens. */
export type ReceiptWork = { holder: ReceiptHolder; now: Date };
export type ReceiptScope = Extract<Scope, { kind: 'receipt' }>;

export function receiptScope({ issueId, organisationId }: ReceiptHolder): ReceiptScope {
  return { kind: 'receipt', issueId, organisationId };
}

/** The report's row, locked until the transaction ends; undefined when it is there no more. */
export async function lockOwnIssue(
  tx: Tx,
  { issueId }: ReceiptHolder,
): Promise<typeof issues.$inferSelect | undefined> {
  const [row] = await tx.select().from(issues).where(eq(issues.id, issueId)).for('update');
  return row;
}

/** Moves the report on the reporter's behalf: state, history and trail together. */
export async function moveOwnIssue(
  tx: Tx,
  { holder, now }: ReceiptWork,
  move: { from: IssueState; to: IssueState; note: string | null; change?: Partial<typeof issues.$inferInsert> },
): Promise<void> {
  const scope = receiptScope(holder);
  await tx
    .update(issues)
    .set({ ...move.change, state: move.to, updatedAt: now })
    .where(eq(issues.id, holder.issueId));
  await tx.insert(issueEvents).values({
    id: newId(),
    ...holder,
    kind: 'move',
    fromState: move.from,
    toState: move.to,
    actorRole: 'reporter',
    publicNote: move.note,
    createdAt: now,
  });
  await audit(tx, scope, { action: `issue.${move.to}`, subjectType: 'issue', subjectId: holder.issueId });
}
