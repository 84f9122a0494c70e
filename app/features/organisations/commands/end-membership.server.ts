import { and, eq, isNull, notInArray } from 'drizzle-orm';
import { issueEvents, issues, letterSignatories, memberships } from '#db/schema/index.ts';
import type { MemberRole } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { lockOrganisationRoles } from '../role-locks.server.ts';
import { canTakeWork, refuseRoleChange, type RoleRefusal } from '../rules/membership.ts';

type Opened = { scope: Extract<Scope, { kind: 'member' }>; by: readonly MemberRole[]; now: Date };
type Refused = RoleRefusal | 'organisations.members.error.unknown' | 'organisations.members.error.successor';

/** Reports that nobody follows any more: reassigning them would only fill somebody's list. */
const FINISHED = ['closed', 'rejected', 'withdrawn'] as const;

/**
 * Ends somebody's membership (or one's own) in one transaction: all roles end, unfinished reports assigned to the
 * leaver pass to `takenOverBy`, and an agreement to sign letters ends with the membership. Answers how many reports
 * passed on. Sending it again is done once: the second finds no member.
 * Refuses the last owner, an owner when one is not one, and unfinished work without somebody who can take it over.
 */
export function endMembership(
  { scope, by, now }: Opened,
  { userId, takenOverBy }: { userId: string; takenOverBy: string | null },
): Promise<Result<{ passedOn: number }, Refused>> {
  return withScope(scope, async (tx) => {
    const held = await lockOrganisationRoles(tx, scope.organisationId);
    const rolesOf = (id: string) => held.filter((row) => row.userId === id).map((row) => row.role);
    const before = rolesOf(userId);
    if (before.length === 0) return refuse('organisations.members.error.unknown');
    const otherOwners = held.filter((row) => row.role === 'owner' && row.userId !== userId).length;
    const refused = refuseRoleChange({ by, before, after: [], otherOwners, isOneself: userId === scope.userId });
    if (refused) return refuse(refused);

    const theirs = and(
      eq(issues.organisationId, scope.organisationId),
      eq(issues.assigneeId, userId),
      notInArray(issues.state, [...FINISHED]),
    );
    const [waiting] = await tx.select({ id: issues.id }).from(issues).where(theirs).limit(1);
    if (waiting && (!takenOverBy || takenOverBy === userId || !canTakeWork(rolesOf(takenOverBy)))) {
      return refuse('organisations.members.error.successor', 'takenOverBy');
    }
    const passed = waiting
      ? await tx.update(issues).set({ assigneeId: takenOverBy }).where(theirs).returning({ id: issues.id })
      : [];
    await tx
      .update(memberships)
      .set({ endedAt: now })
      .where(
        and(
          eq(memberships.organisationId, scope.organisationId),
          eq(memberships.userId, userId),
          isNull(memberships.endedAt),
        ),
      );
    await tx
      .update(letterSignatories)
      .set({ revokedAt: now })
      .where(
        and(
          eq(letterSignatories.organisationId, scope.organisationId),
          eq(letterSignatories.userId, userId),
          isNull(letterSignatories.revokedAt),
        ),
      );
    for (const { id } of passed) {
      await tx.insert(issueEvents).values({
        id: newId(),
        issueId: id,
        organisationId: scope.organisationId,
        kind: 'assigned',
        actorId: scope.userId,
        actorRole: scope.role,
        createdAt: now,
      });
      await audit(tx, scope, { action: 'issue.assign', subjectType: 'issue', subjectId: id });
    }
    const action = userId === scope.userId ? 'member.left' : 'member.ended';
    await audit(tx, scope, { action, subjectType: 'user', subjectId: userId });
    return ok({ passedOn: passed.length });
  });
}
