import type { SubmissionResult } from '@conform-to/react';
import type { Band, Label, Matter } from '../rules/desk.ts';
import type { CaseState } from '../rules/lifecycle.ts';

/** What may be done with a case in its room of steps; each has a form and an id of its own. */
export const DEEDS = ['claim', 'move', 'pass', 'return', 'refer', 'hand', 'mark', 'band', 'summary'] as const;
export type Deed = (typeof DEEDS)[number];

/** A colleague who may be given the case. */
type Receiver = { staffId: string; name: string; isBar: boolean; isOnDuty: boolean; free: number };
/** What the room shows. */
export type CaseStepsProps = {
  slug: string;
  subject: {
    id: string;
    state: CaseState;
    matter: Matter | null;
    region: string | null;
    label: Label | null;
    isCourt: boolean;
    bandOverride: Band | null;
  };
  told: 'claimed' | 'moved' | 'passed' | 'referred' | 'handed' | 'marked' | 'band' | 'summary' | 'returned' | undefined;
  may: Record<Deed | 'close', boolean>;
  referral: string | null;
  receivers: readonly Receiver[];
  summary: { title: string; text: string };
  ids: readonly string[];
  returned: SubmissionResult<string[]> | undefined;
};
