import type { CAMPAIGN_FLAG_KINDS, CampaignState, ReviewReason } from './lifecycle.ts';

/** An open remark about a campaign's page, or a body's reply to it, with the page it is about. */
export type OpenCampaignFlag = {
  id: string;
  kind: (typeof CAMPAIGN_FLAG_KINDS)[number];
  text: string;
  bodyName: string | null;
  signatory: string | null;
  createdAt: Date;
  campaign: { id: string; slug: string; title: string; state: CampaignState; isHidden: boolean };
};
/** A page that was taken down. */
export type HiddenCampaign = { id: string; title: string; hiddenAt: Date; reason: ReviewReason | null };
