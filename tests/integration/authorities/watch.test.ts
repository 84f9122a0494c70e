import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepHolidays } from '#app/features/authorities/commands/keep-holidays.server.ts';
import { keepPosts } from '#app/features/authorities/commands/keep-posts.server.ts';
import { orderPriorities, type PriorityChange } from '#app/features/authorities/commands/order-priorities.server.ts';
import { publishDecision } from '#app/features/authorities/commands/publish-decision.server.ts';
import { saveDecision, type DecisionEntry } from '#app/features/authorities/commands/save-decision.server.ts';
import { listDeadlines } from '#app/features/authorities/deadlines.server.ts';
import {
  exportPublicDecisions,
  getPublicDecision,
  listPublicDecisions,
} from '#app/features/authorities/public-decisions.server.ts';
import { answerDue, holderOn } from '#app/features/authorities/public.server.ts';
import { publicAnswerDue } from '#app/features/authorities/calendar.server.ts';
import { parseWatchFilters } from '#app/features/authorities/rules/watch-filters.ts';
import { exportDecisions, getDecision, listDecisions, listPriorities } from '#app/features/authorities/watch.server.ts';
import { readQuestion, whoDecides } from '#app/features/authorities/who-decides.server.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection, seedStory } from '#tests/support/story.ts';
import { atWork, type Work } from './world.ts';

let sql: postgres.Sql;
let aide: Work;
let perviz: Work;
let body: string;
let operator: { scope: { kind: 'operator'; userId: string }; now: Date };
const everything = parseWatchFilters(new URLSearchParams());

beforeAll(async () => {
  await seedStory();
  sql = adminConnection();
  aide = await atWork(sql, 'astaracay', 'Aidə Kərimli');
  perviz = await atWork(sql, 'gunesli', 'Pərviz Salmanlı');
  const [row] = await sql<{ id: string }[]>`select id from bodies where kind = 'rih' and region = 'AZ-AST'`;
  const [user] = await sql<{ id: string }[]>`select id from users where is_operator`;
  body = row?.id ?? '';
  operator = { scope: { kind: 'operator', userId: user?.id ?? '' }, now: new Date() };
}, 120_000);
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

describe('the operator’s tables', () => {
  it('end a holder when the next one begins, and keep the past', async () => {
    const make = {
      intent: 'post' as const,
      clientId: newId(),
      postId: null,
      titleAz: 'Katib',
      titleEn: 'Clerk',
      titleRu: 'Секретарь',
      isActive: true,
    };
    expect(await keepPosts(operator, { bodyId: body, change: make })).toMatchObject({ ok: true });
    expect(await keepPosts(operator, { bodyId: body, change: make })).toMatchObject({ ok: true });
    const rows = await sql<{ id: string }[]>`select id from posts where body_id = ${body} and title_en = 'Clerk'`;
    expect(rows).toHaveLength(1);
    const postId = rows[0]?.id ?? '';
    const holder = (name: string, since: string) =>
      keepPosts(operator, {
        bodyId: body,
        change: { intent: 'holder', clientId: newId(), postId, name, since, source: 'nümunə', checkedOn: null },
      });
    expect(await holder('Birinci', '2025-01-01')).toMatchObject({ ok: true });
    expect(await holder('İkinci', '2026-03-01')).toMatchObject({ ok: true });
    expect((await holderOn(postId, '2026-02-28'))?.name).toBe('Birinci');
    expect((await holderOn(postId, '2026-03-01'))?.name).toBe('İkinci');
    expect(await holder('Üçüncü', '2025-06-01')).toMatchObject({ ok: false, refusal: { field: 'since' } });
    const [open] = await sql<{ id: string }[]>`select id from post_holders where post_id = ${postId} and until is null`;
    const end = (until: string) =>
      keepPosts(operator, {
        bodyId: body,
        change: { intent: 'end', clientId: newId(), holderId: open?.id ?? '', until },
      });
    expect(await end('2026-02-01')).toMatchObject({ ok: false, refusal: { field: 'until' } });
    expect(await end('2026-04-30')).toMatchObject({ ok: true });
    expect(await holderOn(postId, '2026-05-01')).toBeNull();
    expect((await holderOn(postId, '2026-04-30'))?.name).toBe('İkinci');
  });

  it('give no due day in a year until it is confirmed', async () => {
    const change = (one: Record<string, unknown>) =>
      keepHolidays(operator, { clientId: newId(), year: 2041, ...one } as never);
    expect(await change({ intent: 'confirm', source: 'qərar' })).toMatchObject({ ok: false });
    expect(await change({ intent: 'paste', list: '01.01.2041 Yeni il\n20.03.2042 Novruz' })).toMatchObject({
      ok: false,
    });
    expect(await change({ intent: 'paste', list: '01.01.2041 Yeni il\n20.03.2041 Novruz' })).toMatchObject({
      ok: true,
    });
    expect(await change({ intent: 'add', on: '2041-03-16', name: 'iş günü', isWorkday: true })).toMatchObject({
      ok: true,
    });
    expect(await change({ intent: 'add', on: '2041-03-18', name: 'iş günü', isWorkday: true })).toMatchObject({
      ok: false,
    });
    expect(await answerDue('2041-03-04')).toMatchObject({ due: null, missingYear: 2041 });
    await change({ intent: 'confirm', source: 'Nazirlər Kabinetinin qərarı' });
    // The 16th, a Saturday, is worked, and the 20th is off.
    expect(await answerDue('2041-03-04')).toMatchObject({ due: '2041-03-25', calendar: 'confirmed' });
    await change({ intent: 'unconfirm' });
    expect(await answerDue('2041-03-04')).toMatchObject({ due: null });
  });
});

