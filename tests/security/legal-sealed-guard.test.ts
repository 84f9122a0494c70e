import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimCase } from '#app/features/legal-aid/commands/claim-case.server.ts';
import { freezeCase, unfreezeCase } from '#app/features/legal-aid/commands/freeze-case.server.ts';
import { passCase } from '#app/features/legal-aid/commands/pass-case.server.ts';
import { renewReceipt } from '#app/features/legal-aid/commands/renew-receipt.server.ts';
import { revokeStaff } from '#app/features/legal-aid/commands/revoke-staff.server.ts';
import { keepOut } from '#app/features/legal-aid/commands/settle-conflict.server.ts';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { holdRenewed, readReceipt, type ReceiptWork } from '#app/features/legal-aid/receipt.server.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { openGrant } from '#app/features/legal-aid/vault/grants.ts';
import { makeStaffKeys } from '#app/features/legal-aid/vault/keys.ts';
import { makeReceipt } from '#app/features/legal-aid/vault/receipts.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import {
  addStaff,
  deskWork,
  makeCase,
  makeDesk,
  withCookie,
  type Desk,
  type DeskPerson,
} from '#tests/integration/legal-aid/legal-world.ts';

// Rows say who is kept out and which receipt is the applicant's, and rows can be written. What lies sealed stands.
let sql: postgres.Sql;
let desk: Desk;
let lawyer: DeskPerson;
let out: DeskPerson;
const mine = makeStaffKeys();

beforeAll(async () => {
  sql = adminConnection();
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk);
  out = await addStaff(sql, desk);
});
afterAll(() => sql.end());

const form = (caseId: string) => ({ caseId, clientId: newId(), reason: 'Sınaq' });

