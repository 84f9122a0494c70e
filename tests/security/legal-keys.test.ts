import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { beginRequest } from '#app/features/legal-aid/commands/begin-request.server.ts';
import { regrantKeys } from '#app/features/legal-aid/commands/regrant-keys.server.ts';
import { submitRequest } from '#app/features/legal-aid/commands/submit-request.server.ts';
import { vouchForStaff } from '#app/features/legal-aid/commands/vouch-staff.server.ts';
import { listTrusted } from '#app/features/legal-aid/holders.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { listRegrants } from '#app/features/legal-aid/regrants.server.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { openGrant } from '#app/features/legal-aid/vault/grants.ts';
import { makeStaffKeys } from '#app/features/legal-aid/vault/keys.ts';
import { fingerprint } from '#app/features/legal-aid/vault/vouching.ts';
import * as recovery from '#app/routes/legal/recovery.tsx';
import * as unlock from '#app/routes/legal/unlock.tsx';
import { form, makeSignedIn, post } from '#tests/integration/accounts/world.ts';
import {
  addStaff,
  deskWork,
  makeCase,
  makeDesk,
  readsOf,
  withCookie,
  type Desk,
  type DeskPerson,
} from '#tests/integration/legal-aid/legal-world.ts';
import { sql, STORY, PASSPHRASE, cookieOf, atQueue, plantKey, grantsOf } from './legal-keys-world.ts';

afterAll(() => sql.end());

describe('G3: an administrator cannot read', () => {
  it('with a key written into the table, alone, under a lead’s name, or with a lead’s signature copied', async () => {
    const desk = await makeDesk(sql);
    await addStaff(sql, desk);
    const [real] = await sql<
      { signature: Buffer }[]
    >`select signature from vault_keys.user_keys where id = ${desk.lead.keyId}`;
    const planted = [
      await plantKey(desk),
      await plantKey(desk, { vouched_by: desk.lead.keyId }),
      await plantKey(desk, { vouched_by: desk.lead.keyId, signature: real?.signature as Buffer }),
      await plantKey(desk, { signature: null }),
    ];
    const { caseId } = await makeCase(desk, { story: STORY, identity: { name: 'Nümunə Ad' } });
    const held = await grantsOf(caseId);
    for (const { keyId, staffId } of planted) {
      expect(held.filter((one) => one.key_id === keyId || one.holder_id === staffId)).toEqual([]);
    }
    expect(new Set(held.map((one) => one.key_id)).size).toBe(3);
  });

  it('by putting an own public key into a lead’s row: nobody is trusted any more, nothing is sealed to it', async () => {
    const desk = await makeDesk(sql);
    const lawyer = await addStaff(sql, desk);
    await addStaff(sql, desk);
    const mine = makeStaffKeys();
    await sql`update vault_keys.user_keys set box_public = ${Buffer.from(mine.public.box)} where id = ${lawyer.keyId}`;
    const { caseId } = await makeCase(desk, { story: STORY });
    for (const grant of await grantsOf(caseId)) {
      expect(grant.key_id).not.toBe(lawyer.keyId);
      const place = {
        kind: grant.kind,
        subjectId: caseId,
        version: grant.version,
        holderId: lawyer.staffId,
        keyId: lawyer.keyId,
      };
      expect(() => openGrant(mine.secret.box, place, { enc: grant.enc, ciphertext: grant.ciphertext })).toThrow(
        VaultError,
      );
    }
  });

  it('by another’s role: a lawyer whose row says “lead” stays a lawyer, and vouches for nobody', async () => {
    const desk = await makeDesk(sql);
    const lawyer = await addStaff(sql, desk);
    await sql`update vault_keys.user_keys set role = 'lead' where id = ${lawyer.keyId}`;
    await sql`update legal.staff set role = 'lead' where id = ${lawyer.staffId}`;
    const trusted = await withLegalScope({ kind: 'legal_system', organisationId: desk.organisationId }, (tx) =>
      listTrusted(tx, desk.organisationId),
    );
    expect(trusted.map((one) => one.keyId)).not.toContain(lawyer.keyId);
  });

  it('by the product’s pages: to the operator the desk does not exist', async () => {
    const desk = await makeDesk(sql);
    const operator = await makeSignedIn(sql);
    await sql`update users set is_operator = true where id = ${operator.id}`;
    expect((await atQueue(desk, operator.cookie)).status).toBe(404);
    await expect(sql`update users set is_operator = true where id = ${desk.lead.userId}`).rejects.toThrow(
      /cannot operate the instance/,
    );
  });
});

