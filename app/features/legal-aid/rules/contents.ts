/**
 * What the sealed records hold, by kind. JSON under a case's key (identity: under the identity key); days are `YYYY-MM-DD`.
 * Every field is optional to a reader: a record written by an older version must still open.
 */
import type { CampaignNeed, Flag, Matter, Track } from './desk.ts';

/** The choices made at intake. */
export type Answers = {
  track: Track;
  matter?: Matter;
  need?: CampaignNeed;
  flags: Flag[];
  region?: string;
  /** Where the matter stands: nothing done yet, written to the body, refused, in court. */
  stage?: 'nothing' | 'written' | 'answered' | 'refused' | 'court';
  /** The day something was received, and the last day the applicant was told. */
  receivedOn?: string;
  dueOn?: string;
  /** Who asks for somebody else, if so. */
  filedFor?: boolean;
};
/** Beside the answers, for nobody to read: who must not see the case (ids of staff), and the applicant's receipt (id, X25519 public key). */
export type SealedGuard = { keptOut: string[]; receiptId: string; receiptBox: string };
export type Story = { text: string };
export type SafeContact = {
  channel?: 'here' | 'phone' | 'email' | 'messenger' | 'visit';
  hours?: string;
  mayLeaveMessage?: boolean;
  codeWord?: string;
};
export type Identity = { name?: string; phone?: string; email?: string; address?: string; safe?: SafeContact };
export type Message = { text: string };
export type Note = { text: string };
/** `key`: the file's own key, base64url; `type` as sniffed, `bytes` before padding. */
export type FileContent = { name: string; type: string; bytes: number; key: string; isVoice?: boolean };
/** A document assembled at the desk: its template and the blanks that were filled; the file is a FileContent of its own. */
export type DocumentContent = { title: string; template: string; fields: Record<string, string> };
/** Of a deadline also the day its count began with, the day the count ended on, and what it was checked by (rules/deadlines). */
export type DateContent = { title: string; note?: string; from?: string; counted?: string; checked?: string };
export type Reason = { text: string };
export type OutcomeContent = { text: string };
export type Party = { side: 'ours' | 'other'; name?: string; phone?: string; fin?: string };
