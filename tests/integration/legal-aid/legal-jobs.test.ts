import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { legalTasks } from '#app/features/legal-aid/legal-jobs.server.ts';
import { runNight } from '#app/features/legal-aid/nightly.server.ts';
import { keepNoticeAddress } from '#app/features/legal-aid/notice-address.server.ts';
import { notifyPeople } from '#app/features/legal-aid/notify-people.server.ts';
import { pageDuty } from '#app/features/legal-aid/page-duty.server.ts';
import { retentionWarning } from '#app/features/legal-aid/rules/retention.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { seal } from '#app/platform/crypto.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { openMail } from '#app/platform/mail.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { addStaff, makeCase, makeDesk, vaultCookie, type Desk, type DeskPerson } from './legal-world.ts';

const sql = adminConnection();
const NOON = new Date('2026-11-25T08:00:00Z');
let desk: Desk;
let lawyer: DeskPerson;
let system: { kind: 'legal_system'; organisationId: string };

beforeAll(async () => {
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk);
  system = { kind: 'legal_system', organisationId: desk.organisationId };
  for (const person of [desk.lead, lawyer])
    await sql`update users set email_cipher = ${seal(`${person.staffId}@example.invalid`, 'users.email')} where id = ${person.userId}`;
});
afterAll(() => sql.end());
afterEach(async () => {
  vi.useRealTimers();
  await sql`delete from mails`;
  await sql`delete from rate_limits`;
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
});

const at = (time: Date): void => void vi.useFakeTimers({ toFake: ['Date'], now: time });
const minutes = (count: number, from = NOON): Date => new Date(from.getTime() + count * 60_000);
const days = (count: number, from = NOON): Date => new Date(from.getTime() + count * 86_400_000);

async function mails() {
  const rows = await sql<
    { id: string; subject: string; toCipher: string; contentCipher: string; createdAt: Date }[]
  >`select id, subject, to_cipher as "toCipher", content_cipher as "contentCipher", created_at as "createdAt" from mails`;
  return rows.map((row) => openMail({ ...row, sentAt: null } as never));
}
const waiting = () => sql<{ payload: Tasks['legal:notify']; run_at: Date }[]>`
  select p.payload, j.run_at from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
  where j.task_identifier = 'legal:notify' order by j.id`;

/** What the worker would do with the letters that may go at this moment. */
async function work(now: Date): Promise<void> {
  at(now);
  for (const { payload } of await waiting()) await notifyPeople(payload, now);
}

