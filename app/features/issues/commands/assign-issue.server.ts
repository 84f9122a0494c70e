import { and, eq, isNull } from 'drizzle-orm';
import { memberships } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockIssue, record } from '../staff-work.server.ts';

type Refused = 'issues.staff.error.unknown' | 'issues.staff.error.assignee' | 'common.error.not-allowed';

/** Gives the report to a colleague, or to nobody (null). Refuses people who do not work here (any more). */
export function assignIssue(
  work: StaffWork,
  { issueId, clientId, assigneeId }: { issueId: string; clientId: string; assigneeId: string | null },
): Promise<Result<undefined, Refused>> {
  return workOnce(work, { command: 'issue.assign', clientId, content: [issueId, assigneeId] }, async (tx) => {
    const issue = await lockIssue(tx, work, issueId);
    if (!issue) return refuse('issues.staff.error.unknown');
    if (!mayHere(work, 'issue.follow')) return refuse('common.error.not-allowed');
    if (assigneeId !== null) {
      const [membership] = await tx
        .select({ id: memberships.id })
        .from(memberships)
        .where(
          and(
            eq(memberships.userId, assigneeId),
            eq(memberships.organisationId, work.scope.organisationId),
            isNull(memberships.endedAt),
          ),
        )
        .limit(1);
      if (!membership) return refuse('issues.staff.error.assignee', 'assigneeId');
    }
    if (issue.assigneeId !== assigneeId) {
      await record(tx, work, issueId, { action: 'issue.assign', event: { kind: 'assigned' }, change: { assigneeId } });
    }
    return ok();
  });
}
