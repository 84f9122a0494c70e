import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { cases, grants as grantRows, userKeys } from '#db/schema/legal-aid.ts';
import { addRecord } from '#app/features/legal-aid/case-records.server.ts';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { renewKeys } from '#app/features/legal-aid/commands/enrol-staff.server.ts';
import { revokeStaff } from '#app/features/legal-aid/commands/revoke-staff.server.ts';
import { vouchForStaff } from '#app/features/legal-aid/commands/vouch-staff.server.ts';
import { listTrusted } from '#app/features/legal-aid/holders.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { openGrant } from '#app/features/legal-aid/vault/grants.ts';
import { fingerprint } from '#app/features/legal-aid/vault/vouching.ts';
import {
  addStaff,
  boxPublicOf,
  deskWork,
  makeCase,
  makeDesk,
  readsOf,
  signPublicOf,
  withCookie,
  type DeskPerson,
} from '#tests/integration/legal-aid/legal-world.ts';
import { sql, STORY, cookieOf, atQueue, grantsOf } from './legal-keys-world.ts';

afterAll(() => sql.end());

describe('G9: whoever was revoked', () => {
  it('meets 404 at the next request, holds nothing, and what is written from now on has another key', async () => {
    const desk = await makeDesk(sql);
    const [leaver, stays] = [await addStaff(sql, desk), await addStaff(sql, desk)];
    await addStaff(sql, desk, 'custodian');
    const made = await makeCase(desk, { story: STORY, identity: { name: 'Nümunə Ad' } });
    const hidden = await makeCase(desk, { keptOut: [desk.lead.staffId] });
    await sql`update legal.cases set state = 'claimed', claimed_by = ${leaver.staffId} where id = ${made.caseId}`;
    const cookie = await cookieOf(desk, leaver);
    expect((await atQueue(desk, cookie)).location).toBeNull();
    const old = (await grantsOf(made.caseId)).filter((one) => one.holder_id === leaver.staffId);

    await sql`insert into memberships (id, user_id, organisation_id, role) values (gen_random_uuid(), ${leaver.userId}, ${desk.organisationId}, 'volunteer')`;
    const lead = await deskWork(desk, desk.lead);
    expect(await revokeStaff(lead, { staffId: leaver.staffId })).toEqual({ ok: true, value: { cases: 2 } });

    const answer = await atQueue(desk, cookie);
    expect([answer.status, answer.location]).toEqual([404, null]);
    expect(await sql`select 1 from vault_keys.unlocks where holder_id = ${leaver.staffId}`).toHaveLength(0);
    expect(await sql`select role from memberships where user_id = ${leaver.userId} and ended_at is null`).toEqual([
      { role: 'volunteer' },
    ]);
    expect(await sql`select 1 from vault_keys.grants where holder_id = ${leaver.staffId}`).toHaveLength(0);
    const [row] = await sql`select state, claimed_by, key_version from legal.cases where id = ${made.caseId}`;
    expect(row).toMatchObject({ state: 'new', claimed_by: null, key_version: 101 });
    // The case that the lead may not see got its new key as well.
    const [other] = await sql`select key_version from legal.cases where id = ${hidden.caseId}`;
    expect(other?.key_version).toBe(101);

    // A new message: readable for who stays and for the applicant, not with the key that the leaver may have kept.
    const work = await deskWork(desk, stays);
    await withLegalScope(work.scope, async (tx) => {
      const keys = await openKeys(tx, work.holder, 'case', made.caseId);
      await addRecord(
        tx,
        keys,
        {
          caseId: made.caseId,
          organisationId: desk.organisationId,
          kind: 'message',
          author: 'staff',
          authorId: stays.staffId,
          visibility: 'public',
          today: work.today,
        },
        { text: 'Yeni mesaj' },
      );
    });
    const [message] =
      await sql`select key_version from legal.records where case_id = ${made.caseId} and kind = 'message'`;
    expect(message?.key_version).toBe(101);
    for (const { ciphertext, enc, version } of old.filter((one) => one.kind === 'case')) {
      const place = {
        kind: 'case' as const,
        subjectId: made.caseId,
        version,
        holderId: leaver.staffId,
        keyId: leaver.keyId,
      };
      expect(openGrant(leaver.secret.box, place, { enc, ciphertext })).toHaveLength(32);
      expect(version).toBeLessThan(101);
    }
    expect(await readsOf(desk, stays, made.caseId)).toEqual(
      expect.arrayContaining([{ text: STORY }, { text: 'Yeni mesaj' }]),
    );
    const applicant = await readReceipt(withCookie(made.cookie), new Date());
    const theirs = await withLegalScope((applicant as NonNullable<typeof applicant>).scope, (tx) =>
      openKeys(tx, (applicant as NonNullable<typeof applicant>).holder, 'case', made.caseId),
    );
    expect([...theirs.keys()].sort()).toEqual([100, 101]);
  });

  it('takes nobody along: whom they vouched for stays trusted, under the lead who revoked', async () => {
    const desk = await makeDesk(sql);
    const second = await addStaff(sql, desk, 'lead');
    const under = await addStaff(sql, desk);
    const heard = await withLegalScope((await deskWork(desk, under)).scope, async (tx) => {
      const [key] = await tx.select().from(userKeys).where(eq(userKeys.id, under.keyId));
      return key ? fingerprint({ box: key.boxPublic, sign: key.signPublic }).slice(0, 19) : '';
    });
    await vouchForStaff(await deskWork(desk, second), { staffId: under.staffId, role: 'lawyer', isBar: false, heard });
    expect(await revokeStaff(await deskWork(desk, desk.lead), { staffId: second.staffId })).toMatchObject({ ok: true });
    const trusted = await withLegalScope({ kind: 'legal_system', organisationId: desk.organisationId }, (tx) =>
      listTrusted(tx, desk.organisationId),
    );
    expect(trusted.map((one) => one.staffId).sort()).toEqual(
      [desk.lead.staffId, desk.custodian.staffId, under.staffId].sort(),
    );
  });

  it('is never oneself, nor the key that trust begins with', async () => {
    const desk = await makeDesk(sql);
    const second = await addStaff(sql, desk, 'lead');
    const revoke = async (by: DeskPerson, staffId: string) => revokeStaff(await deskWork(desk, by), { staffId });
    expect(await revoke(second, second.staffId)).toMatchObject({ refusal: { code: 'legal-keys.error.oneself' } });
    expect(await revoke(second, desk.lead.staffId)).toMatchObject({ refusal: { code: 'legal-keys.error.root' } });
  });

  it('is so by a lead alone, whatever page asks; and who vouches is one as well', async () => {
    const desk = await makeDesk(sql);
    const [one, other] = [await addStaff(sql, desk), await addStaff(sql, desk)];
    const refusal = { code: 'legal-keys.error.not-yours' };
    for (const by of [one, desk.custodian]) {
      const work = await deskWork(desk, by);
      expect(await revokeStaff(work, { staffId: other.staffId })).toEqual({ ok: false, refusal });
      const heard = fingerprint({ box: boxPublicOf(other), sign: signPublicOf(other) });
      const asked = { staffId: other.staffId, role: 'lead' as const, isBar: true, heard };
      expect(await vouchForStaff(work, asked)).toEqual({ ok: false, refusal });
    }
  });
});

