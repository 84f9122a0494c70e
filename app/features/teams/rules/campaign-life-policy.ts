import { teamMembers, type Rule } from '#app/kernel/policy.ts';

/** The team's days before an election; which role of a team comes to which of these is in roles.ts. */
export const campaignLifePolicy = {
  /** Read briefings and answer their questions. */
  'team.learn': teamMembers('owner', 'organiser', 'moderator', 'volunteer', 'reader'),
  /** Write briefings, and see who is briefed. */
  'team.brief': teamMembers('owner', 'organiser'),
  /** See the meetings, the promises and the candidate's day. */
  'team.read-diary': teamMembers('owner', 'organiser', 'moderator'),
  /** Keep meetings and promises. */
  'team.keep-diary': teamMembers('owner', 'organiser'),
  /** The candidate's own public page: hers alone. */
  'team.keep-page': teamMembers('owner'),
} satisfies Record<string, Rule>;
