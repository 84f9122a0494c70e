/** Closed lists and limits of what a candidate's team keeps before an election. */

/** What must be in order by a step of the calendar before a candidate is registered, in this order. */
export const PAPER_KINDS = ['poster', 'leaflet', 'booklet', 'card', 'other'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const LIMITS = {
  payer: 200,
  lawyer: 120,
  municipality: 120,
  collector: 24,
  /** Signatures that one collector can bring in a day; more is a slip of the finger. */
  countADay: 500,
  note: 300,
  producer: 160,
  orderer: 160,
  title: 120,
  printRun: 1_000_000,
} as const;

/** Version of the words by which volunteers confirm age and citizenship; other words are another version. */
export const CONFIRMATION_VERSION = '2026-11';
