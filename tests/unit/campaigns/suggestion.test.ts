import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CATEGORY_GROUPS,
  findClusters,
  isSameSuggestion,
  SUGGESTION_RULE,
  type NearReport,
} from '#app/features/campaigns/rules/suggestion.ts';
import { categoryByKey, type CategoryKey } from '#app/features/issues/rules/categories.ts';
import { haversineMetres } from '#app/kernel/geo.ts';

const now = new Date('2026-11-22T10:00:00Z');
const DAY = 86_400_000;
/** Metres to degrees at Astara's latitude. */
const east = (metres: number) => 48.87 + metres / (111_195 * Math.cos((38.45 * Math.PI) / 180));

function report(id: string, metres: number, daysAgo: number, category: CategoryKey = 'street_light'): NearReport {
  return {
    id,
    category,
    theme: categoryByKey(category)?.theme ?? '',
    lat: 38.45,
    lng: east(metres),
    publishedAt: new Date(now.getTime() - daysAgo * DAY),
    confirmations: 2,
  };
}
const row = (metres: readonly number[], daysAgo = 5, category: CategoryKey = 'street_light') =>
  metres.map((at, number) => report(`r${number}`, at, daysAgo + number, category));

describe('where a campaign could begin', () => {
  it.each([
    ['five within a kilometre', row([0, 200, 400, 700, 990]), 1],
    ['four are not enough', row([0, 200, 400, 700]), 0],
    ['the fifth is too far', row([0, 200, 400, 700, 1060]), 0],
    ['one of them is older than sixty days', [...row([0, 100, 200, 300]), report('old', 150, 61)], 0],
    ['sixty days less an hour still counts', [...row([0, 100, 200, 300]), report('old', 150, 59.9)], 1],
    ['another group does not help', [...row([0, 100, 200, 300]), report('water', 150, 3, 'water_supply')], 0],
    [
      'a listed group is one subject',
      [...row([0, 100, 200]), report('a', 150, 3, 'sidewalk'), report('b', 160, 3, 'road_surface')],
      1,
    ],
    [
      'outside of groups the theme is',
      [...row([0, 100, 200], 5, 'land_documents'), report('a', 150, 3, 'youth'), report('b', 1, 3, 'elderly')],
      1,
    ],
    ['what is published tomorrow is not there yet', [...row([0, 100, 200, 300]), report('soon', 150, -1)], 0],
    [
      'two clusters far apart',
      [
        ...row([0, 10, 20, 30, 40]),
        ...row([5000, 5010, 5020, 5030, 5040]).map((one) => ({ ...one, id: `z${one.id}` })),
      ],
      2,
    ],
  ])('%s', (_case, reports, count) => {
    expect(findClusters(reports, now)).toHaveLength(count);
  });

  it('says what it found', () => {
    const [cluster] = findClusters([...row([0, 200, 400]), report('x', 600, 20, 'sidewalk'), report('y', 850, 2)], now);
    expect(cluster).toMatchObject({ category: 'street_light', theme: 'infrastructure', confirmed: 10, days: 18 });
    expect(cluster?.metres).toBeGreaterThan(845);
    expect(cluster?.metres).toBeLessThan(855);
  });

  it('puts no category into two groups', () => {
    const all = Object.values(CATEGORY_GROUPS).flat();
    expect(new Set(all).size).toBe(all.length);
  });

  const reports = fc
    .array(
      fc.record({
        metres: fc.integer({ min: 0, max: 3000 }),
        north: fc.integer({ min: 0, max: 2000 }),
        daysAgo: fc.integer({ min: 0, max: 90 }),
        category: fc.constantFrom<CategoryKey>('street_light', 'sidewalk', 'water_supply', 'youth'),
      }),
      { maxLength: 40 },
    )
    .map((rows) =>
      rows.map(({ metres, north, daysAgo, category }, at) => ({
        ...report(`r${String(at).padStart(2, '0')}`, metres, daysAgo, category),
        lat: 38.45 + north / 111_195,
      })),
    );

  it('keeps its promises whatever lies on the map', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const clusters = findClusters(all, now);
        const used = clusters.flatMap((cluster) => cluster.reports);
        expect(new Set(used.map(({ id }) => id)).size).toBe(used.length);
        for (const { reports: members, metres, days } of clusters) {
          expect(members.length).toBeGreaterThanOrEqual(SUGGESTION_RULE.reports);
          expect(metres).toBeLessThanOrEqual(SUGGESTION_RULE.metres);
          expect(days).toBeLessThanOrEqual(SUGGESTION_RULE.days);
          for (const a of members)
            for (const b of members) expect(haversineMetres(a, b)).toBeLessThanOrEqual(SUGGESTION_RULE.metres);
        }
        // Nothing obvious is left: no report has four others of its group within half the distance.
        const left = all.filter((one) => !used.includes(one) && now.getTime() - one.publishedAt.getTime() < 60 * DAY);
        for (const one of left) {
          const group = (other: NearReport) => (other.category === 'sidewalk' ? 'street_light' : other.category);
          const near = left.filter((other) => group(other) === group(one) && haversineMetres(one, other) <= 500);
          expect(near.length).toBeLessThan(SUGGESTION_RULE.reports);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(reports, fc.func(fc.nat()), (all, shuffle) => {
        const ids = (list: readonly NearReport[]) =>
          findClusters(list, now).map((cluster) =>
            cluster.reports
              .map(({ id }) => id)
              .sort()
              .join(),
          );
        const mixed = [...all].sort((a, b) => shuffle(a.id) - shuffle(b.id));
        expect(ids(mixed).sort()).toEqual(ids(all).sort());
      }),
      { numRuns: 50 },
    );
  });
});

describe('one suggestion', () => {
  it.each([
    [['a', 'b', 'c', 'd', 'e'], ['a', 'b', 'c', 'd', 'e'], true],
    [['a', 'b', 'c', 'd', 'e'], ['a', 'b', 'c', 'x', 'y'], true],
    [['a', 'b', 'c', 'd', 'e'], ['a', 'b', 'x', 'y', 'z'], false],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'], ['a', 'b', 'c', 'd', 'e'], true],
    [['a', 'b', 'c', 'd'], ['a', 'b', 'x', 'y'], false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(isSameSuggestion(a, b)).toBe(same);
    expect(isSameSuggestion(b, a)).toBe(same);
  });
});
