import { eq } from 'drizzle-orm';
import { issueContacts } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { openContact } from '../contact.server.ts';
import { mayHere, type StaffWork } from '#app/platform/staff-work.server.ts';

type Refused = 'issues.staff.error.no-contact' | 'common.error.not-allowed';

/** Opens the contact that a reporter left, once for this answer; each opening stands in the trail under the person's name. */
export async function showContact(
  work: StaffWork,
  { issueId }: { issueId: string },
): Promise<Result<{ contact: string }, Refused>> {
  if (!mayHere(work, 'issue.see-contact')) return refuse('common.error.not-allowed');
  return withScope(work.scope, async (tx) => {
    const [row] = await tx.select().from(issueContacts).where(eq(issueContacts.issueId, issueId));
    if (!row) return refuse('issues.staff.error.no-contact');
    await audit(tx, work.scope, { action: 'issue.see-contact', subjectType: 'issue', subjectId: issueId });
    return ok({ contact: openContact(issueId, row.contactCipher) });
  });
}
