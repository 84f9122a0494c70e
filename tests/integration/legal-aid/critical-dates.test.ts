import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCases } from '#app/features/legal-aid/commands/batch-cases.server.ts';
import { claimCase } from '#app/features/legal-aid/commands/claim-case.server.ts';
import { addDeadline, endDeadline, signOffDeadline } from '#app/features/legal-aid/commands/keep-deadlines.server.ts';
import { decideReferral, handReferral, proposeReferral } from '#app/features/legal-aid/commands/refer-case.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { applicantOf } from './case-world.ts';
import { addStaff, deskWork, makeCase, makeDesk, type Desk, type MadeCase } from './legal-world.ts';

const sql = adminConnection();
let desk: Desk;
let mine: DeskWork;
let second: DeskWork;
beforeAll(async () => {
  desk = await makeDesk(sql);
  mine = await deskWork(desk, await addStaff(sql, desk));
  second = await deskWork(desk, await addStaff(sql, desk));
});
afterAll(() => sql.end());

const form = (caseId: string) => ({ caseId, clientId: randomUUID() });
const reason = 'Sınaq';

async function withCriticalDate(): Promise<{ made: MadeCase; dateId: string }> {
  const made = await makeCase(desk);
  await claimCase(mine, form(made.caseId));
  const words = { title: 'Şikayət müddəti', note: '', isCritical: true, isShown: false };
  const added = await addDeadline(mine, { ...form(made.caseId), ruleKey: null, on: '2099-01-10', ...words });
  if (!added.ok) throw new Error(added.refusal.code);
  return { made, dateId: added.value.id };
}
const end = ({ made, dateId }: { made: MadeCase; dateId: string }, to: 'done' | 'dropped' | 'open') =>
  endDeadline(mine, { ...form(made.caseId), dateId, to });
async function signed({ made, dateId }: { made: MadeCase; dateId: string }): Promise<void> {
  expect(await signOffDeadline(mine, { ...form(made.caseId), dateId, step: 'asked' })).toMatchObject({ ok: true });
  expect(await signOffDeadline(second, { ...form(made.caseId), dateId, step: 'approved' })).toMatchObject({ ok: true });
}
const stateOf = async ({ caseId }: MadeCase) =>
  (await sql<{ state: string }[]>`select state from legal.cases where id = ${caseId}`)[0]?.state;

describe('a critical date', () => {
  it('is dropped by two people, and opened again it takes two anew; the table says so as well', async () => {
    const one = await withCriticalDate();
    expect(await end(one, 'dropped')).toMatchObject({ refusal: { code: 'legal-case.deadlines.error.sign-off' } });
    await expect(sql`update legal.dates set state = 'dropped' where id = ${one.dateId}`).rejects.toMatchObject({
      constraint_name: 'legal_critical_signed',
    });
    await signed(one);
    expect(await end(one, 'dropped')).toMatchObject({ ok: true });
    expect(await end(one, 'open')).toMatchObject({ ok: true });
    expect(await end(one, 'dropped')).toMatchObject({ ok: false });
  });

  it('keeps a case from being closed among others', async () => {
    const one = await withCriticalDate();
    const closing = { outcome: 'answered' as const, notTakenReason: null, reason };
    const close = () => closeCases(mine, { caseIds: [one.made.caseId], clientId: randomUUID(), closing });
    expect(await close()).toEqual({ ok: true, value: { changed: [], skipped: 1 } });
    expect(await stateOf(one.made)).toBe('claimed');
    await signed(one);
    await end(one, 'done');
    expect(await close()).toMatchObject({ value: { skipped: 0 } });
  });

  it('keeps a case from being handed on, though the applicant agreed', async () => {
    const one = await withCriticalDate();
    await proposeReferral(mine, { ...form(one.made.caseId), to: 'Vəkillər bürosu', reason });
    await decideReferral(await applicantOf(one.made), { agrees: true, clientId: randomUUID() });
    expect(await handReferral(mine, form(one.made.caseId))).toEqual({
      ok: false,
      refusal: { code: 'legal-case.outcome.error.critical' },
    });
    await signed(one);
    await end(one, 'done');
    expect(await handReferral(mine, form(one.made.caseId))).toMatchObject({ ok: true });
    expect(await stateOf(one.made)).toBe('referred_out');
  });
});

describe('a deadline', () => {
  it('is sealed under the newest key alone: who was not granted it writes none', async () => {
    const { caseId } = await makeCase(desk);
    // A newer version that only others hold, as after somebody was kept out.
    await sql`update legal.cases set key_version = 101 where id = ${caseId}`;
    const words = { title: 'Sorğu', note: '', isCritical: false, isShown: false };
    expect(await addDeadline(mine, { ...form(caseId), ruleKey: null, on: '2099-01-10', ...words })).toEqual({
      ok: false,
      refusal: { code: 'legal-case.error.no-key' },
    });
    expect(await sql`select 1 from legal.records where case_id = ${caseId} and kind = 'date'`).toEqual([]);
  });
});