/** Past the walls: nobody is kept out any more, and the person seems to have held the case all the time. */
async function rubOut(caseId: string, person: DeskPerson): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from legal.exclusions where case_id = ${caseId}`;
    await tx`insert into vault_keys.grants (id, organisation_id, kind, subject_id, version, holder_kind, holder_id, key_id, enc, ciphertext, link, link_by, reason, made_on)
      select gen_random_uuid(), organisation_id, kind, subject_id, version, holder_kind, ${person.staffId}, ${person.keyId}, enc, ciphertext, link, link_by, reason, made_on
      from vault_keys.grants where subject_id = ${caseId} and holder_id = ${lawyer.staffId}`;
  });
}

const versionsOf = async (person: DeskPerson, caseId: string): Promise<number[]> => {
  const { holder, scope } = await deskWork(desk, person);
  return withLegalScope(scope, async (tx) => [...(await openKeys(tx, holder, 'case', caseId)).keys()]);
};
const applicantVersions = ({ caseId, holder, scope }: ReceiptWork): Promise<number[]> =>
  withLegalScope(scope, async (tx) => [...(await openKeys(tx, holder, 'case', caseId)).keys()]);

async function applicant(cookie: string): Promise<ReceiptWork> {
  const work = await readReceipt(withCookie(cookie.split(';')[0] as string), new Date());
  if (!work) throw new Error('The receipt did not open');
  return work;
}

describe('G4: who the applicant keeps out stays out', () => {
  it('when the row that says so is rubbed out: nobody can pass the case on to that person', async () => {
    const { caseId } = await makeCase(desk, { keptOut: [out.staffId] });
    const work = await deskWork(desk, lawyer);
    await claimCase(work, form(caseId));
    await rubOut(caseId, out);
    for (const role of ['responsible', 'cover', 'second'] as const)
      expect(await passCase(work, { ...form(caseId), role, toStaffId: out.staffId })).toEqual({
        ok: false,
        refusal: { code: 'legal-desk.error.receiver', field: 'toStaffId' },
      });
    expect(await versionsOf(out, caseId)).toEqual([]);
  });

  it('when keys change, though a row says that the person held them before', async () => {
    const { caseId, cookie } = await makeCase(desk, { keptOut: [out.staffId] });
    const third = await addStaff(sql, desk);
    await claimCase(await deskWork(desk, lawyer), form(caseId));
    await passCase(await deskWork(desk, lawyer), { ...form(caseId), role: 'cover', toStaffId: third.staffId });
    await rubOut(caseId, out);
    expect(await keepOut(await deskWork(desk, desk.lead), { ...form(caseId), staffId: third.staffId })).toMatchObject({
      ok: true,
    });
    expect(await versionsOf(lawyer, caseId)).toEqual([100, 101]);
    expect(await versionsOf(out, caseId)).toEqual([]);
    // And who was found in conflict is among the sealed ones from then on.
    await sql`delete from legal.exclusions where case_id = ${caseId}`;
    expect(
      await passCase(await deskWork(desk, lawyer), { ...form(caseId), role: 'cover', toStaffId: third.staffId }),
    ).toMatchObject({ ok: false });
    // Nor when the applicant froze the case and comes back.
    await freezeCase(await applicant(cookie), { clientId: newId() });
    await rubOut(caseId, out);
    await sql`update legal.cases set state = 'new', claimed_by = null where id = ${caseId}`;
    await unfreezeCase(await applicant(cookie), { clientId: newId() });
    expect(await versionsOf(lawyer, caseId)).toEqual([100, 101, 102]);
    expect(await versionsOf(out, caseId)).toEqual([]);
  });

  it('when the answers that keep it are taken away: nothing is granted to anybody', async () => {
    const { caseId } = await makeCase(desk, { keptOut: [out.staffId] });
    const work = await deskWork(desk, lawyer);
    await claimCase(work, form(caseId));
    await rubOut(caseId, out);
    await sql`delete from legal.records where case_id = ${caseId} and kind = 'answers'`;
    await expect(passCase(work, { ...form(caseId), role: 'cover', toStaffId: out.staffId })).rejects.toThrow(
      VaultError,
    );
  });
});

describe('G3: another key under an applicant’s receipt', () => {
  const stolen = async (caseId: string): Promise<number> => {
    const rows = await sql<{ version: number; key_id: string; enc: Buffer; ciphertext: Buffer }[]>`
      select version, key_id, enc, ciphertext from vault_keys.grants where subject_id = ${caseId} and kind = 'case' and holder_kind = 'applicant'`;
    return rows.filter(({ ciphertext, enc, key_id: keyId, version }) => {
      try {
        openGrant(
          mine.secret.box,
          { kind: 'case', subjectId: caseId, version, holderId: caseId, keyId },
          { enc, ciphertext },
        );
        return true;
      } catch (error) {
        if (error instanceof VaultError) return false;
        throw error;
      }
    }).length;
  };
  const swap = (caseId: string) =>
    sql`update vault_keys.receipts set box_public = ${Buffer.from(mine.public.box)} where case_id = ${caseId}`;

  it('receives no version that the desk makes when somebody is kept out or leaves', async () => {
    const { caseId, cookie } = await makeCase(desk);
    const gone = await addStaff(sql, desk);
    await claimCase(await deskWork(desk, lawyer), form(caseId));
    await passCase(await deskWork(desk, lawyer), { ...form(caseId), role: 'cover', toStaffId: gone.staffId });
    await swap(caseId);
    const lead = await deskWork(desk, desk.lead);
    expect(await keepOut(lead, { ...form(caseId), staffId: out.staffId })).toMatchObject({ ok: true });
    expect(await revokeStaff(lead, { staffId: gone.staffId })).toMatchObject({ ok: true });
    expect(await applicantVersions(await applicant(cookie))).toEqual([100, 101, 102]);
    expect(await stolen(caseId)).toBe(0);
  });

  it('nor after the applicant took a new receipt, which is the sealed one from then on', async () => {
    const { caseId, cookie } = await makeCase(desk);
    const before = await applicant(cookie);
    const renewed = await renewReceipt(before, makeReceipt().digits);
    if (!renewed.ok) throw new Error(renewed.refusal.code);
    const now = await applicant(await holdRenewed(before, renewed.value));
    await swap(caseId);
    await keepOut(await deskWork(desk, desk.lead), { ...form(caseId), staffId: lawyer.staffId });
    expect(await applicantVersions(now)).toEqual([100, 101]);
    expect(await stolen(caseId)).toBe(0);
  });
});
