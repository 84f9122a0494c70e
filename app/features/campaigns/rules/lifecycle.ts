/**
 * The life of a campaign (issue 3, part 1): draft → review → active → delivered → answered → won | partly won | not won;
 * paused, archived. A result is proposed by one person with evidence and confirmed by a second one.
 */
export const CAMPAIGN_STATES = [
  'draft',
  'review',
  'active',
  'paused',
  'delivered',
  'answered',
  'won',
  'partly_won',
  'not_won',
  'archived',
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** What a stranger may see, once published and while it is not taken down. The database's `is_public` repeats this set. */
export const PUBLIC_CAMPAIGN_STATES = [
  'active',
  'paused',
  'delivered',
  'answered',
  'won',
  'partly_won',
  'not_won',
  'archived',
] as const satisfies readonly CampaignState[];
export type PublicCampaignState = (typeof PUBLIC_CAMPAIGN_STATES)[number];

/** What came of it. Each needs two people; `won` and `partly_won` need evidence as well. */
export const OUTCOMES = ['won', 'partly_won', 'not_won'] as const satisfies readonly CampaignState[];
export type Outcome = (typeof OUTCOMES)[number];
export const PROVEN_OUTCOMES = ['won', 'partly_won'] as const satisfies readonly Outcome[];

/** The three groups by which lists are filtered. */
export const CAMPAIGN_GROUPS = ['running', 'answered', 'ended'] as const;
export type CampaignGroup = (typeof CAMPAIGN_GROUPS)[number];
export const GROUP_STATES: Record<CampaignGroup, readonly CampaignState[]> = {
  running: ['active', 'paused', 'delivered'],
  answered: ['answered'],
  ended: ['won', 'partly_won', 'not_won', 'archived'],
};

/** Who moves it: an organiser leads, a reviewer (moderator or owner, never the one who submitted) lets it out. */
export type CampaignMover = 'organiser' | 'reviewer' | 'system';

const NEXT: Record<CampaignState, Partial<Record<CampaignMover, readonly CampaignState[]>>> = {
  draft: { organiser: ['review', 'archived'] },
  // Back to draft with a coded reason: nothing is lost, and it may be submitted again.
  review: { organiser: ['draft'], reviewer: ['active', 'draft'] },
  // Delivery and answer are recorded as such (commands), and move the campaign with them.
  active: { organiser: ['paused', 'archived'], reviewer: ['paused'], system: ['delivered', ...OUTCOMES] },
  paused: { organiser: ['active', 'archived'], system: ['delivered', ...OUTCOMES] },
  delivered: { organiser: ['paused', 'archived'], system: ['answered', ...OUTCOMES] },
  // A poor answer is taken further: a second delivery to the same or a higher body.
  answered: { organiser: ['archived'], system: ['delivered', ...OUTCOMES] },
  won: { organiser: ['archived'] },
  partly_won: { organiser: ['archived'], system: ['won', 'delivered'] },
  not_won: { organiser: ['archived', 'active'], system: ['partly_won', 'won', 'delivered'] },
  archived: {},
};

/** The states a mover may choose next. */
export function nextCampaignStates(state: CampaignState, mover: CampaignMover): readonly CampaignState[] {
  return NEXT[state][mover] ?? [];
}

export function canMoveCampaign(from: CampaignState, to: CampaignState, mover: CampaignMover): boolean {
  return nextCampaignStates(from, mover).includes(to);
}

export function isPublicCampaignState(state: CampaignState): state is (typeof PUBLIC_CAMPAIGN_STATES)[number] {
  return (PUBLIC_CAMPAIGN_STATES as readonly CampaignState[]).includes(state);
}

/** A paused campaign goes on where it stood: delivered if it was delivered before, active otherwise. */
export function resumedState(deliveredAt: Date | null): 'active' | 'delivered' {
  return deliveredAt === null ? 'active' : 'delivered';
}

/** Why a reviewer sends a draft back, or takes a page down. Said to the organiser in these words, with a sentence of the reviewer's own. */
export const REVIEW_REASONS = [
  'unclear_demand',
  'wrong_addressee',
  'names_private_person',
  'insult_or_accusation',
  'unproven_claim',
  'personal_data',
  'election_campaigning',
  'duplicate',
  'other',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** What is written into the campaign's own history. */
export const CAMPAIGN_STEPS = [
  'created',
  'moved',
  'edited',
  'demand',
  'evidence',
  'outcome_proposed',
  'outcome_refused',
  'delivery',
  'reply',
  'partner',
  'hidden',
  'shown',
  'brake',
] as const;

/** One demand, addressed to a post. `expired`: the promised or asked-for day passed without anything. */
export const DEMAND_STATES = ['open', 'promised', 'done_claimed', 'verified', 'refused', 'expired'] as const;
export type DemandState = (typeof DEMAND_STATES)[number];

const DEMAND_NEXT: Record<DemandState, readonly DemandState[]> = {
  open: ['promised', 'done_claimed', 'verified', 'refused', 'expired'],
  promised: ['done_claimed', 'verified', 'refused', 'expired'],
  // "The authority says it is done" is not "people saw that it is done": verifying is a step of its own.
  done_claimed: ['verified', 'open', 'expired'],
  verified: ['open'],
  refused: ['open', 'promised', 'done_claimed', 'verified'],
  expired: ['open', 'promised', 'done_claimed', 'verified', 'refused'],
};

export function nextDemandStates(state: DemandState): readonly DemandState[] {
  return DEMAND_NEXT[state];
}

export const MILESTONE_KINDS = ['supporters', 'date'] as const;
export const PARTNER_STATES = ['invited', 'accepted', 'declined', 'left'] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];
export const SUGGESTION_STATES = ['open', 'dismissed', 'used'] as const;
export const DOCUMENT_KINDS = ['picture', 'document', 'evidence', 'reply', 'stamp'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
/** Strangers may point out what is wrong with a page; a named body has a right of reply. */
export const CAMPAIGN_FLAG_KINDS = ['personal_data', 'insult', 'untrue', 'danger', 'other', 'body_reply'] as const;
export const CAMPAIGN_FLAG_STATES = ['open', 'accepted', 'dismissed'] as const;
