import { describe, expect, it } from 'vitest';
import {
  CAMPAIGN_STATES,
  canMoveCampaign,
  DEMAND_STATES,
  isPublicCampaignState,
  nextDemandStates,
  OUTCOMES,
  resumedState,
  type CampaignMover,
  type CampaignState,
} from '#app/features/campaigns/rules/lifecycle.ts';
import { linkOf } from '#app/features/campaigns/ui/campaign-chain.tsx';

/** Every move there is, from → to, by mover: o organiser, r reviewer, s the recorded delivery, answer or confirmed result. */
const MOVES: Record<CampaignState, Partial<Record<CampaignState, string>>> = {
  draft: { review: 'o', archived: 'o' },
  review: { draft: 'or', active: 'r' },
  active: { paused: 'or', archived: 'o', delivered: 's', won: 's', partly_won: 's', not_won: 's' },
  paused: { active: 'o', archived: 'o', delivered: 's', won: 's', partly_won: 's', not_won: 's' },
  delivered: { paused: 'o', archived: 'o', answered: 's', won: 's', partly_won: 's', not_won: 's' },
  answered: { archived: 'o', delivered: 's', won: 's', partly_won: 's', not_won: 's' },
  won: { archived: 'o' },
  partly_won: { archived: 'o', won: 's', delivered: 's' },
  not_won: { archived: 'o', active: 'o', partly_won: 's', won: 's', delivered: 's' },
  archived: {},
};
const MOVERS: readonly [string, CampaignMover][] = [
  ['o', 'organiser'],
  ['r', 'reviewer'],
  ['s', 'system'],
];

describe('the life of a campaign', () => {
  it('allows these moves and no other, over all pairs and movers', () => {
    for (const from of CAMPAIGN_STATES)
      for (const to of CAMPAIGN_STATES)
        for (const [letter, mover] of MOVERS)
          expect(canMoveCampaign(from, to, mover), `${from} → ${to} by ${mover}`).toBe(
            MOVES[from][to]?.includes(letter) ?? false,
          );
  });

  it('lets nobody publish but a reviewer, and nobody win by a press', () => {
    expect(canMoveCampaign('draft', 'active', 'organiser')).toBe(false);
    for (const outcome of OUTCOMES)
      for (const from of CAMPAIGN_STATES)
        for (const mover of ['organiser', 'reviewer'] as const)
          expect(canMoveCampaign(from, outcome, mover)).toBe(false);
  });

  it('keeps drafts and reviews from strangers', () => {
    expect(CAMPAIGN_STATES.filter((state) => !isPublicCampaignState(state))).toEqual(['draft', 'review']);
  });

  it('resumes where it stood', () => {
    expect(resumedState(null)).toBe('active');
    expect(resumedState(new Date())).toBe('delivered');
  });

  it('never takes a claim for a proof', () => {
    expect(nextDemandStates('done_claimed')).toContain('verified');
    for (const state of DEMAND_STATES) expect(nextDemandStates(state)).not.toContain(state);
  });

  it('shows how far along the chain it is', () => {
    expect(CAMPAIGN_STATES.map((state) => linkOf(state, false))).toEqual([0, 0, 1, 1, 3, 4, 5, 5, 5, 5]);
    expect(linkOf('paused', true)).toBe(3);
  });
});
