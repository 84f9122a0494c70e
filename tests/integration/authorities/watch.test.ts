import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderPriorities, type PriorityChange } from '#app/features/authorities/commands/order-priorities.server.ts';
import { publishDecision } from '#app/features/authorities/commands/publish-decision.server.ts';
import { saveDecision, type DecisionEntry } from '#app/features/authorities/commands/save-decision.server.ts';
import {
  exportPublicDecisions,
  getPublicDecision,
  listPublicDecisions,
} from '#app/features/authorities/public-decisions.server.ts';
import { parseWatchFilters } from '#app/features/authorities/rules/watch-filters.ts';
import { startCampaign } from '#app/features/campaigns/commands/start-campaign.server.ts';
import { exportDecisions, getDecision, listDecisions, listPriorities } from '#app/features/authorities/watch.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection, seedStory } from '#tests/support/story.ts';
import { atWork, type Work } from './world.ts';

let sql: postgres.Sql;
let aide: Work;
let perviz: Work;
let body: string;
const everything = parseWatchFilters(new URLSearchParams());

beforeAll(async () => {
  await seedStory();
  sql = adminConnection();
  aide = await atWork(sql, 'astaracay', 'Aidə Kərimli');
  perviz = await atWork(sql, 'gunesli', 'Pərviz Salmanlı');
  const [row] = await sql<{ id: string }[]>`select id from bodies where kind = 'rih' and region = 'AZ-AST'`;
  body = row?.id ?? '';
}, 180_000);
afterAll(() => sql.end());

const entry = (change: Partial<DecisionEntry> = {}): DecisionEntry => ({
  id: null,
  clientId: newId(),
  kind: 'hearing',
  bodyId: body,
  region: 'AZ-AST',
  on: '2026-05-04',
  title: 'Yol təmiri üzrə dinləmə',
  text: '',
  minutes: '',
  sourceUrl: null,
  amount: '',
  votes: [],
  promises: [{ id: null, text: 'Yol yaya qədər təmir olunsun', dueOn: '2026-06-01', state: 'open' }],
  ...change,
});

async function recorded(work: Work, change: Partial<DecisionEntry> = {}): Promise<string> {
  const saved = await saveDecision(work, entry(change));
  if (!saved.ok) throw new Error(saved.refusal.code);
  return saved.value.decisionId;
}

