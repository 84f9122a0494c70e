/**
 * What a letter quotes of the law “Vətəndaşların müraciətləri haqqında” (30 September 2015), and why we think so.
 * Restated from state bodies' own pages, not from the law's text: `certainty` says how sure that is, and an organiser
 * sees the source beside the letter before it goes.
 */
export type LawFact = Readonly<{ article: string; sources: readonly string[]; certainty: 'high' | 'medium' }>;

/** Working days for an answer: 15, or 30 when the matter has to be studied or checked. */
export const ANSWER_TERM = {
  workingDays: 15,
  workingDaysWithStudy: 30,
  article: '10.1, 10.2',
  sources: ['arxkom.gov.az', 'repost.az'],
  certainty: 'high',
} as const satisfies LawFact & { workingDays: number; workingDaysWithStudy: number };

/** Working days in which a body that is not competent passes the appeal on and tells the sender. */
export const FORWARD_TERM = {
  workingDays: 3,
  article: '7.10',
  sources: ['arxkom.gov.az', 'repost.az'],
  certainty: 'high',
} as const satisfies LawFact & { workingDays: number };

/** Appeals without name and address are not considered; a legal person gives name, legal address and representative. */
export const SENDER_RULE = {
  article: '6.3, 6.4',
  sources: ['arxkom.gov.az', 'mfa.gov.az'],
  certainty: 'high',
} as const satisfies LawFact;

/** After this many reasoned answers within a year, a repeat without new facts may be left unread. */
export const REPEAT_RULE = {
  answers: 3,
  article: '8.1.4',
  sources: ['idda.az'],
  certainty: 'high',
} as const satisfies LawFact & { answers: number };
