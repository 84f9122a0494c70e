import { isId } from '#app/kernel/ids.ts';
import { seal, unseal } from '#app/platform/crypto.server.ts';
import { CAMPAIGN_NEEDS, HANDOVERS, type CampaignNeed, type Handover } from './rules/desk.ts';

/** Where somebody was led here from: a place and at most a campaign; never who, and never a word. */
export type HandedOver = { from: Handover; campaignId?: string; need?: CampaignNeed };

const CONTEXT = 'legal.handover';

/** As a hidden field: sealed, so that nobody ties a request to a campaign whose workspace they cannot enter. */
export function sealHandover({
  campaignId = '',
  from,
  need = '',
}: {
  from: Handover;
  campaignId?: string;
  need?: string;
}): string {
  return seal([from, campaignId, need].join('/'), CONTEXT);
}

/** Null for anything that is not ours. */
export function readHandover(token: string): HandedOver | null {
  const [place, campaignId, wanted] = opened(token).split('/');
  const from = HANDOVERS.find((one) => one === place);
  if (!from) return null;
  const need = CAMPAIGN_NEEDS.find((one) => one === wanted);
  return { from, ...(isId(campaignId) ? { campaignId } : {}), ...(need ? { need } : {}) };
}

function opened(token: string): string {
  if (token === '') return '';
  try {
    return unseal(token, CONTEXT);
  } catch {
    // Changed or foreign: the same as none.
    return '';
  }
}
