/** The board between organisations: what one lacks and another has. Never money. */
export const BOARD_KINDS = ['need', 'offer'] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

export const OPPOSITE: Record<BoardKind, BoardKind> = { need: 'offer', offer: 'need' };

/** What can be lent, given or done. Money is none of them on purpose: no account, no sum, no donation goes over the board. */
export const BOARD_CATEGORIES = [
  'equipment',
  'room',
  'transport',
  'skill',
  'training',
  'translation',
  'volunteers',
  'materials',
  'printing',
  'advice',
  'other',
] as const;
export type BoardCategory = (typeof BOARD_CATEGORIES)[number];

/**
 * open: waits. proposed: somebody answered and waits for a word. agreed: one answer was taken. done: one side says that it
 * happened. confirmed: the other side says so too. withdrawn: taken back. expired: its last day went by unmatched.
 */
export const ENTRY_STATES = ['open', 'proposed', 'agreed', 'done', 'confirmed', 'withdrawn', 'expired'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];
/** What others see. */
export const SEEN_STATES = ['open', 'proposed'] as const satisfies readonly EntryState[];

/** lapsed: another answer was taken, or the entry ended. cancelled: agreed, and then it did not come to it. */
export const MATCH_STATES = [
  'proposed',
  'agreed',
  'done',
  'confirmed',
  'declined',
  'taken_back',
  'lapsed',
  'cancelled',
] as const;
export type MatchState = (typeof MATCH_STATES)[number];
/** The answers that hold an entry: of these an entry has one at most. */
export const HOLDING_STATES = ['agreed', 'done', 'confirmed'] as const satisfies readonly MatchState[];

export const BOARD_LIMITS = { title: 100, text: 1000, place: 120, note: 500, name: 80, contact: 254 } as const;
/** So many days without a match, and the organisation is told. */
export const UNMATCHED_DAYS = 14;
/** An entry reaches at most so many days ahead. */
export const MOST_DAYS_AHEAD = 366;