describe('G4: whom the applicant keeps out', () => {
  it('opens nothing, with a grant row copied as well', async () => {
    const desk = await makeDesk(sql);
    const [kept, holder] = [await addStaff(sql, desk), await addStaff(sql, desk)];
    const { caseId } = await makeCase(desk, { story: STORY, keptOut: [kept.staffId] });
    expect((await grantsOf(caseId)).filter((one) => one.holder_id === kept.staffId)).toEqual([]);
    expect(await readsOf(desk, kept, caseId)).toEqual([]);
    expect(await readsOf(desk, holder, caseId)).toContainEqual({ text: STORY });
    const copy = sql`insert into vault_keys.grants (id, organisation_id, kind, subject_id, version, holder_kind, holder_id, key_id, enc, ciphertext, reason, made_on)
      select gen_random_uuid(), organisation_id, kind, subject_id, version, holder_kind, ${kept.staffId}, ${kept.keyId}, enc, ciphertext, reason, made_on
      from vault_keys.grants where subject_id = ${caseId} and holder_id = ${holder.staffId}`;
    await expect(copy).rejects.toThrow(/kept from the case/);
    // Past the trigger and past the walls, as somebody who owns the database: the copied row opens nothing.
    const work = await deskWork(desk, kept);
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`delete from legal.exclusions where case_id = ${caseId}`;
      await tx`insert into vault_keys.grants (id, organisation_id, kind, subject_id, version, holder_kind, holder_id, key_id, enc, ciphertext, reason, made_on)
        select gen_random_uuid(), organisation_id, kind, subject_id, version, holder_kind, ${kept.staffId}, ${kept.keyId}, enc, ciphertext, reason, made_on
        from vault_keys.grants where subject_id = ${caseId} and holder_id = ${holder.staffId}`;
    });
    const opened = await withLegalScope(work.scope, (tx) => openKeys(tx, work.holder, 'case', caseId));
    expect(opened.size).toBe(0);
    expect(await readsOf(desk, holder, caseId)).toContainEqual({ text: STORY });
  });
});

/** Another key for somebody, as after losing passphrase and paper, vouched for anew by the lead. */
async function loseKeys(desk: Desk, person: DeskPerson): Promise<DeskPerson> {
  const keyId = crypto.randomUUID();
  const keys = makeStaffKeys();
  await sql`update vault_keys.user_keys set is_revoked = true where id = ${person.keyId}`;
  await sql`update legal.staff set state = 'enrolled' where id = ${person.staffId}`;
  await sql`insert into vault_keys.user_keys ${sql({ id: keyId, organisation_id: desk.organisationId, staff_id: person.staffId, role: person.role, is_bar: person.isBar, shown_name: person.shownName, box_public: Buffer.from(keys.public.box), sign_public: Buffer.from(keys.public.sign), made_on: '2026-11-22' })}`;
  const { isBar, role, staffId } = person;
  const heard = fingerprint(keys.public).slice(0, 19);
  expect(await vouchForStaff(await deskWork(desk, desk.lead), { staffId, role, isBar, heard })).toEqual({ ok: true });
  return { ...person, keyId, secret: keys.secret };
}

