import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseWindow, type MapWindow } from '#app/features/issues/rules/map-window.ts';
import { seedManyIssues } from '#db/seed/many-issues.ts';
import { adminConnection, seedStory } from '#tests/support/story.ts';

/** Enough that reading all of them is never the cheapest plan. */
const REPORTS = 20_000;
const TOWN = '46.30,40.63,46.42,40.73';

const sql = adminConnection();

beforeAll(async () => {
  await seedStory();
  await seedManyIssues(sql, REPORTS);
}, 180_000);
afterAll(() => sql.end());

type Plan = { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; Plans?: Plan[] };

const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];

/** The plan of the statement that `ask` sends through the public pool, parameters and all. */
async function planOf(ask: () => Promise<unknown>): Promise<Plan[]> {
  const { publicSql } = await import('#db/client.server.ts');
  const sent: { text: string; values: unknown[] }[] = [];
  publicSql.options.debug = (_connection, text, values) => void sent.push({ text, values: values as unknown[] });
  try {
    await ask();
  } finally {
    publicSql.options.debug = false;
  }
  const first = sent.find(({ text }) => /from published\./u.test(text));
  if (!first) throw new Error('No statement about published reports was sent');
  const [row] = await publicSql.unsafe<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(
    `explain (format json) ${first.text}`,
    first.values as never[],
  );
  return flat((row as { 'QUERY PLAN': [{ Plan: Plan }] })['QUERY PLAN'][0].Plan);
}

const readsAll = (plan: readonly Plan[]) =>
  plan.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'issues');
const indexes = (plan: readonly Plan[]) => plan.flatMap((node) => node['Index Name'] ?? []);
const sorts = (plan: readonly Plan[]) => plan.filter((node) => node['Node Type'].includes('Sort'));

const window = (bbox: string, zoom: number): MapWindow => {
  const found = parseWindow(bbox, String(zoom));
  if (!found) throw new Error(`${bbox} is not a window`);
  return found;
};

describe('with many reports', () => {
  it('the list walks its index from the newest, with and without a filter', async () => {
    const { listIssues } = await import('#app/features/issues/public-queries.server.ts');
    const cases = [
      [{}, 'issues_public_newest'],
      [{ region: 'AZ-AST' }, 'issues_public_region'],
      [{ category: 'gas' }, 'issues_public_category'],
    ] as const;
    for (const [filters, index] of cases) {
      const plan = await planOf(() => listIssues(filters));
      expect(indexes(plan), JSON.stringify(filters)).toContain(index);
      expect(readsAll(plan)).toEqual([]);
      expect(sorts(plan)).toEqual([]);
    }
  });

  it('a late page walks the same index from where the one before it ended', async () => {
    const { listIssues } = await import('#app/features/issues/public-queries.server.ts');
    const { next } = await listIssues({});
    const plan = await planOf(() => listIssues({}, { after: next }));
    expect(indexes(plan)).toContain('issues_public_newest');
    expect(sorts(plan)).toEqual([]);
  });

  it('the map reads kept cells and no report, down to a street that is too full', async () => {
    const { findOnMap } = await import('#app/features/issues/map.server.ts');
    for (const zoom of [7, 12, 14, 15]) {
      const plan = await planOf(() => findOnMap(window(TOWN, zoom), {}));
      expect(plan.map((node) => node['Relation Name']).filter(Boolean), `zoom ${zoom}`).toEqual(['issue_cells']);
      expect(indexes(plan)).toHaveLength(1);
    }
  });

  it('clusters add up to the same total at every zoom of the country’s view', async () => {
    const { findOnMap } = await import('#app/features/issues/map.server.ts');
    const { listIssues } = await import('#app/features/issues/public-queries.server.ts');
    const totals = new Set<number>();
    for (const zoom of [5, 6, 7]) totals.add((await findOnMap(window('44,38,51.5,42', zoom), {})).total);
    for (const zoom of [12, 13, 14, 15, 16, 17]) {
      const kept = await findOnMap(window(TOWN, zoom), {});
      const wanted = window(TOWN, zoom);
      const [live] = await sql<{ n: number }[]>`select count(*)::int as n from issues
        where is_public and merc_x >= ${wanted.west} and merc_x < ${wanted.east} and merc_y >= ${wanted.north} and merc_y < ${wanted.south}`;
      expect(kept.total, `zoom ${zoom}`).toBe(live?.n);
      if (kept.kind === 'clusters') expect(kept.clusters.reduce((sum, [, , count]) => sum + count, 0)).toBe(kept.total);
    }
    const [located] = await sql<{ n: number }[]>`select sum(count)::int as n from issue_totals where located`;
    expect([...totals]).toEqual([located?.n]);
    expect((await listIssues({})).total).toBeGreaterThanOrEqual(located?.n ?? 0);
  });
});
