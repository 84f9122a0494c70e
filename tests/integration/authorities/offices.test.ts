import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicAnswerDue } from '#app/features/authorities/calendar.server.ts';
import { extendTerm } from '#app/features/authorities/commands/extend-term.server.ts';
import { keepHolidays } from '#app/features/authorities/commands/keep-holidays.server.ts';
import { keepPosts } from '#app/features/authorities/commands/keep-posts.server.ts';
import { listDeadlines } from '#app/features/authorities/deadlines.server.ts';
import { answerDue, holderOn } from '#app/features/authorities/public.server.ts';
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

beforeAll(async () => {
  await seedStory();
  sql = adminConnection();
  aide = await atWork(sql, 'astaracay', 'Aidə Kərimli');
  perviz = await atWork(sql, 'gunesli', 'Pərviz Salmanlı');
  const [row] = await sql<{ id: string }[]>`select id from bodies where kind = 'rih' and region = 'AZ-AST'`;
  const [user] = await sql<{ id: string }[]>`select id from users where is_operator`;
  body = row?.id ?? '';
  operator = { scope: { kind: 'operator', userId: user?.id ?? '' }, now: new Date() };
}, 180_000);
afterAll(() => sql.end());

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

  it('count the longer term for a campaign’s delivery whose body needs study, by its own organisation alone', async () => {
    const [delivery] = await sql<{ id: string; campaign_id: string }[]>`
      select id, campaign_id from campaign_deliveries where organisation_id = ${aide.scope.organisationId} limit 1`;
    const deliveryId = delivery?.id ?? '';
    await sql`delete from campaign_replies where delivery_id = ${deliveryId}`;
    await sql`update campaigns set state = 'delivered' where id = ${delivery?.campaign_id ?? ''}`;
    const awaited = async () => {
      const { due, overdue, unknown } = await listDeadlines(aide.scope, aide.now);
      return [...overdue, ...due, ...unknown].find((one) => one.id === deliveryId);
    };
    const study = (work: Work, withStudy = true) => extendTerm(work, { deliveryId, clientId: newId(), withStudy });
    expect(await awaited()).toMatchObject({ kind: 'delivery', withStudy: false, due: { rule: { days: 15 } } });
    expect(await study(perviz)).toMatchObject({ ok: false });
    expect(await study(aide)).toMatchObject({ ok: true });
    expect(await awaited()).toMatchObject({ withStudy: true, due: { rule: { days: 30 } } });
    await study(aide, false);
    expect(await awaited()).toMatchObject({ withStudy: false });
  });
});
