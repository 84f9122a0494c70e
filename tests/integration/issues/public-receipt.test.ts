import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdReceipt, RECEIPT_MINUTES, readReceiptHolder } from '#app/features/issues/receipt-cookie.server.ts';
import type { ReceiptReport } from '#app/features/issues/rules/views.ts';
import * as issuePage from '#app/routes/public/issue.tsx';
import * as receipt from '#app/routes/public/receipt.tsx';
import * as receiptReport from '#app/routes/public/receipt-report.tsx';
import * as withdrawal from '#app/routes/public/receipt-withdrawal.tsx';
import { adminConnection } from '#tests/support/story.ts';
import { call, codeOf, issueOf, makeReader, openCode, publish, report } from './public-world.ts';

const sql = adminConnection();
beforeAll(async () => {
  await makeReader(sql, 'AZ-AST');
});
afterAll(() => sql.end());

const enter = (code: string, clientKey: string = randomUUID()) =>
  call(receipt.action as never, '/receipt', { code }, { clientKey });
const look = (cookie?: string) =>
  call(receiptReport.loader as never, '/receipt/report', null, cookie ? { cookie } : {});
const step = (cookie: string, fields: Record<string, string>) =>
  call(receiptReport.action as never, '/receipt/report', { clientId: randomUUID(), ...fields }, { cookie });
const withdraw = (cookie: string) => call(withdrawal.action as never, '/receipt/report/withdrawal', {}, { cookie });
const shown = async (cookie: string) => (await look(cookie)).body.report as ReceiptReport;
const page = (ref: number) => call(issuePage.loader as never, `/issues/${ref}`, null, { params: { ref: String(ref) } });

async function reported(changes: Record<string, string> = {}) {
  const code = codeOf(await report(changes));
  const { id } = await issueOf(sql, code);
  return { code, id, cookie: await openCode(code) };
}

describe('a receipt', () => {
  it('opens its own report, however it is typed', async () => {
    const { code } = await reported();
    const answer = await enter(` ${code.replaceAll(/(.{4})/g, '$1 - ')}`);
    expect(answer).toMatchObject({ status: 303, location: '/receipt/report' });
    expect(await shown(answer.cookie)).toMatchObject({
      title: 'Məktəbin yanında yol dağılıb',
      state: 'received',
      isPublic: false,
      steps: [{ state: 'received' }],
    });
    expect(answer.cookie).not.toContain(code);
  });

  it('gives one answer to an unknown number, a wrong secret and a text that is no code', async () => {
    const { code } = await reported();
    const wrong = code.slice(0, 27) + ((Number(code[27]) + 1) % 10);
    for (const typed of [`4${'9'.repeat(27)}`, wrong, '12', code.slice(0, 27), `${code}1`, '💧', '']) {
      const answer = await enter(typed);
      expect(answer.status).toBe(422);
      expect(answer.errors).toEqual({ code: ['issues.receipt.error.wrong'] });
      expect(answer.cookie).toBe('');
    }
  });

  it('cannot be guessed: after six wrong ones a network waits, also for a right one', async () => {
    const { code } = await reported();
    const mine = randomUUID();
    for (let wrong = 0; wrong < 6; wrong += 1) expect((await enter(`1${'0'.repeat(27)}`, mine)).status).toBe(422);
    expect((await enter(`1${'0'.repeat(27)}`, mine)).status).toBe(429);
    expect((await enter(code, mine)).status).toBe(429);
    expect((await enter(code)).status).toBe(303);
  });

  it('does not count right ones, nor what cannot be a code', async () => {
    const { code } = await reported();
    const mine = randomUUID();
    for (let right = 0; right < 8; right += 1) expect((await enter(code, mine)).status).toBe(303);
    for (let typo = 0; typo < 8; typo += 1) expect((await enter(code.slice(1), mine)).status).toBe(422);
    expect((await enter(code, mine)).status).toBe(303);
  });
});

