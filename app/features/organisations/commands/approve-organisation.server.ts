import { and, eq } from 'drizzle-orm';
import { organisations } from '#db/schema/index.ts';
import { createInvitation } from '#app/features/accounts/public.server.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { Log } from '#app/platform/log.server.ts';
import { namesOf } from '../names.ts';
import { canMoveOrganisation } from '../rules/lifecycle.ts';
import { APPLICANT_EMAIL } from './submit-application.server.ts';

type Opened = { scope: Extract<Scope, { kind: 'operator' }>; now: Date; log: Log };
export type Approval = {
  organisationId: string;
  /** Network it joins, or null. */
  parentId: string | null;
  /** Language of the invitation's letter. */
  locale: Locale;
  origin: string;
  operatorName: string;
  clientId: string;
};
type Refused = 'organisations.admin.error.state' | 'organisations.admin.error.parent';

/**
 * Takes an organisation in: it becomes public, and its first owner is invited by letter to the address it applied
 * with, all in one transaction. Refuses one that is not waiting (or was refused), and a parent that is no network.
 */
export function approveOrganisation({ scope, now, log }: Opened, input: Approval): Promise<Result<undefined, Refused>> {
  return withScope(scope, async (tx) => {
    const [found] = await tx
      .select()
      .from(organisations)
      .where(eq(organisations.id, input.organisationId))
      .for('update');
    if (!found || found.state === 'suspended' || !canMoveOrganisation(found.state, 'approved')) {
      return refuse('organisations.admin.error.state');
    }
    if (input.parentId !== null) {
      const [parent] = await tx
        .select({ id: organisations.id })
        .from(organisations)
        .where(
          and(
            eq(organisations.id, input.parentId),
            eq(organisations.kind, 'network'),
            eq(organisations.state, 'approved'),
          ),
        );
      if (!parent || parent.id === found.id) return refuse('organisations.admin.error.parent', 'parentId');
    }
    await tx
      .update(organisations)
      .set({ state: 'approved', approvedAt: now, decisionNote: null, parentId: input.parentId })
      .where(eq(organisations.id, found.id));
    await audit(tx, scope, { action: 'organisation.approved', subjectType: 'organisation', subjectId: found.id });
    if (found.applicantEmailCipher === null) return ok();
    const invited = await createInvitation(
      { scope, now, log },
      {
        tx,
        organisationId: found.id,
        kind: 'email',
        role: 'owner',
        email: unseal(found.applicantEmailCipher, APPLICANT_EMAIL),
        days: 14,
        inviterName: input.operatorName,
        organisationName: namesOf(found)[input.locale],
        locale: input.locale,
        origin: input.origin,
        clientId: input.clientId,
      },
    );
    if (!invited.ok) throw new Error(`The first owner could not be invited: ${invited.refusal.code}`);
    return ok();
  });
}
