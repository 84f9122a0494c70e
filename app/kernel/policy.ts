import { hasRole, membershipOf, type Actor, type MemberRole } from './actor.ts';

/** What a rule needs to know of the thing. */
export type Thing = { organisationId?: string; userId?: string };
/** A pure yes or no. */
export type Rule = (actor: Actor, thing: Thing) => boolean;

/** Members of the thing's organisation who hold one of the roles. */
export function members(...roles: readonly MemberRole[]): Rule {
  return (actor, thing) => thing.organisationId !== undefined && hasRole(actor, thing.organisationId, ...roles);
}

/** The same in a candidate's team only: in any other organisation these rooms are nobody's. */
export function teamMembers(...roles: readonly MemberRole[]): Rule {
  return (actor, thing) =>
    thing.organisationId !== undefined &&
    membershipOf(actor, thing.organisationId)?.kind === 'team' &&
    hasRole(actor, thing.organisationId, ...roles);
}

export const operator: Rule = (actor) => actor.kind === 'user' && actor.isOperator;
/** Only the person the thing belongs to. */
export const oneself: Rule = (actor, thing) => actor.kind === 'user' && thing.userId === actor.userId;
