import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendWaiting } from '#app/features/mailings/send-waiting.server.ts';
import { closeWorkerPool } from '#app/platform/worker-sql.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { later, mailbox, NOON, sentMessage, somebody } from './mailings-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
beforeAll(async () => {
  await sql`delete from people`;
});
afterAll(async () => {
  await Promise.all([sql.end(), closeWorkerPool()]);
});
const run = (mailer: ReturnType<typeof mailbox>, now = NOON, perMinute = 1000) =>
  sendWaiting({ mailer, now: () => now, perMinute });

describe('when messages to many leave', () => {
  it('is at the set rate, of all messages together, and no faster with two workers', async () => {
    await sql`delete from people`;
    await sql`delete from mailings`;
    for (const n of [1, 2, 3, 4, 5]) await somebody(at.organisationId, `sira${n}@sinaq.invalid`);
    await sentMessage(at.organiser);
    const box = mailbox();
    const sent = await Promise.all([run(box, NOON, 3), run(box, NOON, 3)]);
    expect(sent[0] + sent[1]).toBe(3);
    expect(await run(box, later(0.5), 3)).toBe(0);
    expect(await run(box, later(1.1), 3)).toBe(2);
  });

  it('is one rate for workers that are at different rows at once', async () => {
    await sql`delete from people`;
    for (const n of [1, 2, 3, 4, 5, 6]) await somebody(at.organisationId, `yanasi${n}@sinaq.invalid`);
    const id = await sentMessage(at.organiser);
    await sql`update mailings set state = 'sending' where id = ${id}`;
    await sql`update mailing_recipients set claimed_at = null where mailing_id <> ${id}`;
    const rows = await sql<{ id: string }[]>`select id from mailing_recipients where mailing_id = ${id}`;
    // A row that is taken is counted by another worker only when its transaction is over: so that this takes a while.
    await sql.unsafe(`create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.05); return null; end $$;
      create trigger dawdling after insert on mailing_touches for each row execute function dawdle()`);
    const workers = postgres(process.env['DATABASE_WORKER_URL'] ?? '', { max: rows.length, onnotice: () => undefined });
    const lines = await Promise.all(rows.map(() => workers.reserve()));
    const claim = (row: { id: string }, line: postgres.ReservedSql) => line<{ outcome: string }[]>`
      select outcome from app.claim_mailing(${row.id}, ${`t${row.id}`}, ${`s${row.id}`}, 'news', ${later(30)}, 3, 3, 7)`;
    const claims = await Promise.all(
      lines.map((line, n) => claim(rows[n] ?? { id: '' }, line).finally(() => line.release())),
    ).finally(() => sql.unsafe('drop trigger dawdling on mailing_touches; drop function dawdle'));
    await workers.end();
    const outcomes = claims.map(([answer]) => answer?.outcome);
    expect(outcomes.filter((outcome) => outcome === 'claimed')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'paced')).toHaveLength(3);
  });

  it('is not between nine in the evening and nine in the morning', async () => {
    await sql`delete from people`;
    await sql`delete from mailings`;
    await somebody(at.organisationId, 'gece@sinaq.invalid');
    await sentMessage(at.organiser);
    const box = mailbox();
    expect(await run(box, new Date('2026-11-23T17:00:00Z'))).toBe(0);
    expect(await run(box, new Date('2026-11-24T04:59:00Z'))).toBe(0);
    expect(await run(box, new Date('2026-11-24T05:00:00Z'))).toBe(1);
  });
});
