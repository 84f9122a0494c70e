import type { BandNow } from './case-band.ts';
import type { CampaignNeed, Label, Matter, Track } from './desk.ts';
import type { CaseState } from './lifecycle.ts';

/** What the queue and a case's head say of a case; no words of anybody. */
export type CaseFacts = {
  id: string;
  number: number | null;
  state: CaseState;
  track: Track;
  need: CampaignNeed | null;
  matter: Matter | null;
  region: string | null;
  label: Label | null;
  isCourt: boolean;
  isFrozen: boolean;
  isWaitingForUs: boolean;
  isSealedInBrowser: boolean;
  openedOn: string;
  dueOn: string | null;
  paddedLength: number;
  band: BandNow;
  claimedByName: string | null;
  hasConflict: boolean;
};
