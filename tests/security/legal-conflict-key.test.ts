import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { claimCase } from '#app/features/legal-aid/commands/claim-case.server.ts';
import { openCase } from '#app/features/legal-aid/commands/open-case.server.ts';
import { revokeStaff } from '#app/features/legal-aid/commands/revoke-staff.server.ts';
import { addParty } from '#app/features/legal-aid/commands/settle-conflict.server.ts';
import { vouchForStaff } from '#app/features/legal-aid/commands/vouch-staff.server.ts';
import { possibleConflicts } from '#app/features/legal-aid/conflicts.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import type { Party } from '#app/features/legal-aid/rules/contents.ts';
import { searchCases } from '#app/features/legal-aid/search.server.ts';
import { blindIndex } from '#app/features/legal-aid/vault/blind.ts';
import { fingerprint } from '#app/features/legal-aid/vault/vouching.ts';
import { newId } from '#app/kernel/ids.ts';
import {
  addStaff,
  boxPublicOf,
  deskWork,
  makeCase,
  makeDesk,
  signPublicOf,
  type Desk,
  type DeskPerson,
} from '#tests/integration/legal-aid/legal-world.ts';
import { sql } from './legal-keys-world.ts';

afterAll(() => sql.end());

const NAME = 'Sınaq Köhnəad Tapılmazov';
const write = (work: DeskWork, caseId: string, side: Party['side'], name = NAME) =>
  addParty(work, { caseId, clientId: newId(), party: { side, name } });
const hashesOf = async (desk: Desk): Promise<string[]> =>
  (
    await sql<{ hash: string }[]>`select hash from legal.blind_indexes where organisation_id = ${desk.organisationId}`
  ).map((row) => row.hash);
const isPossible = (work: DeskWork, caseId: string) =>
  withLegalScope(work.scope, async (tx) => (await possibleConflicts(tx, [caseId])).has(caseId));

/** Somebody new, to whom the lead's page gives the conflict key as it is now. */
async function newcomer(desk: Desk): Promise<DeskPerson> {
  const person = await addStaff(sql, desk);
  await sql`delete from vault_keys.grants where kind = 'team' and holder_id = ${person.staffId}`;
  const heard = fingerprint({ box: boxPublicOf(person), sign: signPublicOf(person) }).slice(0, 19);
  const lead = await deskWork(desk, desk.lead);
  const vouched = await vouchForStaff(lead, { staffId: person.staffId, role: 'lawyer', isBar: false, heard });
  expect(vouched).toEqual({ ok: true });
  return person;
}

describe('G9: the conflict key that somebody took along', () => {
  it('tells nothing of any case any more, and conflicts with cases from before are found as ever', async () => {
    const desk = await makeDesk(sql);
    const [leaver, stays] = [await addStaff(sql, desk), await addStaff(sql, desk)];
    await addStaff(sql, desk, 'custodian');
    // One of a case from which the lead is kept out: its hashes change as well.
    const before = await makeCase(desk);
    const hidden = await makeCase(desk, { keptOut: [desk.lead.staffId] });
    expect(await write(await deskWork(desk, leaver), before.caseId, 'ours')).toMatchObject({ ok: true });
    expect(await write(await deskWork(desk, stays), hidden.caseId, 'ours', 'Gizli Tərəf')).toMatchObject({ ok: true });
    // The key as the leaver has it, and what it asks of a stolen table.
    const guesses = [NAME, 'Gizli Tərəf'].map((name) => blindIndex(desk.teamKey, 'name', name));
    expect((await hashesOf(desk)).toSorted()).toEqual(guesses.toSorted());

    for (const person of [leaver, await addStaff(sql, desk)])
      expect(await revokeStaff(await deskWork(desk, desk.lead), { staffId: person.staffId })).toMatchObject({
        ok: true,
      });
    const [row] =
      await sql`select team_key_from, team_key_version from legal.desks where organisation_id = ${desk.organisationId}`;
    expect(row).toEqual({ team_key_from: 1, team_key_version: 3 });
    expect((await hashesOf(desk)).filter((hash) => guesses.includes(hash))).toEqual([]);

    const after = await makeCase(desk);
    const lawyer = await deskWork(desk, stays);
    expect(await write(lawyer, after.caseId, 'other')).toEqual({ ok: true, value: { isPossible: true } });
    expect((await hashesOf(desk)).filter((hash) => guesses.includes(hash))).toEqual([]);
    expect(await isPossible(lawyer, before.caseId)).toBe(true);
    expect(await claimCase(lawyer, { caseId: after.caseId, clientId: newId() })).toMatchObject({
      refusal: { code: 'legal-desk.error.conflict' },
    });
    // The other case of that name, and none of another.
    const found = await searchCases(lawyer, { words: NAME, state: 'open', region: null });
    expect(found.map((one) => one.id).toSorted()).toEqual([before.caseId, after.caseId].toSorted());
  });

  it('reaches who comes later in all its layers, and is refused where one is missing', async () => {
    const desk = await makeDesk(sql);
    const [leaver, stays] = [await addStaff(sql, desk), await addStaff(sql, desk)];
    const before = await makeCase(desk);
    await write(await deskWork(desk, stays), before.caseId, 'ours');
    await revokeStaff(await deskWork(desk, desk.lead), { staffId: leaver.staffId });
    const later = await newcomer(desk);
    const after = await makeCase(desk);
    const work = await deskWork(desk, later);
    expect(await openCase(work, { caseId: after.caseId, reason: 'triage' })).toMatchObject({ ok: true });
    expect(await write(work, after.caseId, 'other')).toEqual({ ok: true, value: { isPossible: true } });

    // Half a key would find nothing and say so of every name: it is none.
    await sql`delete from vault_keys.grants where kind = 'team' and version = 1 and holder_id = ${later.staffId}`;
    expect(await write(work, after.caseId, 'ours', 'Başqa Ad')).toEqual({
      ok: false,
      refusal: { code: 'legal-desk.error.team-key' },
    });
  });

  it('is never used for what is written while another layer comes', async () => {
    const desk = await makeDesk(sql);
    const [leaver, stays] = [await addStaff(sql, desk), await addStaff(sql, desk)];
    const cases = await Promise.all(Array.from({ length: 4 }, () => makeCase(desk)));
    const work = await deskWork(desk, stays);
    const lead = await deskWork(desk, desk.lead);
    const written = cases.map(({ caseId }, at) => write(work, caseId, at % 2 === 0 ? 'ours' : 'other'));
    const [revoked, ...answers] = await Promise.all([revokeStaff(lead, { staffId: leaver.staffId }), ...written]);
    expect([revoked, ...answers].map((one) => one.ok)).toEqual([true, true, true, true, true]);
    // While somebody makes the next layer, whoever writes down a side waits for it.
    let isWritten = false;
    const late = await makeCase(desk);
    const waiting = await sql.begin(async (tx) => {
      await tx`select 1 from legal.desks where organisation_id = ${desk.organisationId} for update`;
      const writing = write(work, late.caseId, 'ours').then((answer) => {
        isWritten = true;
        return answer;
      });
      await sleep(2000);
      expect(isWritten).toBe(false);
      return [writing] as const;
    });
    expect(await waiting[0]).toMatchObject({ ok: true });
    const hashes = await hashesOf(desk);
    expect([hashes.length, new Set(hashes).size]).toEqual([5, 1]);
    expect(hashes).not.toContain(blindIndex(desk.teamKey, 'name', NAME));
  });
});
