import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezeCase, setCheckIn, unfreezeCase } from '#app/features/legal-aid/commands/freeze-case.server.ts';
import { writeToApplicant } from '#app/features/legal-aid/commands/write-to-applicant.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { readReceiptCase } from '#app/features/legal-aid/receipt-thread.server.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { adminConnection } from '#tests/support/story.ts';
import { applicantOf, claimed, form } from './case-world.ts';
import {
  addStaff,
  deskWork,
  makeCase,
  makeDesk,
  readsOf,
  type Desk,
  type DeskPerson,
  type MadeCase,
} from './legal-world.ts';

describe('freeze my case', () => {
  const sql = adminConnection();
  let desk: Desk;
  let person: DeskPerson;
  let lawyer: DeskWork;
  let lead: DeskWork;
  let made: MadeCase;

  beforeAll(async () => {
    desk = await makeDesk(sql);
    person = await addStaff(sql, desk);
    await addStaff(sql, desk, 'lawyer', { shownName: 'Üçüncü' });
    await addStaff(sql, desk, 'custodian');
    lawyer = await deskWork(desk, person);
    lead = await deskWork(desk, desk.lead);
    made = await makeCase(desk, { story: 'Qorxuram', identity: { name: 'Nümunə' } });
    await claimed(sql, made.caseId, lawyer);
  });
  afterAll(() => sql.end());
  const once = () => ({ clientId: randomUUID() as string });
  const holders = async (kind: string) =>
    (
      await sql`select distinct holder_id from vault_keys.grants where subject_id = ${made.caseId} and kind = ${kind} and holder_kind = 'staff'`
    ).map((row) => row.holder_id);
  const reply = (by: DeskWork, text: string) =>
    writeToApplicant(by, { ...form(made.caseId), text, files: [], asksForInformation: false });

  it('leaves the case and the name to the lead alone; what is written meanwhile nobody else opens later without the applicant', async () => {
    expect(await freezeCase(await applicantOf(made), once())).toMatchObject({ ok: true });
    expect(await holders('case')).toEqual([lead.staff.id]);
    expect(await holders('identity')).toEqual([lead.staff.id]);
    expect(await readsOf(desk, person, made.caseId)).toEqual([]);
    expect(await reply(lawyer, 'x')).toEqual({ ok: false, refusal: { code: 'legal-case.error.no-key' } });
    expect(await reply(lead, 'Gözləyirik')).toMatchObject({ ok: true });
    const [message] =
      await sql`select r.key_version, c.key_version as newest from legal.records r join legal.cases c on c.id = r.case_id where r.case_id = ${made.caseId} and r.kind = 'message'`;
    expect(message?.key_version).toBe(message?.newest);
    expect((await readReceiptCase(await applicantOf(made)))?.isFrozen).toBe(true);
    expect(await freezeCase(await applicantOf(made), once())).toEqual({
      ok: false,
      refusal: { code: 'legal-case.freeze.error.already' },
    });
  });

  it('the table lets nobody but a lead be granted anything while it lasts', async () => {
    const [held] =
      await sql`select * from vault_keys.grants where subject_id = ${made.caseId} and kind = 'case' and holder_id = ${lead.staff.id} order by version desc`;
    const grant = { ...held, id: randomUUID(), holder_id: lawyer.staff.id, key_id: lawyer.holder.keyId };
    await expect(sql`insert into vault_keys.grants ${sql(grant as never)}`).rejects.toMatchObject({
      constraint_name: 'legal_frozen',
    });
  });

  it('returns to whoever has the case and the lead, not to everybody of the desk, with every word', async () => {
    expect(await unfreezeCase(await applicantOf(made), once())).toMatchObject({ ok: true });
    expect((await holders('case')).toSorted()).toEqual([lead.staff.id, lawyer.staff.id].toSorted());
    expect(await readsOf(desk, person, made.caseId)).toEqual(
      expect.arrayContaining([{ text: 'Qorxuram' }, { text: 'Gözləyirik' }]),
    );
    expect(await reply(lawyer, 'Davam edirik')).toMatchObject({ ok: true });
    // Names go back to their keepers; a lawyer asks anew.
    expect((await holders('identity')).length).toBeGreaterThan(1);
    expect(await holders('identity')).not.toContain(lawyer.staff.id);
  });

  it('a check-in lies ahead, within a year, and is taken away by saying that one is here', async () => {
    const work = await applicantOf(made);
    const dayOfRow = async () =>
      (await sql`select check_in_on::text as on from legal.cases where id = ${made.caseId}`)[0]?.on;
    const friday = addDays(work.today, 5);
    expect(await setCheckIn(work, { ...once(), on: friday })).toMatchObject({ ok: true });
    expect(await dayOfRow()).toBe(friday);
    for (const on of [work.today, addDays(work.today, 400), '2026-13-99', 'sabah'])
      expect(await setCheckIn(work, { ...once(), on })).toEqual({
        ok: false,
        refusal: { code: 'legal-case.freeze.error.day', field: 'on' },
      });
    await setCheckIn(work, { ...once(), on: null });
    expect(await dayOfRow()).toBeNull();
  });
});
