import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAnswer } from '#app/features/authorities/commands/record-answer.server.ts';
import { sendLetter } from '#app/features/authorities/commands/send-letter.server.ts';
import { draftFollowUps } from '#app/features/authorities/follow-up.server.ts';
import { answerDue, holderOn, listBodyChoices, postsOfBody } from '#app/features/authorities/public.server.ts';
import { getLetter, listLetters } from '#app/features/authorities/queries.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { adminConnection, seedStory } from '#tests/support/story.ts';
import { atWork, byPost, drafted, edit, freshIssue, stored, type Work } from './world.ts';

let sql: postgres.Sql;
let aide: Work;
let perviz: Work;
beforeAll(async () => {
  await seedStory();
  sql = adminConnection();
  // The story's own letters have their own clocks: only those made here are looked at.
  await sql`update letters set answered_on = sent_at::date where state = 'sent'`;
  await sql`delete from holiday_years`;
  await year(2031, true, ['2031-03-20', '2031-03-21', '2031-03-24']);
  await year(2032, false, ['2032-01-01']);
  aide = { ...(await atWork(sql, 'astaracay', 'Aidə Kərimli')), now: new Date('2031-03-31T08:00:00+04:00') };
  perviz = await atWork(sql, 'gunesli', 'Pərviz Salmanlı');
}, 180_000);
afterAll(() => sql.end());

async function year(number: number, isSample: boolean, off: string[]): Promise<void> {
  await sql`insert into holiday_years ${sql({ year: number, is_sample: isSample, source: 'test', confirmed_at: isSample ? null : new Date() })}`;
  await sql`insert into holidays ${sql(off.map((on) => ({ year: number, on, name: 'off' })))}`;
}

async function sent(on: string, change: Record<string, unknown> = {}): Promise<string> {
  const issueId = await freshIssue(sql, 'astaracay', { category: 'road_surface', region: 'AZ-AST', ...change });
  const letterId = await drafted(aide, issueId);
  const result = await sendLetter(aide, byPost(letterId, { sentOn: new Date(`${on}T10:00:00+04:00`) }));
  if (!result.ok) throw new Error(result.refusal.code);
  return letterId;
}

const followUps = (letterId: string) =>
  sql`select purpose, state, body_id is not null as named, subject, blocked_by from letters where follows_id = ${letterId} order by created_at`;
const night = (day: string) =>
  draftFollowUps({ organisationId: aide.scope.organisationId }, new Date(`${day}T06:10:00+04:00`));

describe('the day on which an answer is due', () => {
  it('is counted from the next day over holidays, and says by which calendar', async () => {
    expect(await answerDue('2031-03-13')).toMatchObject({
      due: '2031-04-08',
      calendar: 'sample',
      missingYear: null,
      rule: { key: 'appeal.answer', days: 15 },
    });
    expect(await answerDue(new Date('2032-01-04T21:00:00Z'), { withStudy: true })).toMatchObject({
      due: '2032-02-16',
      calendar: 'confirmed',
      rule: { days: 30 },
    });
  });

  it('is not known in a year that nobody confirmed', async () => {
    expect(await answerDue('2032-12-20')).toMatchObject({ due: null, calendar: 'missing', missingYear: 2033 });
    expect(await answerDue('2030-12-02')).toMatchObject({ due: null, missingYear: 2030 });
  });
});

describe('the office', () => {
  it('has the holder of each day', async () => {
    const [post] = await sql<{ id: string; body_id: string; changed: string }[]>`
      select p.id, p.body_id, to_char(h.since, 'YYYY-MM-DD') as changed from posts p join bodies b on b.id = p.body_id
      join post_holders h on h.post_id = p.id where b.kind = 'rih' and b.region = 'AZ-AST' and p.position = 0 and h.until is null`;
    if (!post) throw new Error('no office');
    expect((await holderOn(post.id, post.changed))?.name).toBe('Nurəddin Bağırlı (nümunə)');
    const before = new Date(Date.parse(post.changed) - 86_400_000).toISOString().slice(0, 10);
    expect((await holderOn(post.id, before))?.name).toBe('Elxan Səmədli (nümunə)');
    expect(await holderOn(post.id, '1999-01-01')).toBeNull();
    const offices = await postsOfBody(post.body_id, dayOf(new Date()));
    expect(offices.map((one) => [one.names.en, one.holder?.name])).toEqual([
      ['Head of the executive authority', 'Nurəddin Bağırlı (nümunə)'],
      ['Deputy head', 'Könül Səfərzadə (nümunə)'],
    ]);
  });

  it('is offered with its body, likely ones first', async () => {
    const choices = await listBodyChoices('AZ-AST', 'waste', new Date());
    expect(choices.slice(0, 3).map((body) => [body.kind, body.isLikely])).toEqual([
      ['belediyye', true],
      ['rih', true],
      ['etsn', true],
    ]);
    expect(choices.filter((body) => body.region !== null && body.region !== 'AZ-AST')).toEqual([]);
    expect(choices.find((body) => body.kind === 'rih')?.posts).toHaveLength(2);
    expect(new Set(choices.map((body) => body.id)).size).toBe(choices.length);
  });

  it('is on the letter with whoever held it when it left', async () => {
    const letterId = await sent('2031-03-13');
    const body = await sql`select name_az from bodies where kind = 'aayda'`;
    const read = async () => getLetter(aide.scope, letterId, new Date('2035-01-01'));
    expect((await read())?.sheet.to).toEqual([body[0]?.name_az, 'Agentliyin sədri, Səyavuş Mehdizadə (nümunə)']);
    await sql`update post_holders set until = '2031-12-31' where name like 'Səyavuş%'`;
    expect((await read())?.post?.holder).toBe('Səyavuş Mehdizadə (nümunə)');
    expect((await read())?.sheet.to[1]).toContain('Səyavuş');
    await sql`update post_holders set until = null where name like 'Səyavuş%'`;
    await sql`update letters set answered_on = '2031-03-20' where id = ${letterId}`;
  });

  it('must be one of the chosen body', async () => {
    const letterId = await drafted(
      aide,
      await freshIssue(sql, 'astaracay', { category: 'road_surface', region: 'AZ-AST' }),
    );
    const [other] = await sql<
      { id: string }[]
    >`select p.id from posts p join bodies b on b.id = p.body_id where b.kind = 'adsea'`;
    expect(await edit(aide, letterId, { postId: other?.id ?? null })).toMatchObject({
      ok: false,
      refusal: { code: 'authorities.error.post-of-body' },
    });
  });
});

