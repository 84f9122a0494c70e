/** What people are shown of delivery and letters: shapes of the queries, taken by the screens. */
import type { DeliveryChannel, LetterState } from '#app/features/authorities/rules/letter.ts';
import type { FollowUpKind } from '#app/features/authorities/rules/follow-up.ts';
import type { Names } from '#app/kernel/regions.ts';
import type { LetterActionState, PackFileKind, PackState, ReplyKind } from './delivery.ts';
import type { PackCondition } from './pack.ts';

export type PackView = {
  id: string;
  state: PackState;
  addressee: string;
  progress: number;
  /** Waits longer than such a pack should take. */
  isSlow: boolean;
  unmet: PackCondition[];
  files: { kind: PackFileKind; bytes: number; pages: number | null; sha256: string }[];
  sha256: string | null;
  supporters: number | null;
  handSigned: number | null;
  madeAt: Date | null;
};

/** The clock of the answer. `on` is null without a calendar for the year that is missing. */
export type DueView = { on: string | null; isSample: boolean; missingYear: number | null; isLate: boolean };
export type ReplyView = {
  id: string;
  receivedOn: string;
  kind: ReplyKind;
  text: string;
  documentId: string | null;
  ratings: number;
  stars: number | null;
};
export type FollowupView = {
  id: string;
  kind: FollowUpKind;
  state: LetterState;
  addressee: string;
  text: string;
  sentOn: string | null;
};
export type DeliveryView = {
  id: string;
  addressee: string;
  channel: DeliveryChannel;
  deliveredOn: string;
  registerNumber: string | null;
  supporters: number;
  handSigned: number;
  packSha256: string | null;
  stampId: string | null;
  due: DueView;
  replies: ReplyView[];
  followups: FollowupView[];
};

export type PackFormView = {
  region: string;
  category: string;
  /** The draft that is gone on with; null begins another. */
  packId: string | null;
  addressee: string;
  addresseeName: string;
  letter: string;
  isRegistered: boolean;
  signatories: { id: string; fullName: string }[];
  signatory: string | null;
  demands: string[];
  handSigned: number;
};

export type PublicReply = ReplyView;
export type PublicDelivery = Pick<
  DeliveryView,
  'id' | 'addressee' | 'channel' | 'deliveredOn' | 'registerNumber' | 'supporters' | 'handSigned' | 'packSha256' | 'due'
> & { replies: PublicReply[] };

export type LetterCounts = Record<
  'pending' | 'queued' | 'sent' | 'held_duplicate' | 'self_sent' | 'withdrawn' | 'test',
  number
>;
export type LetterActionView = {
  id: string;
  state: LetterActionState;
  addressee: Names;
  subject: string;
  hints: string;
  hourlyMax: number;
  hasEmail: boolean;
  counts: LetterCounts;
  /** The first in line, without the writer's contact. */
  waiting: { id: string; name: string; region: string; text: string }[];
};

/** The open invitation as strangers see it. */
export type PublicLetterAction = {
  id: string;
  addressee: Names;
  /** As it stands on an Azerbaijani letter. */
  formal: string;
  subject: string;
  hints: string[];
  email: string | null;
  postalAddress: string | null;
};
