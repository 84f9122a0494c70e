import { describe, expect, it } from 'vitest';
import { ANSWER_TERM, FORWARD_TERM } from '#app/features/authorities/rules/appeals-law.ts';
import { ANSWER_TERMS, answerTerm, isPublicTerm, publicTerms } from '#app/features/authorities/rules/answer-terms.ts';

describe('the answer terms', () => {
  it('are those of the law on appeals, and none before it', () => {
    expect(answerTerm('2026-02-02')?.days).toBe(ANSWER_TERM.workingDays);
    expect(answerTerm('2026-02-02', { withStudy: true })?.days).toBe(ANSWER_TERM.workingDaysWithStudy);
    expect(ANSWER_TERMS.find((term) => term.key === 'appeal.forward')?.days).toBe(FORWARD_TERM.workingDays);
    expect(answerTerm('2015-09-29')).toBeUndefined();
  });

  it('each name their source, or are of low certainty', () => {
    expect(ANSWER_TERMS.filter((term) => term.sources.length === 0 && term.certainty !== 'low')).toEqual([]);
    expect(ANSWER_TERMS.filter((term) => term.certainty === 'low').map((term) => term.key)).toEqual([
      'complaint.decision',
    ]);
  });

  it('reach the public only where they are sure', () => {
    expect(publicTerms('2026-02-02').map((term) => [term.key, term.days])).toEqual([
      ['appeal.answer', 15],
      ['appeal.answer-with-study', 30],
      ['appeal.forward', 3],
      ['information.answer', 7],
    ]);
    expect(isPublicTerm({ certainty: 'low', sources: ['example'] })).toBe(false);
    expect(isPublicTerm({ certainty: 'medium', sources: ['example'] })).toBe(false);
    expect(isPublicTerm({ certainty: 'high', sources: [] })).toBe(false);
  });
});
