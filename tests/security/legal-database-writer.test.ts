import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginRequest } from '#app/features/legal-aid/commands/begin-request.server.ts';
import { revokeStaff } from '#app/features/legal-aid/commands/revoke-staff.server.ts';
import { submitRequest } from '#app/features/legal-aid/commands/submit-request.server.ts';
import { unlockVault } from '#app/features/legal-aid/commands/unlock-vault.server.ts';
import { vouchForStaff } from '#app/features/legal-aid/commands/vouch-staff.server.ts';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { listTrusted } from '#app/features/legal-aid/holders.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { grantKey, openGrant } from '#app/features/legal-aid/vault/grants.ts';
import { makeKey, makeStaffKeys } from '#app/features/legal-aid/vault/keys.ts';
import { fingerprint } from '#app/features/legal-aid/vault/vouching.ts';
import { adminConnection } from '#tests/support/story.ts';
import {
  addStaff,
  boxPublicOf,
  deskWork,
  makeCase,
  makeDesk,
  signPublicOf,
} from '#tests/integration/legal-aid/legal-world.ts';

// Somebody who may write every table, past walls and triggers, and changes no code: whom would they make us seal to?
let sql: postgres.Sql;
const mine = makeStaffKeys();

beforeAll(() => {
  sql = adminConnection();
});
afterAll(() => sql.end());

const pastTriggers = (work: (tx: postgres.TransactionSql) => Promise<unknown>) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await work(tx);
  });

