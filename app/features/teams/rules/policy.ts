import { membershipOf, type MemberRole } from '#app/kernel/actor.ts';
import { members, operator, type Rule } from '#app/kernel/policy.ts';

/** Members of a candidate's team only: in any other organisation these rooms are nobody's. */
const inTeam =
  (...roles: readonly MemberRole[]): Rule =>
  (actor, thing) =>
    thing.organisationId !== undefined &&
    membershipOf(actor, thing.organisationId)?.kind === 'team' &&
    members(...roles)(actor, thing);

/** In any organisation but a team: what a society sees of teams that chose to be linked. */
const outsideTeams =
  (...roles: readonly MemberRole[]): Rule =>
  (actor, thing) =>
    members(...roles)(actor, thing) && !inTeam(...roles)(actor, thing);

export const teamPolicy = {
  /** Who is in the team, what each role may do, how the team is protected. */
  'team.see': inTeam('owner', 'organiser', 'moderator', 'volunteer', 'reader'),
  /** Invite, in roles below one's own. */
  'team.invite': inTeam('owner', 'organiser'),
  /** Change roles and their ends, end a membership. */
  'team.manage': inTeam('owner', 'organiser'),
  /** Let a society see counts, and take that back. */
  'team.link': inTeam('owner'),
  /** Take everything out. */
  'team.take-out': inTeam('owner'),
  /** Erase the team. */
  'team.erase': inTeam('owner'),
  /** Counts of the teams that chose to be linked to one's society. */
  'society.see-teams': outsideTeams('owner', 'organiser'),
  /** Break the glass of a team: for a reason, an hour at most, read only, and she is told. */
  'glass.break': operator,
} satisfies Record<string, Rule>;
