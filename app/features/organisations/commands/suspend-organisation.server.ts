import { eq } from 'drizzle-orm';
import { organisations } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { canMoveOrganisation } from '../rules/lifecycle.ts';

type Opened = { scope: Extract<Scope, { kind: 'operator' }> };

/**
 * Stops an organisation for a time: its page leaves the directory, no report is routed to it and its members' workspace
 * closes; nothing is deleted. Refuses one that is not at work.
 */
export function suspendOrganisation(
  { scope }: Opened,
  { organisationId, note }: { organisationId: string; note: string },
): Promise<Result<undefined, 'organisations.admin.error.state'>> {
  return withScope(scope, async (tx) => {
    const [found] = await tx
      .select({ state: organisations.state })
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for('update');
    if (!found || !canMoveOrganisation(found.state, 'suspended')) return refuse('organisations.admin.error.state');
    await tx
      .update(organisations)
      .set({ state: 'suspended', decisionNote: note })
      .where(eq(organisations.id, organisationId));
    await audit(tx, scope, {
      action: 'organisation.suspended',
      subjectType: 'organisation',
      subjectId: organisationId,
    });
    return ok();
  });
}
