import { and, eq } from 'drizzle-orm';
import { issueFlags } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { openFlagContact } from '../contact.server.ts';
import { mayHere, type StaffWork } from '#app/platform/staff-work.server.ts';

type Refused = 'issues.staff.error.no-contact' | 'common.error.not-allowed';

/** Opens the contact under a body's reply, by which a moderator makes sure whose it is; each opening stands in the trail. */
export async function showFlagContact(
  work: StaffWork,
  { flagId }: { flagId: string },
): Promise<Result<{ contact: string }, Refused>> {
  if (!mayHere(work, 'issue.moderate')) return refuse('common.error.not-allowed');
  return withScope(work.scope, async (tx) => {
    const [row] = await tx
      .select({ issueId: issueFlags.issueId, cipher: issueFlags.contactCipher })
      .from(issueFlags)
      .where(and(eq(issueFlags.id, flagId), eq(issueFlags.organisationId, work.scope.organisationId)));
    if (!row?.cipher) return refuse('issues.staff.error.no-contact');
    await audit(tx, work.scope, { action: 'issue.see-flag-contact', subjectType: 'issue', subjectId: row.issueId });
    return ok({ contact: openFlagContact(flagId, row.cipher) });
  });
}