describe('G7: no case is lost with one passphrase', () => {
  it('one of two holders loses everything; the other gives the keys again, and the text is the same', async () => {
    const desk = await makeDesk(sql);
    const [unlucky, other] = [await addStaff(sql, desk), await addStaff(sql, desk)];
    const [first, second] = [await makeCase(desk, { story: STORY }), await makeCase(desk, { story: 'İkinci' })];
    const kept = await makeCase(desk, { story: 'Başqası', keptOut: [other.staffId] });
    await sql`update legal.staff set is_on_duty = false where id = ${other.staffId}`;
    const quiet = await makeCase(desk, { story: 'Növbədə' });
    const before = await readsOf(desk, unlucky, first.caseId);
    const renewed = await loseKeys(desk, unlucky);
    expect(await readsOf(desk, renewed, first.caseId)).toEqual([]);

    const work = await deskWork(desk, other);
    const waiting = await withLegalScope(work.scope, (tx) => listRegrants(tx, work));
    expect(waiting.map((one) => one.staffId)).toEqual([unlucky.staffId]);
    const subjects = waiting[0]?.subjects.filter((one) => one.kind === 'case').map((one) => one.subjectId);
    expect(subjects?.sort()).toEqual([first.caseId, second.caseId].sort());
    const give = (subjectIds: string[] | 'all') =>
      regrantKeys(work, { staffId: unlucky.staffId, subjectIds, reason: 'lost-keys' });
    // One alone, then the rest; what the giver does not hold is not given.
    expect(await give([first.caseId])).toMatchObject({ ok: true, value: { given: 1 } });
    expect(await readsOf(desk, renewed, first.caseId)).toEqual(before);
    expect(await readsOf(desk, renewed, second.caseId)).toEqual([]);
    expect(await give([kept.caseId])).toMatchObject({ ok: false });
    expect(await give([quiet.caseId])).toMatchObject({ ok: false });
    expect(await give('all')).toMatchObject({ ok: true });
    expect(await readsOf(desk, renewed, second.caseId)).toContainEqual({ text: 'İkinci' });
    expect(await readsOf(desk, renewed, kept.caseId)).toEqual([]);
    expect(await give('all')).toMatchObject({ ok: false });
    const trail =
      await sql`select reason from legal.audit_entries where action = 'key.regrant' and case_id = ${first.caseId}`;
    expect(trail.map((row) => row.reason)).toEqual(['lost-keys']);
    // The lead, who holds the third case, gives what was left.
    const lead = await deskWork(desk, desk.lead);
    expect(await regrantKeys(lead, { staffId: unlucky.staffId, subjectIds: 'all', reason: 'cover' })).toMatchObject({
      ok: true,
    });
    expect(await readsOf(desk, renewed, kept.caseId)).toContainEqual({ text: 'Başqası' });
    expect(await readsOf(desk, renewed, quiet.caseId)).toContainEqual({ text: 'Növbədə' });
  });

  it('nothing is given to whom nobody vouched for anew', async () => {
    const desk = await makeDesk(sql);
    const [unlucky, other] = [await addStaff(sql, desk), await addStaff(sql, desk)];
    await makeCase(desk);
    await sql`update vault_keys.user_keys set is_revoked = true where id = ${unlucky.keyId}`;
    const keys = makeStaffKeys();
    await sql`insert into vault_keys.user_keys ${sql({ id: crypto.randomUUID(), organisation_id: desk.organisationId, staff_id: unlucky.staffId, role: 'lawyer', is_bar: false, shown_name: 'x', box_public: Buffer.from(keys.public.box), sign_public: Buffer.from(keys.public.sign), made_on: '2026-11-22' })}`;
    const work = await deskWork(desk, other);
    expect(await regrantKeys(work, { staffId: unlucky.staffId, subjectIds: 'all', reason: 'lost-keys' })).toMatchObject(
      { ok: false },
    );
  });

  it('fewer than two people who could receive: the request is not taken', async () => {
    const desk = await makeDesk(sql);
    const begun = await beginRequest(
      { organisationId: desk.organisationId, track: 'person', language: 'az', draft: {} },
      new Date(),
    );
    const work = await readReceipt(withCookie(begun.setCookie.split(';')[0] as string), new Date());
    const refused = await submitRequest(work as NonNullable<typeof work>, {
      answers: { track: 'person', flags: [] },
      story: { text: STORY },
      identity: null,
      keptOut: [],
      consentVersion: 'test',
    });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'legal-intake.error.no-recipients' } });
  });
});

