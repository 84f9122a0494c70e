import { operator, teamMembers, type Rule } from '#app/kernel/policy.ts';

export const electionPolicy = {
  /** State the election's day, who pays for the server, and a lawyer's clearance. */
  'election.state': operator,
  /** See the team's checklist, counts and printed sheets. */
  'candidacy.read': teamMembers('owner', 'organiser', 'moderator', 'reader'),
  /** Keep them. */
  'candidacy.write': teamMembers('owner', 'organiser'),
  /** Confirm one's own age and citizenship. */
  'candidacy.confirm': teamMembers('owner', 'organiser', 'moderator', 'volunteer', 'reader'),
} satisfies Record<string, Rule>;
