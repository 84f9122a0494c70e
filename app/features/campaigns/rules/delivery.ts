/** Delivery and what came back (issue 3, parts 4 and 5). The channels are those of the authorities' letters. */
export const PACK_STATES = ['draft', 'queued', 'made', 'failed', 'deleted'] as const;
export type PackState = (typeof PACK_STATES)[number];

/** The files of a pack in the order in which they are hashed and handed over. Annexes are apart from the letter and from each other. */
export const PACK_FILES = ['pdf', 'docx', 'annex-a', 'annex-b'] as const;
export type PackFileKind = (typeof PACK_FILES)[number];
/** One file in the store, sealed in `parts` pieces below `key`; `bytes` and `sha256` are those of the file in clear. */
export type PackFile = {
  kind: PackFileKind;
  key: string;
  parts: number;
  bytes: number;
  pages: number | null;
  sha256: string;
};

export function isPackFileKind(value: unknown): value is PackFileKind {
  return (PACK_FILES as readonly unknown[]).includes(value);
}

/** How fully a body answered; `none` is recorded by nobody, it is what an overdue delivery has. */
export const REPLY_KINDS = ['full', 'partial', 'formal', 'refused'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** A supporter's own letter to a decision-maker. */
export const LETTER_ACTION_STATES = ['test', 'open', 'closed'] as const;
export type LetterActionState = (typeof LETTER_ACTION_STATES)[number];
export const SUPPORTER_LETTER_STATES = [
  'pending',
  'queued',
  'sent',
  'held_duplicate',
  'self_sent',
  'withdrawn',
] as const;
export const SUPPORTER_LETTER_WAYS = ['server', 'mailto', 'print', 'whatsapp'] as const;
export type SupporterLetterWay = (typeof SUPPORTER_LETTER_WAYS)[number];
/** Stars a supporter may give to an authority's answer. */
export const RATINGS = [1, 2, 3, 4, 5] as const;
