import { eq } from 'drizzle-orm';
import { issueContacts } from '#db/schema/index.ts';
import { ok, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { receiptScope, type ReceiptWork } from '../receipt-work.server.ts';

/** Takes the consent back: the contact goes, the report stays. */
export function forgetContact({ holder }: Pick<ReceiptWork, 'holder'>): Promise<Result<undefined, never>> {
  const scope = receiptScope(holder);
  return withScope(scope, async (tx) => {
    const gone = await tx
      .delete(issueContacts)
      .where(eq(issueContacts.issueId, holder.issueId))
      .returning({ issueId: issueContacts.issueId });
    if (gone.length > 0)
      await audit(tx, scope, { action: 'issue.contact-deleted', subjectType: 'issue', subjectId: holder.issueId });
    return ok();
  });
}
