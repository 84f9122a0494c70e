import { eq } from 'drizzle-orm';
import { organisations } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';

type Opened = { scope: Extract<Scope, { kind: 'operator' }> };

/** Lets a suspended organisation work again, as it was. Refuses one that is not suspended. */
export function reopenOrganisation(
  { scope }: Opened,
  { organisationId }: { organisationId: string },
): Promise<Result<undefined, 'organisations.admin.error.state'>> {
  return withScope(scope, async (tx) => {
    const [found] = await tx
      .select({ state: organisations.state })
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for('update');
    if (found?.state !== 'suspended') return refuse('organisations.admin.error.state');
    await tx
      .update(organisations)
      .set({ state: 'approved', decisionNote: null })
      .where(eq(organisations.id, organisationId));
    await audit(tx, scope, { action: 'organisation.reopened', subjectType: 'organisation', subjectId: organisationId });
    return ok();
  });
}
