import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATEGORY_KEYS, THEMES } from '#app/features/issues/rules/categories.ts';
import { STATE_GROUPS } from '#app/features/issues/rules/lifecycle.ts';
import { parseWindow, type MapWindow } from '#app/features/issues/rules/map-window.ts';
import type { IssueFilters } from '#app/features/issues/public-filters.ts';
import { adminConnection, seedStory } from '#tests/support/story.ts';

const sql = adminConnection();
const WHOLE = '44,38,51.5,42';

beforeAll(seedStory, 60_000);
afterAll(() => sql.end());

const window = (bbox: string, zoom: number): MapWindow => {
  const found = parseWindow(bbox, String(zoom));
  if (!found) throw new Error(`${bbox} is not a window`);
  return found;
};

/** The parts of an answer, added up. */
async function sumOnMap(zoom: number, filters: IssueFilters, bbox = WHOLE): Promise<number> {
  const { findOnMap } = await import('#app/features/issues/map.server.ts');
  const answer = await findOnMap(window(bbox, zoom), filters);
  return answer.kind === 'points' ? answer.points.length : answer.clusters.reduce((sum, [, , count]) => sum + count, 0);
}

const filters: fc.Arbitrary<IssueFilters> = fc.record(
  {
    region: fc.constantFrom('AZ-AST', 'AZ-GA', 'AZ-SAK', 'AZ-LAN', 'AZ-NX', 'AZ-BA'),
    theme: fc.constantFrom(...THEMES),
    category: fc.constantFrom(...CATEGORY_KEYS),
    group: fc.constantFrom(...STATE_GROUPS),
    q: fc.constantFrom('su', 'yol', 'mekteb', 'зн', 'küçə'),
  },
  { requiredKeys: [] },
);

describe('the map', () => {
  it('adds up to the list’s total, at each zoom, under the same filters', async () => {
    const { listIssues } = await import('#app/features/issues/public-queries.server.ts');
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 3, max: 18 }), async (wanted, zoom) => {
        expect(await sumOnMap(zoom, wanted)).toBe((await listIssues(wanted)).total);
      }),
      { numRuns: 60 },
    );
  });

  it('follows each move in the same transaction', async () => {
    const before = await sumOnMap(7, {});
    const [issue] = await sql<
      { id: string; state: string; theme: string }[]
    >`select id, state, theme from issues where is_public and state = 'published' order by ref limit 1`;
    await sql`update issues set state = 'held' where id = ${issue?.id ?? ''}`;
    expect(await sumOnMap(7, {})).toBe(before - 1);
    expect(await sumOnMap(14, {})).toBe(before - 1);
    await sql`update issues set state = 'verified_fixed' where id = ${issue?.id ?? ''}`;
    expect(await sumOnMap(7, {})).toBe(before);
    await sql`update issues set public_lat = 41.5, public_lng = 48.5, theme = 'social' where id = ${issue?.id ?? ''}`;
    expect(await sumOnMap(7, { theme: 'social', group: 'fixed' }, '48,41.2,49,41.8')).toBeGreaterThanOrEqual(1);
    // A category has one theme; left as it is, a count from nothing would find two.
    await sql`update issues set state = ${issue?.state ?? ''}, theme = ${issue?.theme ?? ''} where id = ${issue?.id ?? ''}`;
  });

  it('keeps counts equal to a count from nothing', async () => {
    const kept =
      await sql`select region, category, state_group, located, count from issue_totals where count > 0 order by 1, 2, 3, 4`;
    const cells =
      await sql`select zoom, x, y, state_group, theme, count, sum_x, sum_y from issue_cells where count > 0 order by 1, 2, 3, 4, 5`;
    await sql`call app.rebuild_counts()`;
    expect(
      await sql`select region, category, state_group, located, count from issue_totals order by 1, 2, 3, 4`,
    ).toEqual(kept);
    expect(
      await sql`select zoom, x, y, state_group, theme, count, sum_x, sum_y from issue_cells order by 1, 2, 3, 4, 5`,
    ).toEqual(cells);
  });

  it('shows single reports in a street, and clusters when there are too many', async () => {
    const { findOnMap } = await import('#app/features/issues/map.server.ts');
    const street = await findOnMap(window('48.86,38.44,48.9,38.47', 16), {});
    expect(street.kind).toBe('points');
    const [org] = await sql<{ id: string }[]>`select organisation_id as id from issues limit 1`;
    await sql`insert into issues (id, ref, organisation_id, client_id, state, category, theme, region, title, public_title, locale, public_lat, public_lng, published_at)
      select gen_random_uuid(), nextval('issue_ref_seq'), ${org?.id ?? ''}, gen_random_uuid(), 'published', 'gas', 'infrastructure', 'AZ-AST', 'x', 'x', 'az', 38.455 + n * 0.000001, 48.88, now()
      from generate_series(1, 520) n`;
    const crowded = await findOnMap(window('48.86,38.44,48.9,38.47', 16), { category: 'gas', region: 'AZ-AST' });
    expect(crowded.kind).toBe('clusters');
    expect(crowded.total).toBeGreaterThanOrEqual(520);
  });

  it('takes no window that is not one', () => {
    const garbage = fc.oneof(
      fc.string(),
      fc.constantFrom('', '1,2,3', '1,2,3,4,5', '50,40,44,41', 'NaN,1,2,3', '1e999,0,1,1', '44,38,51,42;drop'),
    );
    fc.assert(
      fc.property(garbage, fc.oneof(fc.string(), fc.constantFrom('', '-1', '99', 'x', '1e9')), (bbox, zoom) => {
        const found = parseWindow(bbox, zoom);
        if (!found) return;
        expect(found.west).toBeLessThan(found.east);
        expect(found.north).toBeLessThan(found.south);
        expect(found.zoom).toBeGreaterThanOrEqual(5);
      }),
    );
    expect(parseWindow(WHOLE, '7')).toBeDefined();
  });

  it('never answers a country in street-sized pieces', () => {
    for (const zoom of ['12', '15', '18']) {
      const found = window(WHOLE, Number(zoom));
      const tiles = (found.east - found.west) / 2 ** (30 - found.zoom);
      expect(tiles).toBeLessThanOrEqual(33);
    }
    expect(window('48.86,38.44,48.9,38.47', 17).zoom).toBe(17);
  });
});
