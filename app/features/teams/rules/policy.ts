import type { MemberRole } from '#app/kernel/actor.ts';
import { members, operator, teamMembers, type Rule } from '#app/kernel/policy.ts';

/** In any organisation but a team: what a society sees of teams that chose to be linked. */
const outsideTeams =
  (...roles: readonly MemberRole[]): Rule =>
  (actor, thing) =>
    members(...roles)(actor, thing) && !teamMembers(...roles)(actor, thing);

export const teamPolicy = {
  /** Who is in the team, what each role may do, how the team is protected. */
  'team.see': teamMembers('owner', 'organiser', 'moderator', 'volunteer', 'reader'),
  /** Invite, in roles below one's own. */
  'team.invite': teamMembers('owner', 'organiser'),
  /** Change roles and their ends, end a membership. */
  'team.manage': teamMembers('owner', 'organiser'),
  /** Let a society see counts, and take that back. */
  'team.link': teamMembers('owner'),
  /** Call the team otherwise. */
  'team.rename': teamMembers('owner'),
  /** Take everything out. */
  'team.take-out': teamMembers('owner'),
  /** Erase the team. */
  'team.erase': teamMembers('owner'),
  /** Counts of the teams that chose to be linked to one's society. */
  'society.see-teams': outsideTeams('owner', 'organiser'),
  /** Break the glass of a team: for a reason, an hour at most, read only, and she is told. */
  'glass.break': operator,
} satisfies Record<string, Rule>;
