/** What a candidate may let a society see: counts, each switched on by herself. */
export const SHARE_KINDS = ['members', 'volunteers', 'events', 'tasks_done'] as const;
export type ShareKind = (typeof SHARE_KINDS)[number];

/** The text she agrees to (words `teams.link.consent.*`); a changed text is a new version. */
export const LINK_TEXT_VERSION = 'team-link-1';

/** A count of fewer than this says who it is. */
export const SMALLEST_COUNT = 5;

/** A count as a society may see it: null where it is too small to be nobody in particular, nought included. */
export const shownCount = (count: number): number | null => (count >= SMALLEST_COUNT ? count : null);
