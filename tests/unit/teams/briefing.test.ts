import { describe, expect, it } from 'vitest';
import { isBriefedBy, markQuiz, stillToPass } from '#app/features/teams/rules/briefing.ts';
import { isPromiseLate } from '#app/features/teams/rules/meeting.ts';

const QUIZ = [
  { question: 'a', options: ['x', 'y'], correct: 1 },
  { question: 'b', options: ['x', 'y', 'z'], correct: 0 },
];

describe('a briefing', () => {
  it('is passed with every answer right', () => {
    expect(markQuiz(QUIZ, [1, 0])).toEqual({ right: 2, isPassed: true });
    expect(markQuiz(QUIZ, [1, 1])).toEqual({ right: 1, isPassed: false });
    expect(markQuiz(QUIZ, [1])).toEqual({ right: 1, isPassed: false });
  });

  it('counts in its needed version and newer ones', () => {
    const needed = [{ id: 'a', neededVersion: 2 }];
    expect(stillToPass(needed, [{ briefingId: 'a', version: 1 }])).toEqual(['a']);
    expect(stillToPass(needed, [{ briefingId: 'b', version: 2 }])).toEqual(['a']);
    expect(stillToPass(needed, [{ briefingId: 'a', version: 3 }])).toEqual([]);
  });

  it('briefs nobody when there is none', () => {
    expect(isBriefedBy([], [])).toBe(false);
    expect(isBriefedBy([{ id: 'a', neededVersion: 1 }], [])).toBe(false);
    expect(isBriefedBy([{ id: 'a', neededVersion: 1 }], [{ briefingId: 'a', version: 1 }])).toBe(true);
  });
});

describe('a promise', () => {
  it('is late from the day after its own, while it is open', () => {
    expect(isPromiseLate({ state: 'open', dueOn: '2025-01-10' }, '2025-01-11')).toBe(true);
    expect(isPromiseLate({ state: 'open', dueOn: '2025-01-10' }, '2025-01-10')).toBe(false);
    expect(isPromiseLate({ state: 'open', dueOn: null }, '2025-01-11')).toBe(false);
    expect(isPromiseLate({ state: 'kept', dueOn: '2025-01-10' }, '2025-01-11')).toBe(false);
  });
});
