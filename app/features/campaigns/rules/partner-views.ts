import type { Names } from '#app/kernel/regions.ts';
import type { CampaignState, PartnerState } from './lifecycle.ts';
import type { AddresseeView } from './views.ts';

/** A partner as the lead sees it: its answer and its number, never its people. */
export type PartnerLine = {
  organisationId: string;
  slug: string | null;
  names: Names;
  state: PartnerState;
  supporters: number;
  invitedAt: Date;
  answeredAt: Date | null;
  leftAt: Date | null;
};

/** A partnership as the invited organisation sees it. `campaign` is null once it may not look any more and the page is not public. */
export type Partnership = {
  campaignId: string;
  state: PartnerState;
  text: string;
  invitedAt: Date;
  leftAt: Date | null;
  lead: { slug: string | null; names: Names };
  campaign: {
    slug: string;
    title: string;
    summary: string;
    locale: string;
    state: CampaignState;
    isPublic: boolean;
    demands: { id: string; text: string; addressee: AddresseeView }[];
  } | null;
  /** Confirmed support of this organisation's own people, and of all together. */
  own: number;
  total: number;
};

export type PartnershipLine = { campaignId: string; title: string; lead: Names; state: PartnerState };