describe('who decides', () => {
  it('is found by region, by a point and by the name of a place', () => {
    const ask = (query: string) => readQuestion(new URLSearchParams(query));
    expect(ask('category=waste&region=AZ-AST')).toMatchObject({ category: 'waste', region: 'AZ-AST', isLost: false });
    expect(ask('lat=38.45&lng=48.87')).toMatchObject({ region: 'AZ-AST' });
    expect(ask('place=Pensər')).toMatchObject({ region: 'AZ-AST' });
    expect(ask('place=qqqqqqq')).toMatchObject({ region: null, isLost: true });
    expect(ask('lat=51&lng=0')).toMatchObject({ region: null, isLost: true });
    expect(ask('')).toMatchObject({ category: null, region: null, isLost: false });
    expect(ask('category=early_marriage&region=AZ-XX&lat=a&lng=b')).toMatchObject({ category: null, region: null });
  });

  it('answers the routed bodies with their offices of the day', async () => {
    const bodies = await whoDecides('waste', 'AZ-AST', dayOf(new Date()));
    expect(bodies.map((one) => one.kind)).toEqual(['belediyye', 'rih', 'etsn']);
    expect(bodies[1]?.posts[0]?.holder?.name).toBe('Nurəddin Bağırlı (nümunə)');
  });
});

describe('answers awaited', () => {
  it('are those of the organisation’s letters and deliveries, late ones first, and of nobody else', async () => {
    const own = await listDeadlines(aide.scope, aide.now);
    expect(own.overdue.length + own.due.length).toBeGreaterThan(0);
    const ids = [...own.overdue, ...own.due, ...own.unknown].map((one) => one.id);
    const others = await listDeadlines(perviz.scope, perviz.now);
    expect([...others.overdue, ...others.due, ...others.unknown].filter((one) => ids.includes(one.id))).toEqual([]);
    for (const one of own.overdue) expect((one.due.due ?? '') < dayOf(aide.now)).toBe(true);
    for (const one of own.due) expect((one.due.due ?? '') >= dayOf(aide.now)).toBe(true);
    const later = await listDeadlines(aide.scope, new Date(Date.parse(`${addDays(dayOf(aide.now), 40)}T08:00:00Z`)));
    expect(later.overdue.length).toBeGreaterThan(own.overdue.length);
  });

  it('are told to strangers on the report’s page with the sample said, and not once answered', async () => {
    const [open] = await sql<{ ref: string; id: string }[]>`
      select i.ref, l.id from letters l join issues i on i.id = l.issue_id
      where l.state = 'sent' and i.state = 'forwarded' and l.sent_at > now() - interval '60 days' limit 1`;
    const ref = Number(open?.ref);
    expect(await publicAnswerDue(ref)).toMatchObject({ isSample: true });
    await sql`update letters set answered_on = sent_at::date where issue_id = (select id from issues where ref = ${ref})`;
    expect(await publicAnswerDue(ref)).toBeNull();
  });
});
