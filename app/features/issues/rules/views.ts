/** What strangers and receipt holders are shown of a report: shapes of the queries, taken by the screens. */
import type { Names } from '#app/kernel/regions.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { IssueState, StateGroup } from './lifecycle.ts';

/** One report in a list. */
export type IssueCard = {
  ref: number;
  state: IssueState;
  category: string;
  region: string;
  place: string;
  title: string;
  /** The language it is written in; nothing is translated. */
  locale: Locale;
  confirmations: number;
  publishedAt: Date;
};

export type IssuePage = {
  items: IssueCard[];
  /** How many fit the filters; with words searched for, counted up to `COUNT_CAP` only. */
  total: number;
  isCapped: boolean;
  /** Cursors of the neighbouring pages. */
  next: string | null;
  previous: string | null;
};

/** Text searches are counted no further than this. */
export const COUNT_CAP = 1000;

/** A picture by its public id; `width` and `height` are the full size's. */
export type PhotoCard = { id: string; width: number; height: number };

/** A move that everybody may see. */
export type PublicStep = { id: string; state: IssueState; note: string | null; body: Names | null; at: Date };

export type BodyReply = { id: string; bodyName: string; signatory: string; text: string; at: Date };

export type PublicIssue = IssueCard & {
  details: string;
  theme: string;
  hasPoint: boolean;
  isBlurred: boolean;
  /** Only the settlement or the district is known: the point is its middle. */
  isByWords: boolean;
  organisation: { slug: string; names: Names } | null;
  steps: PublicStep[];
  photos: PhotoCard[];
  replies: BodyReply[];
};

export type GroupTotals = Record<StateGroup, number>;

/** A telephone number that the operator confirmed, with what it is for. */
export type EmergencyNumber = { number: string } & Names;

export type ReceiptMessage = { id: string; side: 'organisation' | 'reporter'; body: string; at: Date };

/** Everything the holder of a receipt sees. Pictures are numbered; their bytes come through the receipt, not the public door. */
export type ReceiptReport = {
  ref: number | null;
  state: IssueState;
  category: string;
  region: string;
  place: string;
  title: string;
  details: string;
  createdAt: Date;
  isPublic: boolean;
  hasContact: boolean;
  canDispute: boolean;
  organisation: { slug: string; names: Names } | null;
  steps: PublicStep[];
  photos: (PhotoCard & { isHidden: boolean })[];
  messages: ReceiptMessage[];
};
