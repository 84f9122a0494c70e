import { MEMBER_ROLES, type MemberRole } from '#app/kernel/actor.ts';

/** Why a change of somebody's roles is refused; each is a message. */
export type RoleRefusal = 'organisations.members.error.last-owner' | 'organisations.members.error.owner-only';

/** What a change needs to know: who changes, what the person holds, what they shall hold, and who else owns. */
export type RoleChange = {
  by: readonly MemberRole[];
  before: readonly MemberRole[];
  /** Empty when the membership ends. */
  after: readonly MemberRole[];
  /** How many other people are owners of this organisation. */
  otherOwners: number;
  /** Ending one's own membership needs nobody's leave. */
  isOneself: boolean;
};

/**
 * An organisation always keeps an owner, and only owners make or unmake owners: an organiser who could would be one.
 * Answers why not, or undefined.
 */
export function refuseRoleChange({ by, before, after, otherOwners, isOneself }: RoleChange): RoleRefusal | undefined {
  const touchesAnOwner = before.includes('owner') && !isOneself;
  const makesAnOwner = after.includes('owner') && !before.includes('owner');
  if ((touchesAnOwner || makesAnOwner) && !by.includes('owner')) return 'organisations.members.error.owner-only';
  const losesAnOwner = before.includes('owner') && !after.includes('owner');
  return losesAnOwner && otherOwners === 0 ? 'organisations.members.error.last-owner' : undefined;
}

/** The roles somebody may give and take. */
export function grantableRoles(by: readonly MemberRole[]): readonly MemberRole[] {
  if (by.includes('owner')) return MEMBER_ROLES;
  return by.includes('organiser') ? MEMBER_ROLES.filter((role) => role !== 'owner') : [];
}

/** Roles that can follow a report, and so take over a leaver's work. */
export const WORKING_ROLES = ['owner', 'organiser', 'moderator'] as const satisfies readonly MemberRole[];

export function canTakeWork(roles: readonly MemberRole[]): boolean {
  return roles.some((role) => (WORKING_ROLES as readonly MemberRole[]).includes(role));
}