describe('a watched decision', () => {
  it('is recorded once of one form, and seen by nobody else before it is published', async () => {
    const form = entry();
    const both = await Promise.all([saveDecision(aide, form), saveDecision(aide, form)]);
    expect(both[0]).toEqual(both[1]);
    const id = both[0]?.ok ? both[0].value.decisionId : '';
    expect(await getDecision(aide.scope, id)).toMatchObject({ isPublic: false, promiseList: [{ state: 'open' }] });
    expect(await getDecision(perviz.scope, id)).toBeNull();
    expect(await getPublicDecision(id)).toBeNull();
    expect((await listDecisions(perviz.scope, everything, 1)).rows.map((row) => row.id)).not.toContain(id);
    expect(await saveDecision(perviz, entry({ id }))).toMatchObject({
      ok: false,
      refusal: { code: 'watch.error.unknown' },
    });
    expect(await publishDecision(perviz, { decisionId: id, clientId: newId(), isPublic: true })).toMatchObject({
      ok: false,
    });

    expect(await publishDecision(aide, { decisionId: id, clientId: newId(), isPublic: true })).toMatchObject({
      ok: true,
    });
    expect(await getPublicDecision(id)).toMatchObject({ id, promiseList: [{ text: 'Yol yaya qədər təmir olunsun' }] });
    await publishDecision(aide, { decisionId: id, clientId: newId(), isPublic: false });
    expect(await getPublicDecision(id)).toBeNull();
  });

  it('is not written by somebody who only reads', async () => {
    const reader = { ...aide, actor: { ...aide.actor, memberships: [] } };
    expect(await saveDecision(reader, entry())).toMatchObject({
      ok: false,
      refusal: { code: 'common.error.not-allowed' },
    });
  });

  it('keeps a promise that became a demand, and takes none of another decision', async () => {
    const id = await recorded(aide);
    const [promise] = (await getDecision(aide.scope, id))?.promiseList ?? [];
    await sql`update watched_promises set demand_id = ${newId()} where id = ${promise?.id ?? ''}`;
    await saveDecision(aide, entry({ id, promises: [] }));
    expect((await getDecision(aide.scope, id))?.promiseList).toHaveLength(1);
    const other = await recorded(aide, { promises: [] });
    const stolen = [{ id: promise?.id ?? null, text: 'Başqasının vədi', dueOn: null, state: 'open' as const }];
    expect(await saveDecision(aide, entry({ id: other, promises: stolen }))).toMatchObject({ ok: false });
    expect((await getDecision(aide.scope, other))?.promiseList).toEqual([]);
  });

  it('gives its promise to a campaign as the first demand, once, and to nobody else’s', async () => {
    const id = await recorded(aide);
    const promise = async () => (await getDecision(aide.scope, id))?.promiseList[0];
    const promiseId = (await promise())?.id ?? null;
    const begin = (work: Work) =>
      startCampaign(work, {
        clientId: newId(),
        locale: 'az',
        title: 'Yol təmir olunsun',
        summary: 'Yol yaya qədər təmir olunsun deyə',
        story: 'Dinləmədə söz verilib.',
        category: 'road_surface',
        region: 'AZ-AST',
        place: '',
        peopleAffected: null,
        goal: 100,
        closesAt: null,
        hasPublicNames: false,
        demands: [{ text: 'Yol yaya qədər təmir olunsun', addressee: { postId: null, bodyId: body } }],
        issueIds: [],
        suggestionId: null,
        promiseId,
      });
    expect(await begin(perviz)).toMatchObject({ ok: true });
    expect((await promise())?.demandId).toBeNull();
    expect(await begin(aide)).toMatchObject({ ok: true });
    const demandId = (await promise())?.demandId;
    const [demand] = await sql`select text from campaign_demands where id = ${demandId ?? ''}`;
    expect(demand?.text).toBe('Yol yaya qədər təmir olunsun');
    await begin(aide);
    expect((await promise())?.demandId).toBe(demandId);
  });

  it('is in the export as in the list; the public ones are the workspace’s published ones', async () => {
    const filters = parseWatchFilters(new URLSearchParams({ body, year: '2026' }));
    const list = await listDecisions(aide.scope, filters, 1);
    const table = await exportDecisions(aide.scope, filters);
    expect(table.map((row) => row.id)).toEqual(list.rows.map((row) => row.id));
    expect(list.rows.length).toBeGreaterThan(1);
    const slug = (
      await sql<{ slug: string }[]>`select slug from organisations where id = ${aide.scope.organisationId}`
    )[0]?.slug;
    const outside = (await listPublicDecisions(filters, 1)).rows;
    expect((await exportPublicDecisions(filters)).map((row) => row.id)).toEqual(outside.map((row) => row.id));
    expect(outside.filter((row) => row.organisation.slug === slug).map((row) => row.id)).toEqual(
      list.rows.filter((row) => row.isPublic).map((row) => row.id),
    );
  });
});

describe('priorities', () => {
  const list = { region: 'AZ-AST', year: 2030 };
  const change = (one: PriorityChange, work = aide) => orderPriorities(work, { clientId: newId(), change: one });
  const mine = async () => (await listPriorities(aide.scope)).find((one) => one.year === list.year);

  it('keep ranks without gaps however they are moved, and are public only when published', async () => {
    for (const text of ['birinci', 'ikinci', 'üçüncü']) await change({ intent: 'add', ...list, text, basis: '' });
    const [first, second] = (await mine())?.rows ?? [];
    await Promise.all([
      change({ intent: 'down', id: first?.id ?? '' }),
      change({ intent: 'up', id: second?.id ?? '' }),
    ]);
    await change({ intent: 'up', id: second?.id ?? '' });
    expect((await mine())?.rows.map((row) => row.rank)).toEqual([1, 2, 3]);
    await change({ intent: 'remove', id: first?.id ?? '' });
    expect((await mine())?.rows.map((row) => [row.rank, row.text])).toEqual([
      [1, 'ikinci'],
      [2, 'üçüncü'],
    ]);
    const outside = () => sql`select rank from community_priorities where year = 2030 and published_at is not null`;
    expect(await outside()).toHaveLength(0);
    await change({ intent: 'publish', ...list });
    await change({ intent: 'add', ...list, text: 'sonradan', basis: '' });
    expect(await outside()).toHaveLength(3);
    expect(await change({ intent: 'remove', id: second?.id ?? '' }, perviz)).toMatchObject({ ok: false });
  });

  it('stand beside a decision of that year', async () => {
    const id = await recorded(aide, { on: '2030-05-06' });
    await publishDecision(aide, { decisionId: id, clientId: newId(), isPublic: true });
    const page = await getPublicDecision(id);
    expect(page?.priorities[0]?.rows.map((row) => row.text)).toEqual(['ikinci', 'üçüncü', 'sonradan']);
  });
});
