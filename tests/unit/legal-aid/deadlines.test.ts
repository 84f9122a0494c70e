import { describe, expect, it } from 'vitest';
import {
  daysLeft,
  deadlineForApplicant,
  deadlineOf,
  legalRule,
  mayBeTold,
  rulesFor,
} from '#app/features/legal-aid/rules/deadlines.ts';
import { LEGAL_RULES, TRIGGER_EVENTS, type LegalRule } from '#app/features/legal-aid/rules/legal-terms.ts';
import { calendarOf } from '#app/kernel/dated-rules/calendar.ts';
import { addMonths } from '#app/kernel/dated-rules/days.ts';
import { DEADLINE_TABLE as TABLE, YEARS } from './deadline-samples.ts';

const CALENDAR = calendarOf(YEARS);

const rule = (key: string): LegalRule => {
  const found = legalRule(key);
  if (!found) throw new Error(`no rule ${key}`);
  return found;
};

describe('G21: the table of deadlines', () => {
  it('has at least sixty dated cases, and each rule with a number', () => {
    expect(TABLE.length).toBeGreaterThanOrEqual(60);
    const told = new Set(TABLE.map(([key]) => key));
    const timed = (one: LegalRule) => one.readings.length > 0 && one.readings[0]?.unit !== 'hour';
    expect(LEGAL_RULES.filter((one) => timed(one) && !told.has(one.key)).map((one) => one.key)).toEqual([]);
  });

  it.each(TABLE)('%s from %s: %s', (key, from, on, counted, checked) => {
    const deadline = deadlineOf(rule(key), from, CALENDAR);
    if (on.startsWith('no table of ')) {
      expect(deadline).toEqual({ kind: 'no-calendar', year: Number(on.slice(-4)) });
      return;
    }
    expect(deadline).toMatchObject({
      kind: 'due',
      on,
      counted: counted ?? on,
      movedBack: Boolean(counted),
      at: null,
    });
    if (checked) expect(deadline).toMatchObject({ checked });
    else expect(deadline).not.toMatchObject({ checked: 'weekends-only' });
  });

  it.each([
    // Without the hour the day's first is taken: the earliest end there can be.
    ['information.answer-losing-value', '2026-03-20', '2026-03-21', '2026-03-20T20:00:00Z'],
    ['information.answer-danger', '2026-12-30', '2027-01-01', '2026-12-31T20:00:00Z'],
    ['information.answer-danger', '2024-02-28', '2024-03-01', '2024-02-29T20:00:00Z'],
    ['information.answer-losing-value', '2028-02-28', '2028-02-29', '2028-02-28T20:00:00Z'],
  ])('%s on the day %s ends in hours: %s', (key, from, on, at) => {
    expect(deadlineOf(rule(key), from, CALENDAR)).toMatchObject({
      kind: 'due',
      on,
      at: new Date(at),
      checked: 'not-needed',
    });
  });

  it("counts hours from the moment, in the country's time", () => {
    const at = new Date('2026-03-20T21:30:00Z');
    expect(deadlineOf(rule('information.answer-losing-value'), at, CALENDAR)).toMatchObject({
      on: '2026-03-22',
      at: new Date('2026-03-21T21:30:00Z'),
    });
    expect(deadlineOf(rule('information.answer-danger'), at, CALENDAR)).toMatchObject({ on: '2026-03-23' });
    // A day's term begins with the day in Baku, where it is the 21st already.
    expect(deadlineOf(rule('suit.contest'), at, CALENDAR)).toMatchObject({ counted: '2026-04-20' });
  });
});

