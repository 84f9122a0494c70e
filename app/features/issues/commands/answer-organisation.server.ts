import { eq } from 'drizzle-orm';
import { issueMessages, issues } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { lockOwnIssue, receiptScope, type ReceiptWork } from '../receipt-work.server.ts';

export type AnswerRefusal = 'issues.receipt.expired' | 'issues.receipt.error.withdrawn' | 'common.error.too-many';

/** The reporter's answer or addition, read by the organisation alone. At most twenty an hour; the same form twice is one. */
export async function answerOrganisation(
  { holder, now }: ReceiptWork,
  { clientId, text }: { clientId: string; text: string },
): Promise<Result<undefined, AnswerRefusal>> {
  if (!(await withinLimit('flag', `answer:${holder.issueId}`))) return refuse('common.error.too-many', 'text');
  const scope = receiptScope(holder);
  return withScope(scope, async (tx) => {
    const issue = await lockOwnIssue(tx, holder);
    if (!issue) return refuse('issues.receipt.expired');
    if (issue.state === 'withdrawn') return refuse('issues.receipt.error.withdrawn');
    const written = await tx
      .insert(issueMessages)
      .values({ id: newId(), ...holder, clientId: hashedId(clientId), side: 'reporter', body: text, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: issueMessages.id });
    if (written.length === 0) return ok();
    await tx.update(issues).set({ awaits: 'organisation', updatedAt: now }).where(eq(issues.id, holder.issueId));
    await audit(tx, scope, { action: 'issue.answered', subjectType: 'issue', subjectId: holder.issueId });
    return ok();
  });
}
