import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMailing } from '#app/features/mailings/queries.server.ts';
import { stopKey, touchKey } from '#app/features/mailings/link.server.ts';
import { CAP } from '#app/features/mailings/rules/pace.ts';
import { sendWaiting } from '#app/features/mailings/send-waiting.server.ts';
import { blindIndex } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { closeWorkerPool } from '#app/platform/worker-sql.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork, workAs } from '../issues/staff-world.ts';
import { later, mailbox, sentMessage, somebody } from './mailings-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
let neighbour: StaffWork;
beforeAll(async () => {
  await sql`delete from people`;
  neighbour = await workAs(sql, 'perviz', 'gunesli');
});
afterAll(async () => {
  await Promise.all([sql.end(), closeWorkerPool()]);
});

const DAY = 24 * 60;
const ADDRESS = 'coxyazilan@sinaq.invalid';
const run = (mailer: ReturnType<typeof mailbox>, minutes: number) =>
  sendWaiting({ mailer, now: () => later(minutes), perMinute: 1000 });

describe('how many mailings an address gets', () => {
  it('is counted across organisations; one too many waits in silence and leaves when there is room', async () => {
    const theirs = neighbour.scope.organisationId;
    await somebody(at.organisationId, ADDRESS);
    await somebody(at.organisationId, 'az@sinaq.invalid');
    await somebody(theirs, ADDRESS);
    const box = mailbox();
    for (let n = 0; n < CAP.letters - 1; n += 1) await sentMessage(neighbour);
    await run(box, 0);
    await sentMessage(at.organiser);
    await run(box, 1);
    expect(box.to().filter((to) => to === ADDRESS)).toHaveLength(CAP.letters);
    const id = await sentMessage(at.organiser);
    await run(box, 2);
    expect(box.to().filter((to) => to === ADDRESS)).toHaveLength(CAP.letters);
    expect(box.to().filter((to) => to === 'az@sinaq.invalid')).toHaveLength(2);
    // A row that waits looks like every other that waits.
    const page = await getMailing(at.organiser.scope, id, later(3));
    expect(page).toMatchObject({ state: 'sending', figures: { sent: 1, waiting: 1, stopped: 0, failed: 0 } });
    const [row] = await sql`select state, attempts, claimed_at, settled_at, unsubscribed_at from mailing_recipients
      where mailing_id = ${id} and contact_index = ${blindIndex('email', ADDRESS)}`;
    expect(row).toEqual({ state: 'waiting', attempts: 0, claimed_at: null, settled_at: null, unsubscribed_at: null });
    await run(box, CAP.days * DAY - 5);
    expect(box.to().filter((to) => to === ADDRESS)).toHaveLength(CAP.letters);
    await run(box, CAP.days * DAY + 125);
    expect(box.to().filter((to) => to === ADDRESS)).toHaveLength(CAP.letters + 1);
  });

  it('is kept where only the worker asks: no role and no scope of the application reads it', async () => {
    const index = blindIndex('email', ADDRESS);
    expect((await sql`select 1 from mailing_touches where address_key = ${touchKey(index)}`).length).toBeGreaterThan(0);
    const columns = await sql<{ name: string }[]>`select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name in ('mailing_touches', 'mailing_delays', 'mailing_stops')`;
    expect(columns.map(({ name }) => name)).not.toContain('organisation_id');
    expect(new Set([index, touchKey(index), stopKey(index)]).size).toBe(3);
    const scopes: Scope[] = [
      at.organiser.scope,
      { kind: 'system', organisationId: at.organisationId },
      { kind: 'operator', userId: at.organiser.scope.userId },
      { kind: 'mailbox' },
    ];
    for (const scope of scopes)
      for (const question of [
        'select 1 from mailing_touches',
        'select 1 from mailing_delays',
        'select 1 from mailing_stops',
        `select app.mailing_candidates(gen_random_uuid(), now(), 1)`,
        `select app.claim_mailing(gen_random_uuid(), 'a', 'b', 'news', now(), 1, 1, 1)`,
        `select app.stop_mailings_to('a', 'bounce', now())`,
        'select app.mailings_due(now())',
      ])
        await expect(
          withScope(scope, (tx) => tx.execute(question)),
          `${scope.kind}: ${question}`,
        ).rejects.toMatchObject({
          cause: { code: '42501' },
        });
  });
});