describe('the receipt’s cookie', () => {
  const now = new Date();
  const holder = { issueId: randomUUID(), organisationId: randomUUID() };
  const asked = (cookie: string) => new Request('https://icma.test/', { headers: { cookie } });
  const pair = (cookie: string) => cookie.split(';')[0] ?? '';

  it('is good for its time and not for longer', () => {
    const cookie = pair(holdReceipt(holder, now));
    const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    expect(readReceiptHolder(asked(cookie), after(RECEIPT_MINUTES - 1))).toEqual(holder);
    expect(readReceiptHolder(asked(cookie), after(RECEIPT_MINUTES))).toBeNull();
  });

  it('is sealed', () => {
    const cookie = pair(holdReceipt(holder, now));
    expect(cookie).not.toContain(holder.issueId);
    for (const broken of [
      'receipt=',
      'receipt=v1.AAAA',
      `receipt=${holder.issueId}`,
      `${cookie.slice(0, -4)}AAAA`,
      cookie.replace('v1', 'v2'),
      'other=1',
    ]) {
      expect(readReceiptHolder(asked(broken), now), broken).toBeNull();
    }
  });

  it('is asked for by every page and step behind it', async () => {
    expect(await look()).toMatchObject({ status: 303, location: '/receipt' });
    expect(await look('receipt=v1.AAAA')).toMatchObject({ status: 303, location: '/receipt' });
    expect(await step('', { step: 'answer', text: 'salam' })).toMatchObject({
      status: 303,
      location: '/receipt?done=expired',
    });
    expect(await withdraw('')).toMatchObject({ status: 303, location: '/receipt?done=expired' });
    expect(await call(withdrawal.loader as never, '/receipt/report/withdrawal', null)).toMatchObject({
      status: 303,
      location: '/receipt',
    });
    const ghost = pair(holdReceipt(holder, now));
    expect(await look(ghost)).toMatchObject({ status: 303, location: '/receipt?done=expired' });
    expect(await step(ghost, { step: 'answer', text: 'salam' })).toMatchObject({ location: '/receipt?done=expired' });
  });

  it('is taken away by closing', async () => {
    const { cookie } = await reported();
    expect(await step(cookie, { step: 'close' })).toMatchObject({
      status: 303,
      location: '/receipt?done=closed',
      cookie: 'receipt=',
    });
  });
});