describe('what is not known', () => {
  it('has no date, whatever the day', () => {
    for (const key of ['administrative.appeal', 'administrative.cassation'])
      expect(deadlineOf(rule(key), '2026-02-02', CALENDAR)).toEqual({ kind: 'unknown' });
  });

  it('is refused for a year without a table where working days are counted, and says which', () => {
    expect(deadlineOf(rule('appeal.answer'), '2028-02-01', CALENDAR)).toEqual({ kind: 'no-calendar', year: 2028 });
    expect(deadlineOf(rule('appeal.answer'), '2026-02-02', calendarOf([]))).toEqual({
      kind: 'no-calendar',
      year: 2026,
    });
  });

  it('says when a sample was looked up, also only to see whether the last day is off', () => {
    const sample = calendarOf([{ year: 2026, status: 'sample', days: YEARS[1]?.days ?? [] }]);
    expect(deadlineOf(rule('appeal.answer'), '2026-02-02', sample)).toMatchObject({ checked: 'sample' });
    expect(deadlineOf(rule('suit.contest'), '2026-02-02', sample)).toMatchObject({ checked: 'sample' });
    expect(deadlineOf(rule('suit.contest'), '2026-02-02', CALENDAR)).toMatchObject({ checked: 'confirmed' });
  });

  it('takes the earlier of two readings even where the later cannot be counted, and never the later one alone', () => {
    // Ten working days of 2028 cannot be counted, but they cannot end before ten calendar days either.
    expect(deadlineOf(rule('civil.ruling-appeal'), '2028-02-01', CALENDAR)).toMatchObject({
      on: '2028-02-11',
      earliestOf: 2,
    });
    const odd: LegalRule = {
      ...rule('civil.ruling-appeal'),
      readings: [
        { count: 3, unit: 'working' },
        { count: 10, unit: 'calendar' },
      ],
    };
    expect(deadlineOf(odd, '2028-02-01', CALENDAR)).toEqual({ kind: 'no-calendar', year: 2028 });
  });

  it('is out of force before its law', () => {
    expect(deadlineOf(rule('strasbourg.application'), '2022-01-31', CALENDAR)).toEqual({ kind: 'not-in-force' });
    expect(deadlineOf(rule('strasbourg.application'), '2022-02-01', CALENDAR)).toMatchObject({ kind: 'due' });
    expect(deadlineOf(rule('appeal.answer'), '2015-09-29', CALENDAR)).toEqual({ kind: 'not-in-force' });
  });
});

describe('G21: every rule', () => {
  it('has an id of its own, an event, a certainty, and a source unless it is only believed', () => {
    expect(new Set(LEGAL_RULES.map(({ key }) => key)).size).toBe(LEGAL_RULES.length);
    for (const one of LEGAL_RULES) {
      expect(TRIGGER_EVENTS).toContain(one.event);
      expect(one.anchor).toMatch(/^A\d+$/);
      if (one.certainty !== 'low') expect(one.sources.length, one.key).toBeGreaterThan(0);
    }
  });

  it('of low certainty or unknown length is told to nobody outside', () => {
    const hidden = LEGAL_RULES.filter((one) => !mayBeTold(one));
    expect([...new Set(hidden.map(({ anchor }) => anchor))].toSorted()).toEqual(['A13', 'A15', 'A8']);
    for (const one of hidden) expect(deadlineForApplicant(one, deadlineOf(one, '2026-02-02', CALENDAR))).toBeNull();
    const sure = rule('suit.contest');
    expect(deadlineForApplicant(sure, deadlineOf(sure, '2026-02-02', CALENDAR))).toMatchObject({ on: '2026-03-04' });
    // Believed is not told even where somebody wrote a source beside it.
    expect(mayBeTold({ ...sure, certainty: 'low' })).toBe(false);
    expect(mayBeTold({ ...sure, readings: [] })).toBe(false);
    expect(mayBeTold({ ...sure, sources: [] })).toBe(false);
    const noTable = rule('appeal.answer');
    expect(deadlineForApplicant(noTable, deadlineOf(noTable, '2028-02-02', CALENDAR))).toBeNull();
  });

  it('is found by its event, on days when it holds', () => {
    expect(rulesFor('act-served', '2026-02-02').map(({ key }) => key)).toEqual(['complaint.file', 'suit.contest']);
    expect(rulesFor('final-decision', '2021-02-02')).toEqual([]);
    expect(rulesFor('final-decision', '2026-02-02').map(({ key }) => key)).toEqual(['strasbourg.application']);
  });
});

describe('days and months', () => {
  it('left are counted until the last safe day', () => {
    expect([
      daysLeft('2026-03-30', '2026-03-27'),
      daysLeft('2026-03-27', '2026-03-27'),
      daysLeft('2026-02-28', '2026-03-01'),
    ]).toEqual([3, 0, -1]);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months: %s', (from, count, on) => {
    expect(addMonths(from, count)).toBe(on);
  });
});
