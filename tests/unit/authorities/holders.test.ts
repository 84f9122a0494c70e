import { describe, expect, it } from 'vitest';
import { holderAmong, overlapsAny } from '#app/features/authorities/rules/holders.ts';

const spans = [
  { name: 'first', since: '2020-01-01', until: '2024-05-31' },
  { name: 'second', since: '2024-06-01', until: null },
  { name: 'acting', since: '2025-01-10', until: '2025-01-20' },
];

describe('the holder of an office', () => {
  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 'first'],
    ['2024-05-31', 'first'],
    ['2024-06-01', 'second'],
    ['2025-01-15', 'acting'],
    ['2025-01-21', 'second'],
  ])('on %s is %s', (day, name) => {
    expect(holderAmong(spans, day)?.name).toBe(name);
  });

  it('is nobody in a gap', () => {
    expect(holderAmong(spans.slice(0, 1), '2024-06-01')).toBeUndefined();
  });
});

describe('a span beside others', () => {
  it.each([
    [{ since: '2019-01-01', until: '2019-12-31' }, false],
    [{ since: '2019-01-01', until: '2020-01-01' }, true],
    [{ since: '2024-05-31', until: null }, true],
    [{ since: '2030-01-01', until: null }, true],
  ])('%o overlaps: %s', (span, answer) => {
    expect(overlapsAny(spans, span)).toBe(answer);
  });
});
