import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { behindLink, leaveMailings } from '#app/features/mailings/commands/leave-mailings.server.ts';
import { takeReturnedMail } from '#app/features/mailings/commands/take-returned.server.ts';
import { takeReturned } from '#app/features/mailings/jobs.server.ts';
import { mailingToken, readMailingToken } from '#app/features/mailings/link.server.ts';
import { getMailing } from '#app/features/mailings/queries.server.ts';
import { sendWaiting } from '#app/features/mailings/send-waiting.server.ts';
import { newId } from '#app/kernel/ids.ts';
import * as unsubscribeRoute from '#app/routes/public/unsubscribe.tsx';
import type { Tasks } from '#app/platform/jobs.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { closeWorkerPool } from '#app/platform/worker-sql.server.ts';
import { bounceOf } from '#tests/support/returned-mail.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork, workAs } from '../issues/staff-world.ts';
import { later, mailbox, NOON, sentMessage, somebody } from './mailings-world.ts';

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

const run = (mailer: ReturnType<typeof mailbox>, minutes = 0) =>
  sendWaiting({ mailer, now: () => later(minutes), perMinute: 1000 });
const rowOf = async (mailingId: string): Promise<string> => {
  const [row] = await sql<{ id: string }[]>`select id from mailing_recipients where mailing_id = ${mailingId} limit 1`;
  return row?.id ?? '';
};
const consents = (organisationId: string) =>
  sql`select 1 from people_consents where organisation_id = ${organisationId} and withdrawn_at is null`;
function formOf(name: string, value: string): FormData {
  const form = new FormData();
  form.append(name, value);
  return form;
}
const fresh = () => sql`delete from people`;