describe('the reporter', () => {
  it('answers once for each form, and the organisation is told to look', async () => {
    const { id, cookie } = await reported();
    const clientId = randomUUID();
    for (const text of ['Bu gün də belədir.', 'Bu gün də belədir.'])
      expect(await step(cookie, { step: 'answer', clientId, text })).toMatchObject({
        status: 303,
        location: '/receipt/report?done=answered',
      });
    const messages = await sql`select side, body, author_id from issue_messages where issue_id = ${id}`;
    expect(messages).toEqual([{ side: 'reporter', body: 'Bu gün də belədir.', author_id: null }]);
    expect(await sql`select awaits from issues where id = ${id}`).toEqual([{ awaits: 'organisation' }]);
    expect((await shown(cookie)).messages).toMatchObject([{ side: 'reporter', body: 'Bu gün də belədir.' }]);
  });

  it('sees questions and public notes, and never a reason', async () => {
    const { id, cookie } = await reported();
    const [issue] = await sql`select organisation_id from issues where id = ${id}`;
    const mine = { issue_id: id, organisation_id: issue?.organisation_id };
    await sql`insert into issue_messages ${sql({ ...mine, id: randomUUID(), client_id: randomUUID(), side: 'organisation', body: 'Hansı küçədir?' })}`;
    await sql`insert into issue_events ${sql({ ...mine, id: randomUUID(), kind: 'move', to_state: 'held', actor_role: 'moderator', reason: 'DAXİLİ', public_note: 'Yeri dəqiqləşdiririk.' })}`;
    await sql`insert into issue_events ${sql({ ...mine, id: randomUUID(), kind: 'note', actor_role: 'moderator', reason: 'DAXİLİ' })}`;
    const seen = await look(cookie);
    expect(JSON.stringify(seen.body)).not.toContain('DAXİLİ');
    expect(seen.body.report).toMatchObject({
      messages: [{ side: 'organisation', body: 'Hansı küçədir?' }],
      steps: [{}, { note: 'Yeri dəqiqləşdiririk.' }],
    });
  });

  it('disputes what is said to be done, with a sentence for everybody, and nothing else', async () => {
    const { id, cookie } = await reported();
    const dispute = () => step(cookie, { step: 'dispute', note: 'Üç dirək yenə qaranlıqdır.' });
    expect((await dispute()).status).toBe(422);
    const ref = await publish(sql, id, 'done_claimed');
    expect((await shown(cookie)).canDispute).toBe(true);
    expect(await dispute()).toMatchObject({ status: 303, location: '/receipt/report?done=disputed' });
    expect((await dispute()).status).toBe(303);
    const moves =
      await sql`select from_state, to_state, actor_role, actor_id, public_note from issue_events where issue_id = ${id} and to_state = 'disputed'`;
    expect(moves).toEqual([
      {
        from_state: 'done_claimed',
        to_state: 'disputed',
        actor_role: 'reporter',
        actor_id: null,
        public_note: 'Üç dirək yenə qaranlıqdır.',
      },
    ]);
    expect((await page(ref)).body.issue).toMatchObject({ state: 'disputed' });
  });

  it('takes the contact back and keeps the report', async () => {
    const { id, cookie } = await reported({ contact: 'ad@misal.az', consent: 'on' });
    expect((await shown(cookie)).hasContact).toBe(true);
    await step(cookie, { step: 'forget-contact' });
    expect(await sql`select 1 from issue_contacts where issue_id = ${id}`).toHaveLength(0);
    expect(await shown(cookie)).toMatchObject({ hasContact: false, state: 'received' });
  });

  it('withdraws: page, words, points and contact go, twice is once', async () => {
    const { code, id, cookie } = await reported({
      contact: 'ad@misal.az',
      consent: 'on',
      lat: '38.53281',
      lng: '48.81673',
    });
    const ref = await publish(sql, id);
    const total = async () =>
      ((await sql`select coalesce(sum(count), 0)::int as n from issue_totals`)[0] as { n: number }).n;
    const before = await total();
    expect((await page(ref)).status).toBe(200);
    expect(await withdraw(cookie)).toMatchObject({ status: 303, location: '/receipt/report?done=withdrawn' });
    expect((await withdraw(cookie)).status).toBe(303);
    expect((await page(ref)).status).toBe(410);
    expect(await total()).toBe(before - 1);
    const row = await issueOf(sql, code);
    expect(row).toMatchObject({
      state: 'withdrawn',
      public_title: null,
      public_details: null,
      public_place: null,
      public_lat: null,
      public_lng: null,
      exact_lat: null,
      exact_lng: null,
    });
    expect(await sql`select 1 from issue_contacts where issue_id = ${id}`).toHaveLength(0);
    expect(await sql`select 1 from issue_events where issue_id = ${id} and to_state = 'withdrawn'`).toHaveLength(1);
    expect(await shown(cookie)).toMatchObject({ state: 'withdrawn', isPublic: false });
    const late = await step(cookie, { step: 'answer', text: 'başqa vərəqdə yazılan' });
    expect(late).toMatchObject({ status: 422, errors: { '': ['issues.receipt.error.withdrawn'] } });
    expect(JSON.stringify(late.body)).toContain('başqa vərəqdə yazılan');
    expect(await sql`select 1 from issue_messages where issue_id = ${id}`).toHaveLength(0);
    expect((await page(999_999)).status).toBe(404);
  });
});
