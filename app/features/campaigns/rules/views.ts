/** What people are shown of a campaign: shapes of the queries, taken by the screens. */
import type { Locale } from '#app/kernel/locale.ts';
import type { Names } from '#app/kernel/regions.ts';
import type { CampaignState, DemandState, DocumentKind } from './lifecycle.ts';

export type CampaignCard = {
  id: string;
  slug: string;
  state: CampaignState;
  theme: string;
  category: string;
  region: string;
  place: string;
  title: string;
  summary: string;
  locale: Locale;
  organisation: { slug: string; names: Names } | null;
  supporters: number;
  goal: number;
  publishedAt: Date;
  isPast: boolean;
  /** Picture's document id, if there is one. */
  picture: string | null;
};

export type CampaignPage = { items: CampaignCard[]; total: number; next: string | null; previous: string | null };

/** Whom a demand is addressed to, in words: the office and who holds it today, or the body. */
export type AddresseeView = { bodyId: string | null; body: Names | null; post: Names | null; holder: string | null };

export type DemandMove = {
  id: string;
  from: DemandState;
  to: DemandState;
  note: string;
  evidenceUrl: string | null;
  at: Date;
};
export type DemandView = {
  id: string;
  text: string;
  state: DemandState;
  dueOn: string | null;
  changedAt: Date;
  postId: string | null;
  addressee: AddresseeView;
  moves: DemandMove[];
};

export type MilestoneView = {
  id: string;
  title: string;
  supporters: number | null;
  on: string | null;
  reachedAt: Date | null;
};
export type NewsView = { id: string; title: string; text: string; at: Date };
export type DocumentView = {
  id: string;
  kind: DocumentKind;
  title: string;
  url: string | null;
  fileName: string | null;
  mime: string | null;
  bytes: number | null;
  isPublic: boolean;
  at: Date;
};
export type StepView = { id: string; to: CampaignState; at: Date };
/** A report that the need stands on, with its live counters. */
export type NeedIssue = {
  ref: number;
  title: string;
  state: string;
  confirmations: number;
  region: string;
  place: string;
};

export type PublicCampaign = CampaignCard & {
  story: string;
  peopleAffected: number | null;
  lat: number | null;
  lng: number | null;
  closesAt: Date | null;
  isSigningPaused: boolean;
  hasPublicNames: boolean;
  deliveredAt: Date | null;
  endedAt: Date | null;
  before: string | null;
  after: string | null;
  verifier: string | null;
  verifiedOn: string | null;
  demands: DemandView[];
  milestones: MilestoneView[];
  news: NewsView[];
  documents: DocumentView[];
  steps: StepView[];
  issues: NeedIssue[];
  partners: { slug: string; names: Names; text: string; supporters: number }[];
  /** First names and initials of those who said that they may be shown; the newest few. */
  names: string[];
  bodyReplies: { id: string; bodyName: string; signatory: string; text: string; at: Date }[];
};
