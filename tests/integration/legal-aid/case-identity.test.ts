import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '#db/schema/legal-aid.ts';
import { listIdentityQuestions, readIdentityRoom } from '#app/features/legal-aid/case-identity.server.ts';
import { askIdentity } from '#app/features/legal-aid/commands/ask-identity.server.ts';
import { decideIdentity } from '#app/features/legal-aid/commands/decide-identity.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { adminConnection } from '#tests/support/story.ts';
import { claimed, form } from './case-world.ts';
import { addStaff, deskWork, makeCase, makeDesk, type Desk, type MadeCase } from './legal-world.ts';

const NAME = { name: 'Nümunə Şirin', phone: '+994 50 000 00 09', safe: { hours: '18:00-dan sonra' } };

describe('the name behind a case', () => {
  const sql = adminConnection();
  let desk: Desk;
  let lawyer: DeskWork;
  let lead: DeskWork;
  let custodian: DeskWork;
  let made: MadeCase;

  beforeAll(async () => {
    desk = await makeDesk(sql);
    lawyer = await deskWork(desk, await addStaff(sql, desk));
    lead = await deskWork(desk, desk.lead);
    custodian = await deskWork(desk, await addStaff(sql, desk, 'custodian'));
  });
  afterAll(() => sql.end());

  const caseWithName = async (by = lawyer): Promise<MadeCase> => {
    made = await makeCase(desk, { identity: NAME });
    await claimed(sql, made.caseId, by);
    return made;
  };
  const ask = (by: DeskWork, caseId = made.caseId) =>
    askIdentity(by, { ...form(caseId), reason: 'contact', text: 'Çağırışdan əvvəl danışmaq üçün' });
  const asked = async (by: DeskWork): Promise<string> => {
    const result = await ask(by);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value.id;
  };
  const decide = (by: DeskWork, requestId: string, approve = true) =>
    decideIdentity(by, { clientId: randomUUID(), requestId, approve });
  const roomOf = (by: DeskWork) =>
    withLegalScope(by.scope, async (tx) => {
      const [subject] = await tx.select().from(cases).where(eq(cases.id, made.caseId));
      if (!subject) throw new Error('No such case');
      return readIdentityRoom(tx, by, subject);
    });

  it('G27 opens for a lawyer with a reason and a custodian’s yes, and each look is in the trail', async () => {
    await caseWithName();
    expect(await roomOf(lawyer)).toMatchObject({ identity: null, mayAsk: true, hasIdentity: true });
    const id = await asked(lawyer);
    expect(await ask(lawyer)).toEqual({ ok: false, refusal: { code: 'legal-case.identity.error.asked' } });
    expect((await roomOf(lawyer)).identity).toBeNull();
    const { pending } = await listIdentityQuestions(custodian);
    // The custodian holds no case: the reason's name alone.
    expect(pending).toMatchObject([{ id, caseNumber: made.number, reason: 'contact', text: null, mayOpen: true }]);
    const text = 'Çağırışdan əvvəl danışmaq üçün';
    expect((await listIdentityQuestions(lead)).pending).toMatchObject([{ id, text, holdsCase: true }]);
    // Nor the sealed list of who is kept out: the page says that the table alone is asked.
    expect(pending[0]?.holdsCase).toBe(false);
    expect(await decide(custodian, id)).toMatchObject({ ok: true });
    expect((await roomOf(lawyer)).identity).toEqual(NAME);
    const trail = await sql`select action from legal.audit_entries where case_id = ${made.caseId} order by n`;
    expect(trail.map((entry) => entry.action)).toEqual(
      expect.arrayContaining(['identity.ask', 'identity.approve', 'identity.open']),
    );
    expect(await decide(custodian, id, false)).toEqual({ ok: false, refusal: { code: 'legal-case.error.gone' } });
  });

  it('G27 stays shut when it is refused, and may be asked for again', async () => {
    await caseWithName();
    expect(await decide(custodian, await asked(lawyer), false)).toMatchObject({ ok: true });
    expect(await roomOf(lawyer)).toMatchObject({ identity: null, mayAsk: true });
    expect(
      await sql`select 1 from vault_keys.grants where kind = 'identity' and subject_id = ${made.caseId} and holder_id = ${lawyer.staff.id}`,
    ).toHaveLength(0);
  });

  it('G27 nobody decides on the own question, the lead neither; a lawyer decides on none', async () => {
    await caseWithName(lead);
    const id = await asked(lead);
    expect(await decide(lead, id)).toEqual({ ok: false, refusal: { code: 'legal-case.identity.error.oneself' } });
    expect(await decide(lawyer, id)).toEqual({ ok: false, refusal: { code: 'legal-case.error.gone' } });
    // The lead holds the key, and is shown the name by nobody's yes all the same.
    expect((await roomOf(lead)).identity).toBeNull();
    await decide(custodian, id);
    expect((await roomOf(lead)).identity).toEqual(NAME);
  });

  it('G27 in SQL: no grant to a lawyer without an approved question, no approval by oneself or in another name', async () => {
    await caseWithName();
    const { caseId } = made;
    const [held] =
      await sql`select * from vault_keys.grants where kind = 'identity' and subject_id = ${caseId} and holder_id = ${custodian.staff.id}`;
    const grant = { ...held, id: randomUUID(), holder_id: lawyer.staff.id, key_id: lawyer.holder.keyId };
    const give = () => sql`insert into vault_keys.grants ${sql(grant as never)}`;
    await expect(give()).rejects.toMatchObject({ constraint_name: 'legal_custodian_first' });
    const id = await asked(lawyer);
    await expect(give()).rejects.toMatchObject({ constraint_name: 'legal_custodian_first' });
    const approve = (by: string) =>
      sql`update legal.identity_requests set state = 'approved', decided_by = ${by}, decided_on = current_date where id = ${id}`;
    await expect(approve(lawyer.staff.id)).rejects.toThrow(/custodian decides|identity_two_people/u);
    await expect(approve(custodian.staff.id)).rejects.toMatchObject({ constraint_name: 'legal_custodian_decides' });
    expect(await decide(custodian, id)).toMatchObject({ ok: true });
    // Even a copied row, let in by the approval, opens nothing: it was made for somebody else.
    await sql`delete from vault_keys.grants where holder_id = ${lawyer.staff.id} and kind = 'identity' and subject_id = ${caseId}`;
    await give();
    const shown = await roomOf(lawyer).then(
      (room) => room.identity,
      (error: unknown) => {
        if (error instanceof VaultError) return null;
        throw error;
      },
    );
    expect(shown).toBeNull();
  });

  it('G4 is not handed to somebody who was kept out after asking', async () => {
    await caseWithName();
    const id = await asked(lawyer);
    await sql`insert into legal.exclusions ${sql({ case_id: made.caseId, staff_id: lawyer.staff.id, organisation_id: desk.organisationId, by: 'conflict' })}`;
    expect(await decide(custodian, id)).toEqual({ ok: false, refusal: { code: 'legal-case.identity.error.asker' } });
    expect(await sql`select state from legal.identity_requests where id = ${id}`).toEqual([{ state: 'asked' }]);
  });

  it('is not asked for where none was left, nor by a colleague without the case', async () => {
    const other = await deskWork(desk, await addStaff(sql, desk));
    const nameless = await makeCase(desk);
    await claimed(sql, nameless.caseId, lawyer);
    expect(await ask(lawyer, nameless.caseId)).toEqual({
      ok: false,
      refusal: { code: 'legal-case.identity.error.none' },
    });
    expect(await ask(other, nameless.caseId)).toEqual({ ok: false, refusal: { code: 'legal-case.error.not-yours' } });
  });
});
