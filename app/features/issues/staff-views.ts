/** What the staff's pages are given: shapes only, so that screens and queries name the same things. */
import type { CategoryKey } from './rules/categories.ts';
import type { LetterState } from '#app/features/authorities/rules/letter.ts';
import type { TableEncoding } from '#app/kernel/decode-table.ts';
import type { ColumnError } from './rules/import-table.ts';
import type { EventKind, FlagKind, IssueSource, MessageSide } from './rules/kinds.ts';
import type { IssueState } from './rules/lifecycle.ts';
import type { MemberRole } from '#app/kernel/actor.ts';
import type { LatLng, Names } from '#app/kernel/regions.ts';
import type { Locale } from '#app/kernel/locale.ts';

/** A report in a list: the public title once there is one, the reporter's until then. */
export type IssueLine = {
  id: string;
  ref: number | null;
  state: IssueState;
  title: string;
  place: string;
  region: string;
  category: CategoryKey;
  createdAt: Date;
};

export type QueueLine = IssueLine & {
  source: IssueSource;
  /** The colleague who wrote it down. */
  enteredBy: string | null;
  photos: number;
  /** Reports that may be about the same thing (see {@link NearIssue}). */
  similar: number;
};

/** `since`: the last move, or the reporter's answer. */
export type StandingLine = IssueLine & { since: Date };

export type OpenFlag = {
  id: string;
  kind: FlagKind;
  text: string;
  /** Of a body's reply: which body, and who signs. */
  bodyName: string | null;
  signatory: string | null;
  createdAt: Date;
  issue: IssueLine;
};

export type Today = {
  queue: QueueLine[];
  queueTotal: number;
  flags: OpenFlag[];
  flagsTotal: number;
  /** The reporter answered and nobody said that it was read. */
  answers: StandingLine[];
  /** Public, and no letter was ever prepared. */
  unforwarded: StandingLine[];
  unforwardedTotal: number;
  /** With the authority, or claimed to be done, for long (rules/moves STANDS_LONG_AFTER). */
  standing: StandingLine[];
  standingTotal: number;
  counts: { open: number; claimed: number; fixed: number };
  /** Taken back by their reporters within the last days. */
  withdrawn: number;
};

export type ListLine = IssueLine & {
  source: IssueSource;
  assignee: string | null;
  photos: number;
  confirmations: number;
  awaitsUs: boolean;
};

export type ListPage = {
  rows: ListLine[];
  total: number;
  /** Position of the first row, from 1; 0 when there is none. */
  from: number;
  before: string | null;
  after: string | null;
};

export type Colleague = { id: string; name: string; roles: MemberRole[] };

export type StaffPhoto = { id: string; width: number; height: number; isHidden: boolean; isBlackedOut: boolean };

/** Same theme within 250 m, or same region and category within 90 days. `metres` is null without two exact points. */
export type NearIssue = IssueLine & { metres: number | null };

export type HistoryStep = {
  id: string;
  kind: EventKind;
  from: IssueState | null;
  to: IssueState | null;
  /** Null for the reporter and for the system. */
  actor: string | null;
  actorRole: string;
  reason: string | null;
  note: string | null;
  body: Names | null;
  at: Date;
};

export type StaffMessage = { id: string; side: MessageSide; author: string | null; body: string; at: Date };

export type StaffIssue = IssueLine & {
  /** What a form made from this view says it saw (rules/moves seenToken). */
  seen: string;
  locale: Locale;
  source: IssueSource;
  enteredBy: string | null;
  /** As the reporter wrote it. */
  original: { title: string; details: string; place: string };
  /** What the public reads or will read. */
  wording: { title: string; details: string; place: string };
  sensitivity: number;
  /** For the organisation's eyes only. */
  exact: LatLng | null;
  isBlurred: boolean;
  isPublic: boolean;
  confirmations: number;
  publishedAt: Date | null;
  assigneeId: string | null;
  assignee: string | null;
  awaits: 'organisation' | 'reporter' | null;
  hasContact: boolean;
  photos: StaffPhoto[];
  history: HistoryStep[];
  messages: StaffMessage[];
  near: NearIssue[];
  flags: OpenFlag[];
  colleagues: Colleague[];
  /** Bodies that may have answered for the region. */
  bodies: { id: string; names: Names }[];
  letters: {
    id: string;
    state: LetterState;
    body: Names | null;
    at: Date;
    /** By which day the answer is due, where one is awaited; `on` is null in a year without a calendar. */
    due: { on: string | null; isSample: boolean; missingYear: number | null; now: Date } | null;
  }[];
};

/** A row of an uploaded table, its cells as they stand there, and what would become of it. */
export type PreviewRow = {
  /** Line of the file, counted as a table program does. */
  line: number;
  date: string;
  title: string;
  region: string;
  place: string;
  category: string;
  /** `known`: the organisation has it already; `repeated`: an earlier row of the file says the same. Both are left out. */
  outcome: 'ready' | 'known' | 'repeated' | 'wrong';
  errors: ColumnError[];
};

export type ImportPreview = {
  rows: PreviewRow[];
  encoding: TableEncoding;
  /** Columns that mean nothing here and are left out. */
  ignored: string[];
  counts: { ready: number; duplicates: number; wrong: number };
};
