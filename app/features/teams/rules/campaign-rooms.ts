import type { campaignLifePolicy } from './campaign-life-policy.ts';
import type { electionPolicy } from '#app/features/elections/rules/policy.ts';

type Need = keyof typeof campaignLifePolicy | keyof typeof electionPolicy;

/** The team's rooms before an election, in order, and what opens each. */
export const CAMPAIGN_ROOMS = {
  day: 'team.read-diary',
  candidacy: 'candidacy.read',
  signatures: 'candidacy.read',
  meetings: 'team.read-diary',
  promises: 'team.read-diary',
  briefings: 'team.learn',
  confirmation: 'candidacy.confirm',
  printed: 'candidacy.read',
  page: 'team.keep-page',
} as const satisfies Record<string, Need>;
export type CampaignLifeRoom = keyof typeof CAMPAIGN_ROOMS;
