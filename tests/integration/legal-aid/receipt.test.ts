import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerDesk } from '#app/features/legal-aid/commands/answer-desk.server.ts';
import { handInRequest } from '#app/features/legal-aid/commands/hand-in-request.server.ts';
import { renewReceipt } from '#app/features/legal-aid/commands/renew-receipt.server.ts';
import { tryReceipt } from '#app/features/legal-aid/commands/try-receipt.server.ts';
import { openReceipt, readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { makeReceipt } from '#app/features/legal-aid/vault/receipts.ts';
import { LIMITS, withinLimit } from '#app/platform/rate-limit.server.ts';
import { inTurn, MOST_WAITING } from '#app/platform/passwords.server.ts';
import { loader as wayOut } from '#app/routes/legal/exit.ts';
import { action } from '#app/routes/legal/receipt.tsx';
import { adminConnection } from '#tests/support/story.ts';
import { answerAll, begin, network } from './intake-world.ts';
import { addStaff, makeDesk, readsOf, withCookie, type Desk, type DeskPerson } from './legal-world.ts';

const sql = adminConnection();
let desk: Desk;
let lawyer: DeskPerson;

beforeAll(async () => {
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk, 'lawyer', { shownName: 'Birinci' });
  await addStaff(sql, desk, 'lawyer', { shownName: 'İkinci' });
});
afterAll(() => sql.end());

describe('the receipt', () => {
  it('G6: wrong and unknown ones get one answer', async () => {
    const { digits } = await begin(desk);
    const wrong = `${digits.slice(0, 27)}${(Number(digits[27]) + 1) % 10}`;
    const unknown = makeReceipt().digits;
    expect(await tryReceipt(network(), wrong)).toEqual(await tryReceipt(network(), unknown));
    const [stored] = await sql<{ row: string }[]>`
      select to_jsonb(r)::text as row from vault_keys.receipts r where locator = ${digits.slice(0, 8)}`;
    expect(stored?.row).toContain(digits.slice(0, 8));
    // Neither as it was typed nor as bytes (a whole column's, or a part of one).
    for (const secret of [digits.slice(8), digits.slice(8, 20)])
      for (const form of [secret, Buffer.from(secret).toString('hex'), BigInt(secret).toString(16)])
        expect(stored?.row).not.toContain(form);
  });

  it('G6: a wrong secret takes as long as an unknown locator', async () => {
    const { digits } = await begin(desk);
    const time = async (typed: string): Promise<number> => {
      const from = performance.now();
      await openReceipt(typed, new Date());
      return performance.now() - from;
    };
    const median = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] as number;
    const wrong: number[] = [];
    const unknown: number[] = [];
    for (let at = 0; at < 15; at += 1) {
      wrong.push(await time(`${digits.slice(0, 8)}${makeReceipt().digits.slice(8)}`));
      unknown.push(await time(makeReceipt().digits));
    }
    expect(Math.abs(median(wrong) - median(unknown)) / median(unknown)).toBeLessThan(0.35);
  });

  it('G30: guesses are slowed by network and by target, and others are not', async () => {
    const { digits } = await begin(desk);
    const guess = (clientKey: string) =>
      tryReceipt({ clientKey, now: new Date() }, `${digits.slice(0, 8)}${makeReceipt().digits.slice(8)}`);
    const one = randomUUID();
    for (let at = 0; at < 6; at += 1)
      expect(await guess(one)).toMatchObject({ refusal: { code: 'legal-intake.error.code' } });
    expect(await guess(one)).toMatchObject({ refusal: { code: 'common.error.too-many' } });
    const answers = [];
    for (let at = 0; at < 15; at += 1) answers.push(await guess(randomUUID()));
    expect(answers.at(-1)).toMatchObject({ refusal: { code: 'common.error.too-many' } });
    const { digits: someoneElses } = await begin(desk);
    expect(await tryReceipt(network(), someoneElses)).toMatchObject({ ok: true });
  });

  it('knows the digits of an issue report’s receipt', async () => {
    expect(await tryReceipt(network(), `1${'2'.repeat(27)}`)).toEqual({ ok: true, value: { kind: 'issue' } });
  });

  it('carries an answer to the desk', async () => {
    const { caseId, work } = await begin(desk);
    await answerAll(work);
    await handInRequest(work, { receipt: '', written: false });
    const clientId = randomUUID();
    for (let at = 0; at < 2; at += 1) await answerDesk(work, { clientId, text: 'Əlavə edirəm', files: [] });
    const read = await readsOf(desk, lawyer, caseId);
    expect(read.filter((one) => one.text === 'Əlavə edirəm')).toHaveLength(1);
  });

  it('a network that is past its limit does not use up what others may try', async () => {
    const { digits } = await begin(desk);
    const wrong = `${digits.slice(0, 8)}${makeReceipt().digits.slice(8)}`;
    const one = network();
    for (let at = 0; at < LIMITS['legal-receipt-target'].points + 4; at += 1) await tryReceipt(one, wrong);
    expect(await tryReceipt(network(), digits)).toMatchObject({ ok: true });
  });

  it('right digits are limited as well, and so are new receipts: each costs a derivation', async () => {
    const { digits, work } = await begin(desk);
    const one = network();
    for (let at = 0; at < LIMITS['legal-receipt-typed'].points; at += 1)
      await withinLimit('legal-receipt-typed', one.clientKey);
    expect(await tryReceipt(one, digits)).toMatchObject({ refusal: { code: 'common.error.too-many' } });
    for (let at = 0; at < LIMITS['legal-receipt-renew'].points; at += 1)
      await withinLimit('legal-receipt-renew', work.caseId);
    expect(await renewReceipt(work, makeReceipt().digits)).toMatchObject({
      refusal: { code: 'common.error.too-many' },
    });
    expect(await openReceipt(digits, new Date())).not.toBeNull();
  });

  it('says that it is busy and keeps what was typed, where too many wait for a derivation', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const waiting = Array.from({ length: MOST_WAITING + 2 }, () => inTurn(() => gate));
    const request = new Request('http://localhost/legal-aid/receipt', {
      method: 'POST',
      body: new URLSearchParams({ code: '5000 1111' }),
    });
    const context = { clientKey: 'busy', origin: 'http://localhost' };
    const answer = await action({ request, params: {}, context });
    open();
    await Promise.all(waiting);
    expect(answer).toMatchObject({
      init: { status: 503 },
      data: { lastResult: { initialValue: { code: '5000 1111' }, error: { '': ['common.error.busy'] } } },
    });
  });

  it('is closed by the way out, and the browser’s cookie goes with it; without one it leads out as well', async () => {
    const { work, digits } = await begin(desk);
    const opened = await openReceipt(digits, new Date());
    const cookie = (opened?.setCookie ?? '').split(';')[0] as string;
    expect((await readReceipt(withCookie(cookie), new Date()))?.caseId).toBe(work.caseId);
    for (const request of [withCookie(cookie), new Request('http://localhost/legal-aid/exit')]) {
      const answer = await wayOut({ request, params: {}, context: { clientKey: 'test', origin: 'http://localhost' } });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://az.wikipedia.org/']);
      expect(answer.headers.get('set-cookie')).toMatch(/^\S*case=;.*Max-Age=0/u);
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
    await vi.waitFor(async () => expect(await readReceipt(withCookie(cookie), new Date())).toBeNull());
  });
});
