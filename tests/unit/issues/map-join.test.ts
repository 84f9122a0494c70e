import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinTouching } from '#app/features/issues/rules/map-join.ts';

const at = (x: number, y: number, count: number, thing: string) => ({ x, y, count, thing });

describe('marks that would cover each other', () => {
  it('become one that stands where the greatest stood', () => {
    const joined = joinTouching([at(0, 0, 1, 'small'), at(20, 10, 5, 'great'), at(200, 0, 2, 'far')]);
    expect(joined).toEqual([
      { count: 6, things: ['great', 'small'] },
      { count: 2, things: ['far'] },
    ]);
  });

  it('reports of one settlement, all at the same point, become one', () => {
    expect(joinTouching([at(7, 7, 1, 'a'), at(7, 7, 1, 'b'), at(7, 7, 1, 'c')])).toEqual([
      { count: 3, things: ['a', 'b', 'c'] },
    ]);
  });

  it('lose nothing, and stand a thumb apart', () => {
    const mark = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 400 }),
      count: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(mark), (marks) => {
        const standing = marks.map((one) => ({ ...one, thing: one }));
        const joined = joinTouching(standing);
        expect(joined.reduce((sum, { count }) => sum + count, 0)).toBe(
          marks.reduce((sum, { count }) => sum + count, 0),
        );
        expect(joined.flatMap(({ things }) => things)).toHaveLength(marks.length);
        const places = joined.flatMap(({ things }) => things.slice(0, 1));
        for (const [index, a] of places.entries()) {
          for (const b of places.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(44);
        }
      }),
    );
  });
});
