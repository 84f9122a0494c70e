import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { memberships } from '#db/schema/index.ts';
import type { MemberRole } from '#app/kernel/actor.ts';

export type HeldRole = { userId: string; role: MemberRole };

/**
 * Everybody's present roles in an organisation, locked until the transaction ends: two owners who leave at the same
 * moment must not both find the other still there.
 */
export function lockOrganisationRoles(tx: Tx, organisationId: string): Promise<HeldRole[]> {
  return tx
    .select({ userId: memberships.userId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.endedAt)))
    .orderBy(memberships.id)
    .for('update');
}
