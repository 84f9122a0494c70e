import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { issueEvents, issues } from '#db/schema/index.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Result } from '#app/kernel/result.ts';
import { can, type Action } from '#app/policy.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { once } from '#app/platform/once.server.ts';

/** A member at work in an organisation: what every command of the staff starts from (platform/request requireMember). */
export type StaffWork = { actor: UserActor; scope: Extract<Scope, { kind: 'member' }>; now: Date };

export type IssueRow = typeof issues.$inferSelect;
type EventDetails = Omit<
  typeof issueEvents.$inferInsert,
  'id' | 'issueId' | 'organisationId' | 'actorId' | 'actorRole' | 'createdAt'
>;

export function mayHere({ actor, scope }: StaffWork, action: Action): boolean {
  return can(actor, action, { organisationId: scope.organisationId });
}

/** The report, locked until the transaction ends; undefined when the organisation has no such report. */
export async function lockIssue(tx: Tx, { scope }: StaffWork, issueId: string): Promise<IssueRow | undefined> {
  const [row] = await tx
    .select()
    .from(issues)
    .where(and(eq(issues.id, issueId), eq(issues.organisationId, scope.organisationId)))
    .for('update');
  return row;
}

/**
 * One transaction in the member's scope that a repeated form does not repeat. `content` is what the form says: a page
 * left open, changed and sent again under its old id is a new wish and not a repetition.
 */
export function workOnce<T, Code extends string>(
  { scope }: StaffWork,
  { command, clientId, content }: { command: string; clientId: string; content?: unknown },
  work: (tx: Tx) => Promise<Result<T, Code>>,
): Promise<Result<T, Code>> {
  const owner = `${scope.organisationId}/${scope.userId}/${content === undefined ? '' : JSON.stringify(content)}`;
  return withScope(scope, (tx) => once(tx, { clientId, command, owner }, () => work(tx)));
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
