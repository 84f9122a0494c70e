import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctRouting } from '#app/features/authorities/commands/correct-routing.server.ts';
import { publicBodiesFor, suggestBodies } from '#app/features/authorities/public.server.ts';
import { listBodyCards, listRoutes } from '#app/features/authorities/routing.server.ts';
import { getRoutingBoard } from '#app/features/authorities/routing-board.server.ts';
import { bodiesOfKinds, rankKinds } from '#app/features/authorities/rules/routing.ts';
import { CATEGORIES, isReportable } from '#app/features/issues/rules/categories.ts';
import { regionsForChoice } from '#app/kernel/regions.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { loadReference } from '#db/seed/reference/load.ts';
import { adminConnection, seedStory } from '#tests/support/story.ts';
import { atWork } from './world.ts';

let sql: postgres.Sql;
let aide: Awaited<ReturnType<typeof atWork>>;
let perviz: Awaited<ReturnType<typeof atWork>>;
beforeAll(async () => {
  await seedStory();
  sql = adminConnection();
  aide = await atWork(sql, 'astaracay', 'Aidə Kərimli');
  perviz = await atWork(sql, 'gunesli', 'Pərviz Salmanlı');
}, 180_000);
afterAll(() => sql.end());

/** Every choice of region × category that finds nobody, by the tables as they are. */
async function gaps(): Promise<string[]> {
  const { cards, routes } = await withScope(aide.scope, async (tx) => ({
    cards: await listBodyCards(tx),
    routes: await listRoutes(tx, null),
  }));
  const inUse = cards.filter((body) => body.isActive);
  return regionsForChoice().flatMap(({ code }) =>
    CATEGORIES.filter(({ key }) => isReportable(key))
      .filter(
        ({ key }) =>
          bodiesOfKinds(inUse, rankKinds(routes, { category: key, region: code, organisationId: null }), code)
            .length === 0,
      )
      .map(({ key }) => `${key} in ${code}`),
  );
}

describe('the reference tables', () => {
  it('know somebody for every category in every region a citizen may choose', async () => {
    expect(await gaps()).toEqual([]);
  });

  it('are seen to have gaps', async () => {
    await sql`update bodies set is_active = false where kind = 'adsea_suvarma'`;
    try {
      expect(await gaps()).toContain('irrigation in AZ-AST');
    } finally {
      await sql`update bodies set is_active = true where kind = 'adsea_suvarma'`;
    }
  });

  it('loaded again change nothing that an operator corrected', async () => {
    await sql`update bodies set name_az = 'Düzəldilmiş ad', email = null where kind = 'etsn'`;
    const before =
      await sql`select count(*)::int as bodies, (select count(*)::int from body_routes) as routes from bodies`;
    await loadReference(sql);
    expect(
      await sql`select count(*)::int as bodies, (select count(*)::int from body_routes) as routes from bodies`,
    ).toEqual(before);
    expect((await sql`select name_az, email from bodies where kind = 'etsn'`)[0]).toEqual({
      name_az: 'Düzəldilmiş ad',
      email: null,
    });
  });

  it('hold in the demo only addresses that reach nobody', async () => {
    const rows = await sql<{ email: string }[]>`select email from bodies where email is not null`;
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter((row) => !row.email.endsWith('.invalid'))).toEqual([]);
  });
});

