import { eq } from 'drizzle-orm';
import { organisations } from '#db/schema/index.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { refusalLetter } from '../letters.server.ts';
import { namesOf } from '../names.ts';
import { canMoveOrganisation } from '../rules/lifecycle.ts';
import { APPLICANT_EMAIL } from './submit-application.server.ts';

type Opened = { scope: Extract<Scope, { kind: 'operator' }> };

/** Declines an application and writes why to the applicant. Refuses one that is not waiting. */
export function refuseOrganisation(
  { scope }: Opened,
  { organisationId, note, locale }: { organisationId: string; note: string; locale: Locale },
): Promise<Result<undefined, 'organisations.admin.error.state'>> {
  return withScope(scope, async (tx) => {
    const [found] = await tx.select().from(organisations).where(eq(organisations.id, organisationId)).for('update');
    if (!found || !canMoveOrganisation(found.state, 'refused')) return refuse('organisations.admin.error.state');
    await tx
      .update(organisations)
      .set({ state: 'refused', decisionNote: note })
      .where(eq(organisations.id, organisationId));
    if (found.applicantEmailCipher) {
      const to = unseal(found.applicantEmailCipher, APPLICANT_EMAIL);
      await sendMail(tx, refusalLetter({ to, locale, organisation: namesOf(found)[locale], note }));
    }
    await audit(tx, scope, { action: 'organisation.refused', subjectType: 'organisation', subjectId: organisationId });
    return ok();
  });
}
