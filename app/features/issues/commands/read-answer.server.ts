import { eq } from 'drizzle-orm';
import { issues } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockIssue } from '../staff-work.server.ts';

type Refused = 'issues.staff.error.unknown' | 'common.error.not-allowed';

/** Says that the reporter's answer was read. Looking at the page does not: what one colleague sees another may have to do. */
export function readAnswer(
  work: StaffWork,
  { issueId, clientId }: { issueId: string; clientId: string },
): Promise<Result<undefined, Refused>> {
  return workOnce(work, { command: 'issue.read-answer', clientId, content: issueId }, async (tx) => {
    const issue = await lockIssue(tx, work, issueId);
    if (!issue) return refuse('issues.staff.error.unknown');
    if (!mayHere(work, 'issue.ask')) return refuse('common.error.not-allowed');
    if (issue.awaits !== 'organisation') return ok();
    await tx.update(issues).set({ awaits: null }).where(eq(issues.id, issueId));
    await audit(tx, work.scope, { action: 'issue.read-answer', subjectType: 'issue', subjectId: issueId });
    return ok();
  });
}
