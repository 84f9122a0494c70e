import type { Names } from '#app/kernel/regions.ts';
import type { BoardCategory, BoardKind, EntryState, MatchState } from './rules/kinds.ts';
import type { MatchStep, Side } from './rules/match-steps.ts';
import type { Reason } from './rules/suggest.ts';

/** Shapes that the board's pages show. Days are `YYYY-MM-DD`. */
export type EntryView = {
  id: string;
  isOurs: boolean;
  organisation: { slug: string | null; names: Names };
  kind: BoardKind;
  category: BoardCategory;
  title: string;
  text: string;
  locale: string;
  region: string;
  place: string;
  startsOn: string;
  endsOn: string;
  state: EntryState;
  createdAt: Date;
};
export type OwnLine = EntryView & { waiting: number; isUnmatched: boolean };
export type PairView = { own: EntryView; other: EntryView; reason: Reason };
/** The contact a side gave, to be seen by the other one once both agreed. */
export type BoardContact = { name: string; contact: string };
export type MatchView = {
  id: string;
  entryId: string;
  entry: { title: string; locale: string } | null;
  side: Side;
  other: { slug: string | null; names: Names };
  state: MatchState;
  note: string;
  ownEntry: { id: string; title: string; locale: string } | null;
  isDoneByUs: boolean;
  createdAt: Date;
  answeredAt: Date | null;
  steps: MatchStep[];
  /** The other side's; null before both agreed. */
  contact: BoardContact | null;
};
export type BoardCounts = {
  /** Answers to our entries that wait for our word. */
  answers: number;
  /** The other side says it happened; we have not said so yet. */
  toConfirm: number;
  suggestions: number;
  /** Ours, open for two weeks and more with no answer. */
  unmatched: number;
};
