import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { readRecords, type OpenedRecord } from '#app/features/legal-aid/case-records.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import {
  addStaff,
  boxPublicOf,
  deskWork,
  makeCase,
  makeDesk,
  readsOf,
  type Desk,
  type DeskPerson,
  type MadeCase,
} from '#tests/integration/legal-aid/legal-world.ts';
import { adminConnection } from '#tests/support/story.ts';
import { solve } from './legal-solver.ts';

/** Somebody who writes the database as its administrator: rows are moved, copied and swapped; nothing opens elsewhere. */
const sql = adminConnection();
let desk: Desk;
let lawyer: DeskPerson;
let out: DeskPerson;
let cases: [MadeCase, MadeCase];

beforeAll(async () => {
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk);
  out = await addStaff(sql, desk);
  cases = [
    await makeCase(desk, { story: 'Birinci hekayə', identity: { name: 'Birinci Ad' } }),
    await makeCase(desk, { story: 'İkinci hekayə', identity: { name: 'İkinci Ad' }, keptOut: [out.staffId] }),
  ];
}, 60_000);
afterAll(() => sql.end());

const seals = (caseId: string) => sql<{ id: string; kind: string; nonce: Buffer; ciphertext: Buffer }[]>`
  select id, kind, nonce, ciphertext from legal.records where case_id = ${caseId} and key_kind = 'case' order by seq`;

/** Reads both cases as the lawyer does; the number that opened, or the error. */
async function readAll(): Promise<string> {
  try {
    const read = await Promise.all(cases.map(({ caseId }) => readsOf(desk, lawyer, caseId)));
    return `${read.flat().length} opened`;
  } catch (error) {
    return error instanceof VaultError ? 'VaultError' : String(error);
  }
}

describe('rows that somebody moves', () => {
  it('G5: no ciphertext opens in another case, record, kind or version', async () => {
    expect(await readAll()).toBe('4 opened');
    const rows = [...(await seals(cases[0].caseId)), ...(await seals(cases[1].caseId))];
    expect(rows).toHaveLength(4);
    for (const one of rows)
      for (const other of rows.filter(({ id }) => id !== one.id)) {
        await sql`update legal.records set nonce = ${other.nonce}, ciphertext = ${other.ciphertext} where id = ${one.id}`;
        expect(await readAll(), `${one.kind} as ${other.kind}`).toBe('VaultError');
        await sql`update legal.records set nonce = ${one.nonce}, ciphertext = ${one.ciphertext} where id = ${one.id}`;
      }
    const [first] = rows;
    await sql`update legal.records set kind = 'note' where id = ${first?.id ?? ''}`;
    expect(await readAll()).toBe('VaultError');
    await sql`update legal.records set kind = ${first?.kind ?? ''} where id = ${first?.id ?? ''}`;
    await sql`update legal.records set case_id = ${cases[1].caseId}, seq = 99 where id = ${first?.id ?? ''}`;
    expect(await readAll()).toBe('VaultError');
    await sql`update legal.records set case_id = ${cases[0].caseId}, seq = 2 where id = ${first?.id ?? ''}`;
    expect(await readAll()).toBe('4 opened');
  });

  it('G4: a grant that is copied to whom the applicant kept out opens nothing, nor does the table take it', async () => {
    const opened = async () =>
      (await solve(sql, { secrets: [out.secret.box] })).filter((record) => record.caseId === cases[1].caseId);
    expect(await opened()).toEqual([]);
    expect((await solve(sql, { secrets: [out.secret.box] })).length).toBeGreaterThan(0);
    const copy = (tx: typeof sql) => tx`
      insert into vault_keys.grants (id, organisation_id, kind, subject_id, version, holder_kind, holder_id, key_id, enc, ciphertext, reason, made_on)
      select ${randomUUID()}, organisation_id, kind, subject_id, version, holder_kind, ${out.staffId}, ${out.keyId}, enc, ciphertext, reason, made_on
      from vault_keys.grants where subject_id = ${cases[1].caseId} and kind = 'case' and holder_id = ${lawyer.staffId}`;
    await expect(copy(sql)).rejects.toThrow(/kept from the case/);
    // Whoever owns the database can switch its rules off. The grant is sealed to its holder all the same.
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await copy(tx as unknown as typeof sql);
    });
    expect(await opened()).toEqual([]);
    expect(((await openAs(out, cases[1].caseId)) as OpenedRecord[]).every(({ content }) => content === null)).toBe(
      true,
    );
    await sql`delete from vault_keys.grants where key_id = ${out.keyId} and subject_id = ${cases[1].caseId}`;
  });

  it('G27: the name reaches no lawyer without a custodian’s yes', async () => {
    const insert = () => sql`
      insert into vault_keys.grants (id, organisation_id, kind, subject_id, version, holder_kind, holder_id, key_id, enc, ciphertext, reason, made_on)
      values (${randomUUID()}, ${desk.organisationId}, 'identity', ${cases[0].caseId}, 1, 'staff', ${lawyer.staffId}, ${lawyer.keyId}, ${Buffer.from(boxPublicOf(lawyer))}, 'x', 'identity', '2026-01-01')`;
    await expect(insert()).rejects.toThrow(/custodian has to agree/);
    const asked = randomUUID();
    await sql`insert into legal.identity_requests (id, case_id, organisation_id, asked_by, reason, state, asked_on)
      values (${asked}, ${cases[0].caseId}, ${desk.organisationId}, ${lawyer.staffId}, 'contact', 'asked', '2026-01-01')`;
    await expect(insert()).rejects.toThrow(/custodian has to agree/);
    const decide = (staffId: string) =>
      sql.begin(async (tx) => {
        await tx`select set_config('icma.staff', ${staffId}, true)`;
        await tx`update legal.identity_requests set state = 'approved', decided_by = ${staffId} where id = ${asked}`;
      });
    await expect(decide(lawyer.staffId)).rejects.toThrow(/A custodian decides/);
    await decide(desk.lead.staffId);
    await expect(insert()).resolves.toBeDefined();
    expect((await solve(sql, { secrets: [lawyer.secret.box] })).map((record) => record.kind)).not.toContain('identity');
    expect((await solve(sql, { secrets: [desk.lead.secret.box] })).map((record) => record.kind)).toContain('identity');
  });
});

async function openAs(person: DeskPerson, caseId: string): Promise<unknown> {
  const work = await deskWork(desk, person);
  // As the system sees it: past the wall that hides the case from the person.
  return withLegalScope({ kind: 'legal_system', organisationId: desk.organisationId }, async (tx) =>
    readRecords(tx, await openKeys(tx, work.holder, 'case', caseId), caseId),
  );
}