describe('G8: a new password does not open the vault', () => {
  it('after a reset the vault is locked, the passphrase is asked for and the password is not it', async () => {
    const desk = await makeDesk(sql);
    const lawyer = await addStaff(sql, desk, 'lawyer', { passphrase: PASSPHRASE });
    const { caseId } = await makeCase(desk, { story: STORY });
    const before = await cookieOf(desk, lawyer);
    expect((await atQueue(desk, before)).location).toBeNull();
    // What a reset does: every sign-in ends, another password stands.
    await sql`update users set password_hash = 'another' where id = ${lawyer.userId}`;
    await sql`delete from sessions where user_id = ${lawyer.userId}`;
    const vault = before.split('; ')[1] as string;
    const session = await cookieOf(desk, lawyer, false);
    for (const cookie of [session, `${session}; ${vault}`, vault]) {
      const answer = await atQueue(desk, cookie);
      expect(answer.location).toMatch(/\/(unlock|sign-in)\?next=/);
    }
    const tried = (password: string) =>
      post(unlock.action, '/', { password }, { cookie: session, params: { org: desk.slug } });
    expect((await tried('başqa-yeni-parol')).errors).toEqual({ password: ['legal-keys.error.passphrase'] });
    const guess = await post(
      recovery.action,
      '/',
      form({ intent: 'code', code: 'ABCD'.repeat(8), newPassword: PASSPHRASE }),
      { cookie: session, params: { org: desk.slug } },
    );
    expect(guess.errors).toEqual({ code: ['legal-keys.error.recovery-code'] });
    const opened = await tried(PASSPHRASE);
    expect((await atQueue(desk, `${session}; ${opened.cookies[0] as string}`)).location).toBeNull();
    expect(await readsOf(desk, lawyer, caseId)).toContainEqual({ text: STORY });
  });
});

describe('G16: a stolen table of sessions', () => {
  it('signs nobody in and opens no vault', async () => {
    const desk = await makeDesk(sql);
    const lawyer = await addStaff(sql, desk);
    await makeCase(desk, { story: STORY });
    const cookie = await cookieOf(desk, lawyer);
    expect((await atQueue(desk, cookie)).location).toBeNull();
    const sessions = await sql<{ id: string }[]>`select id from sessions where user_id = ${lawyer.userId}`;
    const unlocks = await sql<
      { id: string; nonce: Buffer; ciphertext: Buffer }[]
    >`select * from vault_keys.unlocks where holder_id = ${lawyer.staffId}`;
    expect([sessions.length, unlocks.length]).toEqual([1, 1]);
    const session = cookie.split('; ')[0] as string;
    const loot = unlocks.flatMap((row) => [
      row.id,
      row.nonce.toString('base64url'),
      row.ciphertext.toString('base64url').slice(0, 43),
      Buffer.from(row.id, 'hex').toString('base64url'),
    ]);
    for (const { id } of sessions) {
      const answer = await atQueue(desk, `session=${id}; vault=${loot[0]}`);
      expect(answer.location).toMatch(/\/sign-in\?next=/);
    }
    // Even beside a living sign-in, nothing that lies in the table opens the vault; the real cookie does.
    for (const token of [...loot, randomBytes(32).toString('base64url')]) {
      expect((await atQueue(desk, `${session}; vault=${token}`)).location).toContain('/unlock?next=');
    }
    expect((await atQueue(desk, cookie)).location).toBeNull();
  });
});