describe('G3: who writes the database', () => {
  it('receives no request by putting another key under an applicant’s receipt', async () => {
    const desk = await makeDesk(sql);
    await addStaff(sql, desk);
    const now = new Date();
    const begun = await beginRequest(
      { organisationId: desk.organisationId, track: 'person', language: 'az', draft: {} },
      now,
    );
    await sql`update vault_keys.receipts set box_public = ${Buffer.from(mine.public.box)} where case_id = ${begun.caseId}`;
    const cookie = begun.setCookie.split(';')[0] as string;
    const work = await readReceipt(new Request('http://localhost/', { headers: { cookie } }), now);
    expect(
      await submitRequest(work as NonNullable<typeof work>, {
        answers: { track: 'person', flags: [] },
        story: { text: 'Gizli' },
        identity: { name: 'Nümunə' },
        keptOut: [],
        consentVersion: '1',
      }),
    ).toMatchObject({ ok: true });
    const rows = await sql<
      {
        kind: 'case' | 'identity';
        version: number;
        holder_id: string;
        key_id: string;
        enc: Buffer;
        ciphertext: Buffer;
      }[]
    >`
      select kind, version, holder_id, key_id, enc, ciphertext from vault_keys.grants where subject_id = ${begun.caseId}`;
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const place = {
        kind: row.kind,
        subjectId: begun.caseId,
        version: row.version,
        holderId: row.holder_id,
        keyId: row.key_id,
      };
      expect(() => openGrant(mine.secret.box, place, { enc: row.enc, ciphertext: row.ciphertext })).toThrow(VaultError);
    }
  });

  it('is not vouched for with another key in the row of somebody who waits, though the signing half is theirs', async () => {
    const desk = await makeDesk(sql);
    const person = await addStaff(sql, desk);
    const heard = fingerprint({ box: boxPublicOf(person), sign: signPublicOf(person) });
    await sql`update vault_keys.user_keys set box_public = ${Buffer.from(mine.public.box)} where id = ${person.keyId}`;
    const lead = await deskWork(desk, desk.lead);
    const asked = { staffId: person.staffId, role: 'lawyer' as const, isBar: false };
    expect(await vouchForStaff(lead, { ...asked, heard })).toMatchObject({ ok: false });
    // Nor by a beginning that a machine finds in a second.
    expect(await vouchForStaff(lead, { ...asked, heard: fingerprint(mine.public).slice(0, 4) })).toMatchObject({
      ok: false,
    });
  });

  it('gets nothing signed by the root for a row that shows another key: opening says so', async () => {
    const desk = await makeDesk(sql, { passphrase: 'bir uzun açar sözü 2026' });
    const [user] = await sql<{ user_id: string }[]>`select user_id from legal.staff where id = ${desk.lead.staffId}`;
    await sql`update vault_keys.user_keys set box_public = ${Buffer.from(mine.public.box)}, vouched_on = null where id = ${desk.lead.keyId}`;
    const { actor, scope } = await deskWork(desk, desk.lead);
    const opened = await unlockVault(
      { actor: { ...actor, userId: user?.user_id ?? '' }, scope, keyId: desk.lead.keyId, now: new Date() },
      { passphrase: 'bir uzun açar sözü 2026' },
    );
    expect(opened).toMatchObject({ ok: false, refusal: { code: 'legal-keys.error.tampered' } });
    const trusted = await withLegalScope(scope, (tx) => listTrusted(tx, desk.organisationId));
    expect(trusted).toEqual([]);
  });

  it('cannot slip in a version of a case’s key for what is written from then on', async () => {
    const desk = await makeDesk(sql);
    const lawyer = await addStaff(sql, desk);
    const { caseId, cookie } = await makeCase(desk);
    const key = makeKey();
    const [receipt] = await sql<{ id: string }[]>`select id from vault_keys.receipts where case_id = ${caseId}`;
    const applicant = await readReceipt(new Request('http://localhost/', { headers: { cookie } }), new Date());
    const [row] = await sql<
      { box_public: Buffer }[]
    >`select box_public from vault_keys.receipts where case_id = ${caseId}`;
    await pastTriggers(async (tx) => {
      for (const to of [
        { holderKind: 'staff', holderId: lawyer.staffId, keyId: lawyer.keyId, box: boxPublicOf(lawyer) },
        {
          holderKind: 'applicant',
          holderId: caseId,
          keyId: receipt?.id ?? '',
          box: new Uint8Array(row?.box_public as Buffer),
        },
      ]) {
        const place = {
          kind: 'case' as const,
          subjectId: caseId,
          version: 101,
          holderId: to.holderId,
          keyId: to.keyId,
        };
        const { ciphertext, enc } = grantKey(key, to.box, place);
        await tx`insert into vault_keys.grants ${tx({ id: randomUUID(), organisation_id: desk.organisationId, kind: 'case', subject_id: caseId, version: 101, holder_kind: to.holderKind, holder_id: to.holderId, key_id: to.keyId, enc: Buffer.from(enc), ciphertext: Buffer.from(ciphertext), reason: 'rotation', made_on: '2026-11-22' })}`;
      }
      await tx`update legal.cases set key_version = 101 where id = ${caseId}`;
    });
    const work = await deskWork(desk, lawyer);
    const staffKeys = await withLegalScope(work.scope, (tx) => openKeys(tx, work.holder, 'case', caseId));
    expect([...staffKeys.keys()]).toEqual([100]);
    const theirs = applicant as NonNullable<typeof applicant>;
    const applicantKeys = await withLegalScope(theirs.scope, (tx) => openKeys(tx, theirs.holder, 'case', caseId));
    expect([...applicantKeys.keys()]).toEqual([100]);
  });

  it('brings no revoked key back, and no role that somebody had before', async () => {
    const desk = await makeDesk(sql);
    const [gone, second] = [await addStaff(sql, desk), await addStaff(sql, desk, 'lead')];
    const [before] =
      await sql`select role, is_bar, signature, vouched_by from vault_keys.user_keys where id = ${second.keyId}`;
    const lead = await deskWork(desk, desk.lead);
    expect(await revokeStaff(lead, { staffId: gone.staffId })).toMatchObject({ ok: true });
    const heard = fingerprint({ box: boxPublicOf(second), sign: signPublicOf(second) });
    expect(await vouchForStaff(lead, { staffId: second.staffId, role: 'lawyer', isBar: false, heard })).toMatchObject({
      ok: true,
    });
    await pastTriggers(async (tx) => {
      await tx`update vault_keys.user_keys set is_revoked = false where id = ${gone.keyId}`;
      await tx`update vault_keys.user_keys set role = ${before?.role as string}, is_bar = ${before?.is_bar as boolean}, signature = ${before?.signature as Buffer}, vouched_by = ${before?.vouched_by as string} where id = ${second.keyId}`;
    });
    const trusted = await withLegalScope(lead.scope, (tx) => listTrusted(tx, desk.organisationId));
    const ids = trusted.map((one) => one.staffId);
    expect(ids).not.toContain(gone.staffId);
    expect(ids).not.toContain(second.staffId);
  });

  it('takes nobody’s name: the one that an applicant sees is signed', async () => {
    const desk = await makeDesk(sql);
    const person = await addStaff(sql, desk, 'lawyer', { shownName: 'Aygün' });
    await sql`update legal.staff set shown_name = 'Başqası' where id = ${person.staffId}`;
    const trusted = await withLegalScope({ kind: 'legal_system', organisationId: desk.organisationId }, (tx) =>
      listTrusted(tx, desk.organisationId),
    );
    expect(trusted.find((one) => one.staffId === person.staffId)?.shownName).toBe('Aygün');
  });
});
