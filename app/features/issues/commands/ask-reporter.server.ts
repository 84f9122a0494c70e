import { issueMessages, issues } from '#db/schema/index.ts';
import { eq } from 'drizzle-orm';
import { hashedId } from '#app/platform/crypto.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockIssue } from '../staff-work.server.ts';

type Refused = 'issues.staff.error.unknown' | 'common.error.not-allowed';

/**
 * Writes to the reporter, who reads and answers on the receipt's page; neither side learns how to reach the other.
 * It leaves the state alone, and does not count as a change for somebody deciding at the same time.
 * Refused for imported reports (nobody holds a receipt) and withdrawn ones.
 */
export function askReporter(
  work: StaffWork,
  { issueId, clientId, body }: { issueId: string; clientId: string; body: string },
): Promise<Result<undefined, Refused>> {
  return workOnce(work, { command: 'issue.ask', clientId, content: [issueId, body] }, async (tx) => {
    const issue = await lockIssue(tx, work, issueId);
    if (!issue) return refuse('issues.staff.error.unknown');
    if (!mayHere(work, 'issue.ask') || issue.state === 'withdrawn' || issue.source === 'import')
      return refuse('common.error.not-allowed');
    await tx.insert(issueMessages).values({
      id: newId(),
      issueId,
      organisationId: work.scope.organisationId,
      clientId: hashedId(`${work.scope.organisationId}/${clientId}/${body}`),
      side: 'organisation',
      authorId: work.scope.userId,
      body,
      createdAt: work.now,
    });
    await tx.update(issues).set({ awaits: 'reporter' }).where(eq(issues.id, issueId));
    await audit(tx, work.scope, { action: 'issue.ask', subjectType: 'issue', subjectId: issueId });
    return ok();
  });
}
