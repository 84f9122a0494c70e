import { and, eq, inArray, isNull } from 'drizzle-orm';
import { memberships } from '#db/schema/index.ts';
import { MEMBER_ROLES, type MemberRole } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { lockOrganisationRoles } from '../role-locks.server.ts';
import { refuseRoleChange, type RoleRefusal } from '../rules/membership.ts';

type Opened = { scope: Extract<Scope, { kind: 'member' }>; by: readonly MemberRole[]; now: Date };

/**
 * Gives a member exactly these roles (at least one). Roles taken away are kept with an end. Sending it again finds
 * nothing left to do. Refuses a stranger, making or unmaking an owner without being one, and losing the last owner.
 */
export function changeMemberRoles(
  { scope, by, now }: Opened,
  { userId, roles }: { userId: string; roles: readonly MemberRole[] },
): Promise<Result<undefined, RoleRefusal | 'organisations.members.error.unknown'>> {
  return withScope(scope, async (tx) => {
    const held = await lockOrganisationRoles(tx, scope.organisationId);
    const before = held.filter((row) => row.userId === userId).map((row) => row.role);
    if (before.length === 0) return refuse('organisations.members.error.unknown');
    const after = MEMBER_ROLES.filter((role) => roles.includes(role));
    const otherOwners = held.filter((row) => row.role === 'owner' && row.userId !== userId).length;
    const refused = refuseRoleChange({ by, before, after, otherOwners, isOneself: userId === scope.userId });
    if (refused) return refuse(refused, 'roles');

    const taken = before.filter((role) => !after.includes(role));
    const given = after.filter((role) => !before.includes(role));
    if (taken.length === 0 && given.length === 0) return ok();
    if (taken.length > 0) {
      await tx
        .update(memberships)
        .set({ endedAt: now })
        .where(
          and(
            eq(memberships.organisationId, scope.organisationId),
            eq(memberships.userId, userId),
            inArray(memberships.role, taken),
            isNull(memberships.endedAt),
          ),
        );
    }
    for (const role of given) {
      await tx
        .insert(memberships)
        .values({ id: newId(), organisationId: scope.organisationId, userId, role, createdAt: now });
    }
    await audit(tx, scope, { action: 'member.roles-changed', subjectType: 'user', subjectId: userId });
    return ok();
  });
}
