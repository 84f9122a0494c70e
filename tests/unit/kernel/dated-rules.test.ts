import { describe, expect, it } from 'vitest';
import { addWorkingDays, calendarOf, countWorkingDays, isWorkday } from '#app/kernel/dated-rules/calendar.ts';
import { dueDate, holdsOn, isOverdue, ruleOn, type DatedRule } from '#app/kernel/dated-rules/dated-rules.ts';
import { addDays, isDay } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';

const off = (on: string) => ({ on, isWorkday: false });
/** A table like those that operators keep: Novruz from the 20th to the 24th, the Victory days, a moved working Saturday. */
const year2026 = {
  year: 2026,
  status: 'confirmed' as const,
  days: [
    ...['2026-01-01', '2026-01-02', '2026-03-09', '2026-03-20', '2026-03-23', '2026-03-24', '2026-12-31'].map(off),
    { on: '2026-03-28', isWorkday: true },
  ],
};
const year2027 = { year: 2027, status: 'sample' as const, days: ['2027-01-01', '2027-01-20'].map(off) };
const calendar = calendarOf([year2026, year2027]);
const only2026 = calendarOf([year2026]);
const working = (days: number) => ({ days, unit: 'working' as const });

describe('a term in working days', () => {
  it.each([
    // Monday to Friday, from the next day on.
    ['2026-02-02', 3, '2026-02-05'],
    ['2026-02-06', 1, '2026-02-09'],
    ['2026-02-07', 1, '2026-02-09'],
    ['2026-02-02', 15, '2026-02-23'],
    ['2026-02-02', 30, '2026-03-17'],
    // Over Novruz: the 20th, 23rd and 24th are off, Saturday the 28th is worked in exchange.
    ['2026-03-19', 1, '2026-03-25'],
    ['2026-03-19', 4, '2026-03-28'],
    ['2026-03-19', 5, '2026-03-30'],
    ['2026-03-16', 15, '2026-04-08'],
  ])('from %s after %i days is due on %s', (from, days, on) => {
    expect(dueDate(working(days), from, calendar)).toEqual({ kind: 'due', on, calendar: 'confirmed' });
  });

  it('goes over the turn of the year, and is a sample if a day of it was', () => {
    expect(dueDate(working(2), '2026-12-28', calendar)).toEqual({
      kind: 'due',
      on: '2026-12-30',
      calendar: 'confirmed',
    });
    expect(dueDate(working(3), '2026-12-28', calendar)).toEqual({ kind: 'due', on: '2027-01-04', calendar: 'sample' });
    expect(dueDate(working(15), '2027-01-04', calendar)).toEqual({ kind: 'due', on: '2027-01-26', calendar: 'sample' });
  });

  it('has no due day in a year without a table, and says which', () => {
    expect(dueDate(working(3), '2026-12-28', only2026)).toEqual({ kind: 'no-calendar', year: 2027 });
    expect(dueDate(working(1), '2025-12-31', calendarOf([]))).toEqual({ kind: 'no-calendar', year: 2026 });
    expect(dueDate(working(2), '2026-12-28', only2026)).toMatchObject({ on: '2026-12-30' });
    expect(isWorkday('2028-02-01', calendar)).toBeUndefined();
  });

  it('counts nothing for nothing', () => {
    expect(addWorkingDays('2026-02-02', 0, calendar)).toEqual({ ok: true, on: '2026-02-02', status: 'confirmed' });
  });
});

describe('working days between two days', () => {
  it.each([
    ['2026-02-05', '2026-02-06', 1],
    ['2026-02-05', '2026-02-05', 0],
    ['2026-02-05', '2026-02-08', 1],
    ['2026-03-19', '2026-03-30', 5],
    // The table of 2028 is missing.
    ['2027-12-30', '2028-01-05', null],
  ])('after %s until %s are %s', (from, to, count) => {
    expect(countWorkingDays(from, to, calendar)).toBe(count);
  });
});

describe('a term in calendar days', () => {
  it('needs no table', () => {
    expect(dueDate({ days: 30, unit: 'calendar' }, '2026-12-15', calendarOf([]))).toEqual({
      kind: 'due',
      on: '2027-01-14',
      calendar: 'not-needed',
    });
  });
});

describe('overdue', () => {
  it('begins on the day after the last one, and never without a calendar', () => {
    const due = dueDate(working(3), '2026-02-02', calendar);
    expect([isOverdue(due, '2026-02-05'), isOverdue(due, '2026-02-06')]).toEqual([false, true]);
    expect(isOverdue({ kind: 'no-calendar', year: 2027 }, '2030-01-01')).toBe(false);
  });
});

describe('the version of a rule', () => {
  const rule = (days: number, validFrom: string | null, validTo: string | null): DatedRule<'a'> => ({
    key: 'a',
    days,
    unit: 'working',
    article: '1',
    sources: ['example'],
    certainty: 'high',
    validFrom,
    validTo,
  });
  const rules = [rule(30, null, '2015-09-29'), rule(15, '2015-09-30', '2026-12-31'), rule(10, '2026-06-01', null)];

  it.each([
    ['2015-09-29', 30],
    ['2015-09-30', 15],
    ['2026-05-31', 15],
    // The one that began later wins where two overlap.
    ['2026-06-01', 10],
    ['2027-01-01', 10],
  ])('on %s has %i days', (day, days) => {
    expect(ruleOn(rules, 'a', day)?.days).toBe(days);
  });

  it('is none outside of every span', () => {
    expect(ruleOn([rule(1, '2020-01-01', '2020-12-31')], 'a', '2021-01-01')).toBeUndefined();
    expect(holdsOn({ validFrom: null, validTo: null }, '1999-01-01')).toBe(true);
  });
});

describe('days', () => {
  it('are those of Baku', () => {
    expect(dayOf(new Date('2026-03-19T20:30:00Z'))).toBe('2026-03-20');
    expect(dayOf(new Date('2026-03-19T19:59:59Z'))).toBe('2026-03-19');
  });

  it.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['26-01-01', false],
    ['', false],
    [null, false],
  ])('%s is a day: %s', (text, answer) => {
    expect(isDay(text)).toBe(answer);
  });

  it('are added over months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});
