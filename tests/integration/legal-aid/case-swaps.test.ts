import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { readRecords } from '#app/features/legal-aid/case-records.server.ts';
import { freezeCase, unfreezeCase } from '#app/features/legal-aid/commands/freeze-case.server.ts';
import { writeToApplicant } from '#app/features/legal-aid/commands/write-to-applicant.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { utf8 } from '#app/features/legal-aid/vault/bytes.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { sealRecord } from '#app/features/legal-aid/vault/records.ts';
import { adminConnection } from '#tests/support/story.ts';
import { applicantOf, claimed, form } from './case-world.ts';
import { addStaff, deskWork, makeCase, makeDesk, type Desk, type MadeCase } from './legal-world.ts';

type Row = { id: string; nonce: Buffer; ciphertext: Buffer; kind: string; key_version: number };

describe('ciphertexts moved by somebody who writes the database', () => {
  const sql = adminConnection();
  let desk: Desk;
  let work: DeskWork;
  let one: MadeCase;
  let two: MadeCase;

  beforeAll(async () => {
    desk = await makeDesk(sql);
    work = await deskWork(desk, await addStaff(sql, desk));
    one = await makeCase(desk, { story: 'Birinci' });
    two = await makeCase(desk, { story: 'İkinci' });
    for (const { caseId } of [one, two]) {
      await claimed(sql, caseId, work);
      for (const text of ['salam', 'sağ olun'])
        await writeToApplicant(work, { ...form(caseId), text, files: [], asksForInformation: false });
    }
    // A second version, so that an old one could be put back: freezing makes one, returning grants both again.
    await freezeCase(await applicantOf(one), { clientId: randomUUID() });
    await unfreezeCase(await applicantOf(one), { clientId: randomUUID() });
    await writeToApplicant(work, { ...form(one.caseId), text: 'yeni açarla', files: [], asksForInformation: false });
  });
  afterAll(() => sql.end());

  const rowsOf = (caseId: string) =>
    sql<
      Row[]
    >`select id, nonce, ciphertext, kind, key_version from legal.records where case_id = ${caseId} order by seq`;
  const read = (caseId: string) =>
    withLegalScope(work.scope, async (tx) => readRecords(tx, await openKeys(tx, work.holder, 'case', caseId), caseId));
  /** What opens; nothing where a tampered row ends the reading. */
  const contentsOf = (caseId: string) =>
    read(caseId).then(
      (records) => records.map((record) => record.content),
      (error: unknown) => {
        if (error instanceof VaultError) return [];
        throw error;
      },
    );
  const put = (id: string, { ciphertext, nonce }: Pick<Row, 'ciphertext' | 'nonce'>) =>
    sql`update legal.records set nonce = ${nonce}, ciphertext = ${ciphertext} where id = ${id}`;

  it('G5 every row’s ciphertext in every other row of both cases: none opens, each opens again in its place', async () => {
    const rows = [...(await rowsOf(one.caseId)), ...(await rowsOf(two.caseId))];
    const caseOf = new Map<string, string>();
    for (const { caseId } of [one, two]) for (const { id } of await rowsOf(caseId)) caseOf.set(id, caseId);
    let tried = 0;
    for (const target of rows)
      for (const source of rows) {
        if (source.id === target.id) continue;
        await put(target.id, source);
        await expect(read(caseOf.get(target.id) as string)).rejects.toThrow(VaultError);
        await put(target.id, target);
        tried += 1;
      }
    expect(tried).toBe(rows.length * (rows.length - 1));
    expect((await read(one.caseId)).every((record) => record.content !== null)).toBe(true);
  }, 120_000);

  it('G5 another kind, version, case, author or reader written beside it: nothing opens', async () => {
    const [row] = (await rowsOf(one.caseId)).filter((entry) => entry.kind === 'message');
    const { id, key_version: version } = row as Row;
    const changes: [string, string][] = [
      [`kind = 'note'`, `kind = 'message'`],
      [`key_version = ${version + 1}`, `key_version = ${version}`],
      // Other readers, another's words.
      [`visibility = 'team'`, `visibility = 'public'`],
      [`author = 'applicant', author_id = null`, `author = 'staff', author_id = '${work.staff.id}'`],
      [`author_id = '${desk.lead.staffId}'`, `author_id = '${work.staff.id}'`],
    ];
    for (const [change, back] of changes) {
      await sql.unsafe(`update legal.records set ${change} where id = '${id}'`);
      await expect(read(one.caseId)).rejects.toThrow(VaultError);
      await sql.unsafe(`update legal.records set ${back} where id = '${id}'`);
    }
    await sql.unsafe(`update legal.records set case_id = '${two.caseId}', seq = 99 where id = '${id}'`);
    await expect(read(two.caseId)).rejects.toThrow(VaultError);
    await sql.unsafe(`update legal.records set case_id = '${one.caseId}', seq = 98 where id = '${id}'`);
    expect((await read(one.caseId)).some((record) => record.id === id && record.content !== null)).toBe(true);
  });

  it('opens what was sealed before author and readers were bound', async () => {
    const [row] = (await rowsOf(two.caseId)).filter((entry) => entry.kind === 'message');
    const { id, key_version: keyVersion } = row as Row;
    const keys = await withLegalScope(work.scope, (tx) => openKeys(tx, work.holder, 'case', two.caseId));
    const place = { table: 'records', caseId: two.caseId, recordId: id, field: 'message', keyVersion };
    const old = sealRecord(keys.get(keyVersion) as Uint8Array, place, utf8(JSON.stringify({ text: 'köhnə' })));
    await put(id, { nonce: Buffer.from(old.nonce), ciphertext: Buffer.from(old.ciphertext) });
    expect(await contentsOf(two.caseId)).toContainEqual({ text: 'köhnə' });
    await put(id, row as Row);
  });

  it('G5 a grant copied to another case, version or person opens nothing', async () => {
    const [own] =
      await sql`select id from vault_keys.grants where kind = 'case' and subject_id = ${one.caseId} and key_id = ${work.holder.keyId} order by version desc`;
    const [other] =
      await sql`select enc, ciphertext from vault_keys.grants where kind = 'case' and subject_id = ${two.caseId} and key_id = ${work.holder.keyId} order by version desc`;
    const [leads] =
      await sql`select enc, ciphertext from vault_keys.grants where kind = 'case' and subject_id = ${one.caseId} and holder_id = ${desk.lead.staffId} order by version desc`;
    const [kept] = await sql`select enc, ciphertext from vault_keys.grants where id = ${own?.id}`;
    for (const foreign of [other, leads]) {
      await sql`update vault_keys.grants set enc = ${foreign?.enc}, ciphertext = ${foreign?.ciphertext} where id = ${own?.id}`;
      // A grant that does not open counts as none.
      expect(await contentsOf(one.caseId)).not.toContainEqual({ text: 'yeni açarla' });
    }
    await sql`update vault_keys.grants set enc = ${kept?.enc}, ciphertext = ${kept?.ciphertext} where id = ${own?.id}`;
    expect(await contentsOf(one.caseId)).toContainEqual({ text: 'yeni açarla' });
  });
});