describe('the clock of a letter', () => {
  it('drafts a reminder on the working day after the term, once, and later a letter to the body above', async () => {
    const letterId = await sent('2031-03-13');
    // Due on Tuesday the 8th of April.
    expect(await night('2031-04-08')).toBe(0);
    expect(await night('2031-04-09')).toBe(1);
    expect(await night('2031-04-09')).toBe(0);
    expect(await Promise.all([night('2031-04-22'), night('2031-04-22')])).toContain(1);
    expect(await night('2031-05-30')).toBe(0);
    expect(await followUps(letterId)).toMatchObject([
      { purpose: 'reminder', state: 'ready', named: true },
      // Nobody is known above the agency: a person chooses.
      { purpose: 'escalation', state: 'draft', named: false, blocked_by: ['no-body'] },
    ]);
    expect((await followUps(letterId))[0]?.subject).toContain('Təkrar müraciət');
    const unsent = await sql`select count(*)::int as n from letters where follows_id = ${letterId} and state = 'sent'`;
    expect(unsent[0]?.n).toBe(0);
  });

  it('stops when the answer is there, and waits longer when the matter needs study', async () => {
    const answered = await sent('2031-03-13');
    const studied = await sent('2031-03-13');
    const asked = { letterId: answered, answeredOn: '2031-03-28', withStudy: false };
    expect(await recordAnswer(aide, asked)).toEqual({ ok: true, value: undefined });
    expect(await recordAnswer(aide, { letterId: studied, answeredOn: null, withStudy: true })).toMatchObject({
      ok: true,
    });
    await night('2031-04-29');
    expect(await followUps(answered)).toEqual([]);
    expect(await followUps(studied)).toEqual([]);
    const rows = (await listLetters(aide.scope)).rows;
    expect(rows.find((row) => row.id === answered)?.due).toBeNull();
    expect(rows.find((row) => row.id === studied)?.due).toMatchObject({ due: '2031-04-29', calendar: 'sample' });
    await night('2031-04-30');
    expect((await followUps(studied)).map((row) => row.purpose)).toEqual(['reminder']);
  });

  it('stops when the report itself says that the body answered, and for one that was taken back', async () => {
    const promised = await sent('2031-03-13');
    await sql`update issues set state = 'promised' where id = (select issue_id from letters where id = ${promised})`;
    const withdrawn = await sent('2031-03-13');
    await sql`update issues set state = 'withdrawn' where id = (select issue_id from letters where id = ${withdrawn})`;
    await night('2031-05-30');
    expect([...(await followUps(promised)), ...(await followUps(withdrawn))]).toEqual([]);
  });

  it('drafts nothing by a calendar that nobody confirmed', async () => {
    const letterId = await sent('2031-03-20');
    await sql`update letters set sent_at = '2030-12-02T10:00:00+04:00' where id = ${letterId}`;
    await night('2031-05-30');
    expect(await followUps(letterId)).toEqual([]);
  });

  it('refuses an answer from the future, before the letter, for an unsent one and for somebody else’s', async () => {
    const letterId = await sent('2031-03-13');
    const answer = (answeredOn: string | null, id = letterId, work = aide) =>
      recordAnswer(work, { letterId: id, answeredOn, withStudy: false });
    expect(await answer('2031-04-01')).toMatchObject({ ok: false, refusal: { field: 'answeredOn' } });
    expect(await answer('2031-03-12')).toMatchObject({ ok: false, refusal: { field: 'answeredOn' } });
    expect(await answer('2031-03-20', letterId, perviz)).toMatchObject({
      ok: false,
      refusal: { code: 'authorities.error.letter-unknown' },
    });
    const unsent = await drafted(aide, await freshIssue(sql, 'astaracay'));
    expect(await answer('2031-03-20', unsent)).toMatchObject({ ok: false });
    expect(await stored(sql, letterId)).toMatchObject({ answered_on: null });
  });
});