describe('letters of legal aid', () => {
  it('reach a person at most once an hour; what comes meanwhile waits as one', async () => {
    at(NOON);
    const order = { organisationId: desk.organisationId, staffIds: [lawyer.staffId], caseId: null };
    expect(await notifyPeople(order, NOON)).toBe(1);
    for (const count of [1, 5, 20]) {
      at(minutes(count));
      expect(await notifyPeople(order, minutes(count))).toBe(0);
    }
    const [one, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(one?.run_at.getTime()).toBeGreaterThanOrEqual(minutes(59.9).getTime());
    at(minutes(61));
    expect(await notifyPeople(order, minutes(61))).toBe(1);
    expect(await mails()).toHaveLength(2);
  });

  it('go to nobody who left, and to nobody without an address', async () => {
    at(NOON);
    const gone = await addStaff(sql, desk);
    const organisationId = desk.organisationId;
    expect(await notifyPeople({ organisationId, staffIds: [gone.staffId], caseId: null }, NOON)).toBe(0);
    await sql`update users set email_cipher = ${seal('g@example.invalid', 'users.email')} where id = ${gone.userId}`;
    await sql`update legal.staff set state = 'revoked' where id = ${gone.staffId}`;
    expect(await notifyPeople({ organisationId, staffIds: [gone.staffId], caseId: null }, NOON)).toBe(0);
  });
});

describe('what cannot wait', () => {
  it('G22: pages whoever is on duty within five minutes of the queue, whatever the hour said before', async () => {
    at(NOON);
    const off = await addStaff(sql, desk, 'lawyer', { isOnDuty: false });
    const out = await addStaff(sql, desk);
    for (const person of [off, out])
      await sql`update users set email_cipher = ${seal(`${person.staffId}@example.invalid`, 'users.email')} where id = ${person.userId}`;
    // Somebody was written to a minute ago; that must not keep the page.
    await notifyPeople({ organisationId: desk.organisationId, staffIds: [lawyer.staffId], caseId: null }, NOON);
    await sql`delete from mails`;
    const green = await makeCase(desk, { now: NOON });
    const red = await makeCase(desk, { now: NOON, answers: { flags: ['detention'] }, keptOut: [out.staffId] });
    const dated = await makeCase(desk, { now: NOON, answers: { dueOn: addDays(dayOf(NOON), 3) } });
    await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;

    const paged: string[] = [];
    for (let minute = 1; minute <= 5; minute += 1) {
      const now = minutes(minute);
      at(now);
      paged.push(...(await pageDuty(system, now)));
      await work(now);
    }
    // Each once, though the minute came five times.
    expect(paged.toSorted()).toEqual([red.caseId, dated.caseId].toSorted());
    expect(paged).not.toContain(green.caseId);
    const to = (await mails()).map((mail) => mail.to);
    expect(to).toContain(`${lawyer.staffId}@example.invalid`);
    expect(to).toContain(`${desk.lead.staffId}@example.invalid`);
    expect(to).not.toContain(`${off.staffId}@example.invalid`);
    await sql`update legal.staff set state = 'revoked' where id in (${off.staffId}, ${out.staffId})`;
  });

  it('pages nobody who is kept out of the case, and stops once somebody has it', async () => {
    at(NOON);
    const out = await addStaff(sql, desk);
    const red = await makeCase(desk, { now: NOON, answers: { flags: ['violence'] }, keptOut: [out.staffId] });
    await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
    expect(await pageDuty(system, NOON)).toEqual([red.caseId]);
    const told = (await waiting()).flatMap(({ payload }) => payload.staffIds);
    expect(told).toContain(lawyer.staffId);
    expect(told).not.toContain(out.staffId);
    await sql`update legal.cases set state = 'claimed', claimed_by = ${lawyer.staffId} where id = ${red.caseId}`;
    expect(await pageDuty(system, days(1))).not.toContain(red.caseId);
    await sql`update legal.staff set state = 'revoked' where id = ${out.staffId}`;
  });
});

describe('the night', () => {
  it('erases drafts after seven days, warns before the end, and erases when the warning had its time', async () => {
    const made = await makeCase(desk, { now: NOON });
    await withLegalScope(system, (tx) =>
      keepNoticeAddress(tx, { caseId: made.caseId, organisationId: desk.organisationId }, 'asker@example.invalid'),
    );
    await sql`update legal.cases set state = 'not_taken', claimed_by = ${lawyer.staffId}, closed_on = ${dayOf(NOON)} where id = ${made.caseId}`;
    const kept = await makeCase(desk, { now: NOON });
    await sql`update legal.cases set state = 'closed', is_on_hold = true, closed_on = '2020-01-01' where id = ${kept.caseId}`;
    await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;

    expect(await runNight(system, days(15))).toMatchObject({ erased: 0, warned: 0 });
    expect(await runNight(system, days(16))).toMatchObject({ erased: 0, warned: 1 });
    expect(await runNight(system, days(16))).toMatchObject({ erased: 0, warned: 0 });
    const [row] = await sql<Parameters<typeof retentionWarning>[0][]>`
      select state, opened_on as "openedOn", last_on::text as "lastOn", closed_on::text as "closedOn", retention_until as "retentionUntil",
        retention_warned_on::text as "retentionWarnedOn", is_on_hold as "isOnHold" from legal.cases where id = ${made.caseId}`;
    expect(row && retentionWarning({ ...row, openedOn: dayOf(NOON) })).toEqual({
      warnedOn: dayOf(days(16)),
      erasedAfter: dayOf(days(30)),
    });
    await work(days(16));
    const letters = (await mails()).map((mail) => mail.to);
    expect(letters).toContain('asker@example.invalid');
    expect(letters).toContain(`${lawyer.staffId}@example.invalid`);

    expect(await runNight(system, days(30))).toMatchObject({ erased: 0 });
    expect(await runNight(system, days(31))).toMatchObject({ erased: 1 });
    expect(await sql`select state, number from legal.cases where id = ${made.caseId}`).toEqual([
      { state: 'erased', number: made.number },
    ]);
    expect(await sql`select state from legal.cases where id = ${kept.caseId}`).toEqual([{ state: 'closed' }]);
  });

  it('tells the lawyer once when the applicant did not look in', async () => {
    const made = await makeCase(desk, { now: NOON });
    await sql`update legal.cases set state = 'claimed', claimed_by = ${lawyer.staffId}, check_in_on = ${dayOf(NOON)} where id = ${made.caseId}`;
    await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
    expect(await runNight(system, NOON)).toMatchObject({ missed: 0 });
    expect(await runNight(system, days(1))).toMatchObject({ missed: 1 });
    expect((await waiting()).flatMap(({ payload }) => payload.staffIds)).toContain(lawyer.staffId);
    expect(await runNight(system, days(2))).toMatchObject({ missed: 0 });
    // A later day that passes is told again.
    await sql`update legal.cases set check_in_on = ${dayOf(days(5))} where id = ${made.caseId}`;
    expect(await runNight(system, days(6))).toMatchObject({ missed: 1 });
  });

  it('is queued desk by desk, and sweeps what nobody uses any more', async () => {
    await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
    // The hour may come twice; the desk's night is one.
    for (let time = 0; time < 2; time += 1) await legalTasks['legal:nightly']?.({}, {} as never);
    const [queued] = await sql<{ n: number }[]>`
      select count(*)::int as n from graphile_worker.jobs where task_identifier = 'legal:nightly-desk'`;
    expect(queued?.n).toBe(1);
    await vaultCookie(desk, lawyer, new Date(Date.now() - 16 * 60_000));
    await vaultCookie(desk, lawyer, new Date());
    await legalTasks['legal:sweep']?.({}, {} as never);
    expect(await sql`select 1 from vault_keys.unlocks where holder_id = ${lawyer.staffId}`).toHaveLength(1);
  });
});
