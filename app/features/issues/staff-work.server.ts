import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { issueEvents, issues } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { audit } from '#app/platform/audit.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';

export type IssueRow = typeof issues.$inferSelect;
type EventDetails = Omit<
  typeof issueEvents.$inferInsert,
  'id' | 'issueId' | 'organisationId' | 'actorId' | 'actorRole' | 'createdAt'
>;

/** The report, locked until the transaction ends; undefined when the organisation has no such report. */
export async function lockIssue(tx: Tx, { scope }: StaffWork, issueId: string): Promise<IssueRow | undefined> {
  const [row] = await tx
    .select()
    .from(issues)
    .where(and(eq(issues.id, issueId), eq(issues.organisationId, scope.organisationId)))
    .for('update');
  return row;
}

/** Changes the report, writes its history and the trail: always the three together. */
export async function record(
  tx: Tx,
  { scope, now }: StaffWork,
  issueId: string,
  { action, event, change = {} }: { action: string; event: EventDetails; change?: Partial<typeof issues.$inferInsert> },
): Promise<void> {
  await tx
    .update(issues)
    .set({ ...change, updatedAt: now })
    .where(eq(issues.id, issueId));
  await tx.insert(issueEvents).values({
    ...event,
    id: newId(),
    issueId,
    organisationId: scope.organisationId,
    actorId: scope.userId,
    actorRole: scope.role,
    createdAt: now,
  });
  await audit(tx, scope, { action, subjectType: 'issue', subjectId: issueId });
}
