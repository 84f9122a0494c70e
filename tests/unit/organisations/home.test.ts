import { describe, expect, it } from 'vitest';
import { FIRST_STEPS, firstStepLines, homeLines } from '#app/features/organisations/rules/home.ts';

const every = <T>(value: T) =>
  Object.fromEntries(FIRST_STEPS.map((key) => [key, value])) as Record<(typeof FIRST_STEPS)[number], T>;

describe('the lines of the day', () => {
  it('are only what waits, late ones first, in the order of the page', () => {
    expect(homeLines({ 'board-suggestions': 2, joining: 0, 'tasks-late': 1, 'letters-ready': 3 })).toEqual([
      { key: 'tasks-late', count: 1, isLate: true },
      { key: 'letters-ready', count: 3, isLate: false },
      { key: 'board-suggestions', count: 2, isLate: false },
    ]);
    expect(homeLines({})).toEqual([]);
  });
});

describe('first steps', () => {
  it('are those of the role, ticked off by what is there', () => {
    const may = { ...every(false), 'second-factor': true, report: true };
    expect(firstStepLines(may, { ...every(false), report: true })).toEqual([
      { key: 'second-factor', isDone: false },
      { key: 'report', isDone: true },
    ]);
  });

  it('are gone when nothing is left to do', () => {
    const may = { ...every(false), 'second-factor': true };
    expect(firstStepLines(may, { ...every(false), 'second-factor': true })).toEqual([]);
    expect(firstStepLines(may, every(false))).toHaveLength(1);
  });
});
