import { describe, expect, it } from 'vitest';
import { LEAST_SHOWN, suppress, type CountTable } from '#app/features/legal-aid/rules/suppression.ts';

const table = (key: string, counts: readonly number[]): CountTable => ({
  key,
  cells: counts.map((count, at) => ({ key: String(at), count })),
});

/** Every way to share `total` among `parts` cells. */
function sharings(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
    sharings(total - first, parts - 1).map((rest) => [first, ...rest]),
  );
}

/**
 * The strongest reader: knows the rules and tries every pair of tables that would be published as this one is. A cell below
 * five that is the same in all of them has been computed.
 */
function computed(partsOf: readonly number[], most: number): string[] {
  const worlds = new Map<string, number[][]>();
  for (let total = 0; total <= most; total += 1) {
    const all = partsOf.map((parts) => sharings(total, parts));
    const [first = [], second = [[]]] = all;
    for (const one of first)
      for (const other of second) {
        const given = [one, ...(partsOf.length > 1 ? [other] : [])];
        const seen = JSON.stringify(suppress(given.map((counts, at) => table(String(at), counts))));
        const known = worlds.get(seen);
        const flat = given.flat();
        if (!known) worlds.set(seen, [flat.map(() => 0), flat, flat.slice()]);
        else
          flat.forEach((count, at) => {
            const [differs, low] = known as [number[], number[]];
            if (low[at] !== count) differs[at] = 1;
          });
      }
  }
  const found: string[] = [];
  for (const [seen, [differs, values]] of worlds as Map<string, [number[], number[]]>)
    values.forEach((value, at) => {
      if (value < LEAST_SHOWN && !differs[at]) found.push(`${value} in ${seen}`);
    });
  return found;
}

describe('G25: figures never expose a person', () => {
  it('lets nobody compute a cell below five from one table', () => {
    for (const parts of [2, 3, 4]) expect(computed([parts], parts === 4 ? 36 : 60)).toEqual([]);
  });

  it('lets nobody compute a cell below five from two tables over the same cases', () => {
    expect(computed([2, 2], 40)).toEqual([]);
    expect(computed([3, 2], 30)).toEqual([]);
    expect(computed([3, 3], 15)).toEqual([]);
  }, 30_000);

  it('hides small cells and a complement, rounds the rest', () => {
    const { tables, total } = suppress([table('track', [23, 3, 14])]);
    expect(total).toBe(40);
    expect(tables[0]?.cells.map((cell) => cell.count)).toEqual([25, null, null]);
  });

  it('shows nothing of fewer than five cases', () => {
    expect(suppress([table('track', [3, 1])])).toEqual({
      total: null,
      tables: [
        {
          key: 'track',
          cells: [
            { key: '0', count: null },
            { key: '1', count: null },
          ],
        },
      ],
    });
  });

  it('refuses tables that do not count the same cases', () => {
    expect(() => suppress([table('track', [10, 20]), table('month', [10, 21])])).toThrow(/same cases/);
  });
});