describe('a correction', () => {
  const ask = (work: typeof aide, region = 'AZ-AST') =>
    withScope(work.scope, async (tx) =>
      (await suggestBodies(tx, { category: 'waste', region, organisationId: work.scope.organisationId })).map(
        (body) => body.kind,
      ),
    );

  it('holds for the organisation that made it and for nobody else, region before everywhere', async () => {
    expect(await ask(aide)).toEqual(['belediyye', 'rih', 'etsn']);
    await correctRouting(aide, { category: 'waste', region: null, bodyKind: 'etsn' });
    expect(await ask(aide)).toEqual(['etsn', 'belediyye', 'rih']);
    await correctRouting(aide, { category: 'waste', region: 'AZ-AST', bodyKind: 'rih' });
    expect(await ask(aide)).toEqual(['rih', 'etsn', 'belediyye']);
    expect(await ask(aide, 'AZ-MAS')).toEqual(['etsn', 'belediyye', 'rih']);
    expect(await ask(perviz)).toEqual(['belediyye', 'rih', 'etsn']);
    expect((await publicBodiesFor('waste', 'AZ-AST')).map((body) => body.kind)).toEqual(['belediyye', 'rih', 'etsn']);
  });

  it('made twice is one, taken back is none, and the trail keeps who did it', async () => {
    const history = async () => (await getRoutingBoard(aide.scope, 'AZ-AST')).history;
    const before = (await history()).length;
    await correctRouting(aide, { category: 'coast', region: 'AZ-AST', bodyKind: 'etsn' });
    await correctRouting(aide, { category: 'coast', region: 'AZ-AST', bodyKind: 'etsn' });
    await correctRouting(aide, { category: 'coast', region: 'AZ-AST', bodyKind: null });
    expect((await history()).slice(0, (await history()).length - before)).toMatchObject([
      { category: 'coast', region: 'AZ-AST', bodyKind: null, by: 'Aidə Kərimli' },
      { category: 'coast', region: 'AZ-AST', bodyKind: 'etsn', by: 'Aidə Kərimli' },
    ]);
    expect(
      (
        await sql`select count(*)::int as n from body_routes where category = 'coast' and organisation_id is not null`
      )[0]?.n,
    ).toBe(0);
  });

  it('is refused for what may not be a report', async () => {
    expect(await correctRouting(aide, { category: 'early_marriage', region: null, bodyKind: 'polis' })).toMatchObject({
      ok: false,
    });
    expect(await correctRouting(aide, { category: 'waste', region: 'AZ-NOPE', bodyKind: 'rih' })).toMatchObject({
      ok: false,
    });
  });

  it('shows on the board with its region, own regions first', async () => {
    const board = await getRoutingBoard(aide.scope, 'nonsense');
    expect(board).toMatchObject({ region: 'AZ-AST', gaps: [], regions: { own: ['AZ-AST'] } });
    expect(board.lines.find((line) => line.category === 'waste')?.own).toEqual({ bodyKind: 'rih', region: 'AZ-AST' });
    expect((await getRoutingBoard(perviz.scope, null)).history).toEqual([]);
  });

  it('of an earlier day is ended and kept when another follows, and holds for questions about its days', async () => {
    const on = (day: string) => ({ ...perviz, now: new Date(`${day}T12:00:00+04:00`) });
    await correctRouting(on('2026-01-10'), { category: 'coast', region: 'AZ-SM', bodyKind: 'etsn' });
    await correctRouting(on('2026-02-10'), { category: 'coast', region: 'AZ-SM', bodyKind: 'rih' });
    await correctRouting(on('2026-03-10'), { category: 'coast', region: 'AZ-SM', bodyKind: null });
    const lines = await sql`
      select body_kind, to_char(valid_from, 'YYYY-MM-DD') as since, to_char(valid_to, 'YYYY-MM-DD') as until from body_routes
      where category = 'coast' and organisation_id = ${perviz.scope.organisationId} order by valid_from`;
    expect(lines).toEqual([
      { body_kind: 'etsn', since: '2026-01-10', until: '2026-02-09' },
      { body_kind: 'rih', since: '2026-02-10', until: '2026-03-09' },
    ]);
    const own = (day: string) =>
      withScope(perviz.scope, async (tx) =>
        (await listRoutes(tx, perviz.scope.organisationId, day))
          .filter((line) => line.organisationId !== null)
          .map((line) => line.bodyKind),
      );
    expect(await own('2026-01-09')).toEqual([]);
    expect(await own('2026-02-09')).toEqual(['etsn']);
    expect(await own('2026-02-10')).toEqual(['rih']);
    expect(await own('2026-03-10')).toEqual([]);
  });
});
