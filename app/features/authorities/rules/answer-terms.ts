/**
 * How long an authority may take, as dated data. What is known of the law on appeals stands in `appeals-law.ts` and is
 * taken from there. A term of low certainty may help the staff and never reaches a public page: `publicTerms`.
 */
import { ruleOn, type DatedRule } from '#app/kernel/dated-rules/dated-rules.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { ANSWER_TERM, FORWARD_TERM } from './appeals-law.ts';

export type TermKey =
  'appeal.answer' | 'appeal.answer-with-study' | 'appeal.forward' | 'information.answer' | 'complaint.decision';

/** The day of the law on citizens' appeals, and of that on access to information. */
const APPEALS_LAW = '2015-09-30';
const INFORMATION_LAW = '2005-09-30';

export const ANSWER_TERMS: readonly DatedRule<TermKey>[] = [
  {
    key: 'appeal.answer',
    days: ANSWER_TERM.workingDays,
    unit: 'working',
    article: ANSWER_TERM.article,
    sources: ANSWER_TERM.sources,
    certainty: ANSWER_TERM.certainty,
    validFrom: APPEALS_LAW,
    validTo: null,
  },
  {
    key: 'appeal.answer-with-study',
    days: ANSWER_TERM.workingDaysWithStudy,
    unit: 'working',
    article: ANSWER_TERM.article,
    sources: ANSWER_TERM.sources,
    certainty: ANSWER_TERM.certainty,
    validFrom: APPEALS_LAW,
    validTo: null,
  },
  {
    key: 'appeal.forward',
    days: FORWARD_TERM.workingDays,
    unit: 'working',
    article: FORWARD_TERM.article,
    sources: FORWARD_TERM.sources,
    certainty: FORWARD_TERM.certainty,
    validFrom: APPEALS_LAW,
    validTo: null,
  },
  {
    key: 'information.answer',
    days: 7,
    unit: 'working',
    article: '23–24',
    sources: ['muhaz.org'],
    certainty: 'high',
    validFrom: INFORMATION_LAW,
    validTo: null,
  },
  // About a month by hearsay; nothing official was seen.
  {
    key: 'complaint.decision',
    days: 30,
    unit: 'calendar',
    article: '',
    sources: [],
    certainty: 'low',
    validFrom: null,
    validTo: null,
  },
];

/** The term for an answer that runs from `day`; undefined before there was such a law. */
export function answerTerm(day: Day, { withStudy = false } = {}): DatedRule<TermKey> | undefined {
  return ruleOn(ANSWER_TERMS, withStudy ? 'appeal.answer-with-study' : 'appeal.answer', day);
}

/** What strangers may be told of the terms that hold on a day: what is sure. */
export function publicTerms(day: Day, terms: readonly DatedRule<TermKey>[] = ANSWER_TERMS): DatedRule<TermKey>[] {
  return terms.filter((term) => isPublicTerm(term) && ruleOn(terms, term.key, day) === term);
}

/** Low-certainty law is not said to the public, nor is what nobody could look up. */
export function isPublicTerm({ certainty, sources }: Pick<DatedRule, 'certainty' | 'sources'>): boolean {
  return certainty === 'high' && sources.length > 0;
}