describe('ending an organisation’s messages', () => {
  it('takes back what everybody of the address agreed to there, as often as it is pressed, and nothing elsewhere', async () => {
    await fresh();
    const theirs = neighbour.scope.organisationId;
    await somebody(at.organisationId, 'aile@sinaq.invalid', { name: 'Aytən Birinci' });
    await somebody(at.organisationId, 'aile@sinaq.invalid', { name: 'Zaur İkinci' });
    await somebody(theirs, 'aile@sinaq.invalid');
    const id = await sentMessage(at.organiser);
    const box = mailbox();
    await run(box);
    const token = /unsubscribe\/([\w.-]+)/u.exec(box.letters[0]?.unsubscribeUrl ?? '')?.[1];
    const row = readMailingToken(token) ?? '';
    expect(row).toBe(await rowOf(id));
    expect(await leaveMailings(row, false, later(1))).toBe(true);
    expect(await leaveMailings(row, false, later(2))).toBe(true);
    expect(await consents(at.organisationId)).toHaveLength(0);
    expect(await consents(theirs)).toHaveLength(1);
    expect((await getMailing(at.organiser.scope, id, later(3)))?.figures).toMatchObject({ sent: 1, unsubscribed: 1 });
    expect(await sql`select 1 from mailing_stops`).toHaveLength(0);
  });

  it.each([
    ['a form', new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    ['a form in parts', formOf('List-Unsubscribe', 'One-Click')],
    ['nothing that is a form', 'List-Unsubscribe=One-Click'],
    ['a broken form', new Blob(['--x'], { type: 'multipart/form-data; boundary=y' })],
    ['nothing at all', undefined],
  ])('is one press in a mail program, which sends %s: done at once, and no redirect', async (_, body) => {
    await fresh();
    await somebody(at.organisationId, 'bir-basis@sinaq.invalid');
    const id = await sentMessage(at.organiser);
    await run(mailbox());
    const token = mailingToken(await rowOf(id));
    const args = (request: Request) =>
      ({ request, params: { token }, context: { clientKey: 'k', origin: 'https://icma.test' } }) as never;
    const address = `https://icma.test/unsubscribe/${token}`;
    // Programs that look for viruses open every link.
    await unsubscribeRoute.loader(args(new Request(address)));
    expect(await consents(at.organisationId)).toHaveLength(1);
    const answer = await unsubscribeRoute.action(args(new Request(address, { method: 'POST', body: body ?? null })));
    expect(answer).toMatchObject({ data: { isComplaint: false } });
    expect(answer.init?.status ?? 200).toBe(200);
    expect(await consents(at.organisationId)).toHaveLength(0);
    expect(await sql`select 1 from mailing_stops`).toHaveLength(0);
  });

  it('answers a link whose row is gone, and no link that we did not make', async () => {
    const id = newId();
    expect(readMailingToken(mailingToken(id))).toBe(id);
    expect(await leaveMailings(id, false, NOON)).toBe(false);
    expect(await behindLink(id)).toBeUndefined();
    for (const made of [
      '',
      'x',
      id,
      `${id}.`,
      `${id}.${'a'.repeat(40)}`,
      `${mailingToken(id)}.x`,
      mailingToken(newId()).replace(/^[^.]+/u, id),
    ])
      expect(readMailingToken(made)).toBeNull();
  });
});

describe('an address that takes no mailings', () => {
  const job = async (): Promise<Tasks['mailings:returned'] | undefined> => {
    const [row] = await sql<{ payload: Tasks['mailings:returned'] }[]>`
      select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'mailings:returned' order by j.id desc limit 1`;
    return row?.payload;
  };

  it('is stopped for all organisations by its reader’s complaint, once the worker hears of it', async () => {
    await fresh();
    const theirs = neighbour.scope.organisationId;
    await somebody(at.organisationId, 'sikayet@sinaq.invalid');
    await somebody(theirs, 'sikayet@sinaq.invalid');
    const id = await sentMessage(at.organiser);
    const box = mailbox();
    await run(box);
    await leaveMailings(await rowOf(id), true, later(1));
    const payload = await job();
    expect(payload).toEqual({ recipientId: await rowOf(id), reason: 'complaint' });
    if (payload) expect(await takeReturned(payload, later(2))).toBe(true);
    const other = await sentMessage(neighbour);
    await run(box, 3);
    expect(box.letters).toHaveLength(1);
    expect((await getMailing(neighbour.scope, other, later(4)))?.figures).toMatchObject({ sent: 0, stopped: 1 });
  });

  it('is stopped by a delivery report that proves our letter; a made-up one stops nobody', async () => {
    await fresh();
    await sql`delete from mailing_stops`;
    await somebody(at.organisationId, 'bagli@sinaq.invalid');
    const id = await sentMessage(at.organiser);
    const box = mailbox();
    await run(box);
    const row = await rowOf(id);
    const operator = {
      actor: { ...at.organiser.actor, isOperator: true },
      scope: { kind: 'operator' as const, userId: at.organiser.scope.userId },
    };
    const made = await takeReturnedMail(operator, [
      bounceOf(mailingToken(row)),
      bounceOf(`${row}.${'b'.repeat(40)}`),
      'Subject: salam\r\n\r\nsalam',
    ]);
    expect(made).toEqual({ ok: true, value: { known: 1, other: 2 } });
    const payload = await job();
    expect(payload).toEqual({ recipientId: row, reason: 'bounce' });
    if (payload) await takeReturned(payload, later(2));
    expect((await getMailing(at.organiser.scope, id, later(3)))?.figures).toMatchObject({ sent: 0, bounced: 1 });
    expect(await sql`select reason from mailing_stops`).toEqual([{ reason: 'bounce' }]);
    const refused = await takeReturnedMail({ ...operator, actor: at.organiser.actor }, []);
    expect(refused).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
  });

  it('is stopped at once by a mail server that says for good that nobody lives there', async () => {
    await fresh();
    await sql`delete from mailing_stops`;
    await somebody(at.organisationId, 'yoxdur@sinaq.invalid');
    await somebody(at.organisationId, 'imtina@sinaq.invalid');
    const id = await sentMessage(at.organiser);
    const box = mailbox({ 'yoxdur@sinaq.invalid': 'no-address', 'imtina@sinaq.invalid': 'refused' });
    await run(box);
    expect((await getMailing(at.organiser.scope, id, later(3)))?.figures).toMatchObject({ bounced: 1, failed: 1 });
    expect(await sql`select reason from mailing_stops`).toEqual([{ reason: 'bounce' }]);
  });
});
