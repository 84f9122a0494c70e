import { describe, expect, it } from 'vitest';
import { afterQuiet, isQuiet, retryAt } from '#app/features/mailings/rules/pace.ts';

describe('quiet hours', () => {
  it.each([
    ['00:00', true],
    ['08:59', true],
    ['09:00', false],
    ['12:30', false],
    ['20:59', false],
    ['21:00', true],
    ['23:59', true],
  ])('at %s in the country: %s', (hour, quiet) => {
    expect(isQuiet(new Date(`2026-11-23T${hour}:00+04:00`))).toBe(quiet);
  });

  it('are the country’s, whatever the day in London', () => {
    expect(isQuiet(new Date('2026-11-22T22:00:00Z'))).toBe(true);
    expect(isQuiet(new Date('2026-11-23T06:00:00Z'))).toBe(false);
  });
});

describe('an operator’s own hours', () => {
  it.each([
    ['02:00', true],
    ['03:59', true],
    ['04:00', false],
    ['23:00', false],
  ])('of two to four: at %s %s', (hour, quiet) => {
    expect(isQuiet(new Date(`2026-11-23T${hour}:00+04:00`), { from: 2, until: 4 })).toBe(quiet);
  });

  it('of no length are none', () => {
    expect(isQuiet(new Date('2026-11-23T03:00:00+04:00'), { from: 3, until: 3 })).toBe(false);
  });
});

describe('what is let go in the night', () => {
  it.each([
    ['2026-11-23T01:48:30+04:00', '2026-11-23T09:00:00+04:00'],
    ['2026-11-23T21:00:00+04:00', '2026-11-24T09:00:00+04:00'],
    ['2026-11-23T14:10:00+04:00', '2026-11-23T14:10:00+04:00'],
  ])('%s leaves at %s', (letGo, leaves) => {
    expect(afterQuiet(new Date(letGo))).toEqual(new Date(leaves));
  });
});

describe('trying again', () => {
  it('waits longer each time and gives up after the fifth', () => {
    const now = new Date('2026-11-23T08:00:00Z');
    const minutes = [1, 2, 3, 4, 5].map((attempt) => {
      const at = retryAt(attempt, now);
      return at && (at.getTime() - now.getTime()) / 60_000;
    });
    expect(minutes).toEqual([10, 60, 240, 720, null]);
  });
});