describe('the key that trust begins with', () => {
  it('is not made anew by its holder alone: the desk would be trusted by nobody', async () => {
    const desk = await makeDesk(sql);
    const second = await addStaff(sql, desk, 'lead');
    const renew = async (person: DeskPerson) =>
      renewKeys(
        { actor: (await deskWork(desk, person)).actor, organisationId: desk.organisationId, now: new Date() },
        { code: '000000', passphrase: 'bir uzun açar sözü 2026' },
      );
    expect(await renew(desk.lead)).toEqual({ ok: false, refusal: { code: 'legal-keys.error.root' } });
    expect(await renew(second)).toMatchObject({ refusal: { code: 'legal-keys.error.code' } });
    const trusted = await withLegalScope({ kind: 'legal_system', organisationId: desk.organisationId }, (tx) =>
      listTrusted(tx, desk.organisationId),
    );
    expect(trusted).toHaveLength(3);
  });
});

describe('a key that is granted', () => {
  it('belongs to a row of its own: a row moved to another case opens nothing there', async () => {
    const desk = await makeDesk(sql);
    const lawyer = await addStaff(sql, desk);
    const [one, two] = [await makeCase(desk), await makeCase(desk)];
    const work = await deskWork(desk, lawyer);
    await withLegalScope(work.scope, async (tx) => {
      const [row] = await tx.select().from(cases).where(eq(cases.id, two.caseId));
      expect(row?.keyVersion).toBe(100);
      await tx.delete(grantRows).where(eq(grantRows.subjectId, two.caseId));
      await tx.update(grantRows).set({ subjectId: two.caseId }).where(eq(grantRows.subjectId, one.caseId));
    });
    const opened = await withLegalScope(work.scope, (tx) => openKeys(tx, work.holder, 'case', two.caseId));
    expect(opened.size).toBe(0);
  });
});
