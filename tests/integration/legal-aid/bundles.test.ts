import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listBundles, readBundle } from '#app/features/legal-aid/bundles.server.ts';
import {
  addFact,
  addToBundle,
  makeBundle,
  shareBundle,
  takeFromBundle,
} from '#app/features/legal-aid/commands/keep-bundles.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { adminConnection } from '#tests/support/story.ts';
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

const FORTY = 40;

describe('a bundle of forty villagers', () => {
  const sql = adminConnection();
  let desk: Desk;
  let maker: DeskWork;
  let colleague: DeskWork;
  let late: DeskWork;
  let latePerson: DeskPerson;
  let villagers: MadeCase[];
  let bundleId: string;

  beforeAll(async () => {
    desk = await makeDesk(sql);
    maker = await deskWork(desk, await addStaff(sql, desk));
    colleague = await deskWork(desk, await addStaff(sql, desk, 'lawyer', { shownName: 'Həmkar' }));
    await addStaff(sql, desk, 'custodian');
    villagers = [];
    for (let at = 0; at < FORTY; at += 1)
      villagers.push(await makeCase(desk, { story: `Sahəm ${at}`, identity: { name: `Kəndli ${at}` } }));
    // Joined afterwards: holds no case at all.
    latePerson = await addStaff(sql, desk, 'lawyer', { shownName: 'Sonra' });
    late = await deskWork(desk, latePerson);
    const made = await makeBundle(maker, { clientId: randomUUID(), title: 'Torpaq ölçüləri', campaignId: null });
    if (!made.ok) throw new Error(made.refusal.code);
    bundleId = made.value.id;
  }, 120_000);
  afterAll(() => sql.end());
  const at = () => ({ clientId: randomUUID() as string, bundleId });
  const grants = async () =>
    (
      await sql`select kind, subject_id, version, holder_id from vault_keys.grants where organisation_id = ${desk.organisationId} and kind in ('case', 'identity') order by 1, 2, 3, 4`
    ).map((row) => ({ ...row }));

  it('takes forty cases and grants nothing of them to anybody', async () => {
    const before = await grants();
    expect(await addToBundle(maker, { ...at(), caseIds: villagers.map((one) => one.caseId) })).toEqual({
      ok: true,
      value: { added: FORTY },
    });
    expect(await grants()).toEqual(before);
    expect((await readBundle(maker, bundleId))?.cases).toHaveLength(FORTY);
    expect(await addToBundle(maker, { ...at(), caseIds: [villagers[0]?.caseId as string] })).toEqual({
      ok: false,
      refusal: { code: 'legal-case.bundles.error.case', field: 'cases' },
    });
  });

  it('shares facts with each who holds its key, and with nobody else', async () => {
    await addFact(maker, { ...at(), text: 'Qərar 3 noyabrda çıxıb' });
    expect(await readBundle(colleague, bundleId)).toBeNull();
    expect(await shareBundle(maker, { ...at(), staffId: colleague.staff.id })).toMatchObject({ ok: true });
    expect(await shareBundle(maker, { ...at(), staffId: late.staff.id })).toMatchObject({ ok: true });
    for (const holder of [maker, colleague, late, await deskWork(desk, desk.lead)]) {
      const view = await readBundle(holder, bundleId);
      expect(view?.title).toBe('Torpaq ölçüləri');
      expect(view?.facts.map((fact) => fact.text)).toEqual(['Qərar 3 noyabrda çıxıb']);
    }
    await addFact(colleague, { ...at(), text: 'Aktın surəti alınıb' });
    expect((await readBundle(maker, bundleId))?.facts).toHaveLength(2);
    expect(await listBundles(late)).toMatchObject([{ id: bundleId, cases: FORTY }]);
  });

  it('opens no case and no name to whoever holds the bundle alone', async () => {
    for (const { caseId } of villagers.slice(0, 3)) expect(await readsOf(desk, latePerson, caseId)).toEqual([]);
    const identities =
      await sql`select s.role, count(*)::integer as n from vault_keys.grants g join legal.staff s on s.id = g.holder_id
      where g.kind = 'identity' and g.organisation_id = ${desk.organisationId} group by g.holder_id, s.role`;
    // Custodians and the lead, forty names each; no lawyer holds one.
    expect(identities.length).toBeGreaterThan(1);
    expect(identities.every(({ n, role }) => n === FORTY && role !== 'lawyer')).toBe(true);
  });

  it('lies sealed: neither title nor fact is in a row', async () => {
    const [row] =
      await sql`select string_agg(r::text, ' ') as said from legal.bundle_records r where bundle_id = ${bundleId}`;
    for (const words of ['Torpaq', 'noyabrda']) expect(row?.said).not.toContain(Buffer.from(words).toString('hex'));
  });

  it('G5 a fact moved to another place does not open', async () => {
    const [one, two] =
      await sql`select id, nonce, ciphertext from legal.bundle_records where bundle_id = ${bundleId} and kind = 'fact' order by seq`;
    await sql`update legal.bundle_records set nonce = ${one?.nonce}, ciphertext = ${one?.ciphertext} where id = ${two?.id}`;
    await expect(readBundle(maker, bundleId)).rejects.toThrow(/vault/iu);
    await sql`update legal.bundle_records set nonce = ${two?.nonce}, ciphertext = ${two?.ciphertext} where id = ${two?.id}`;
    expect((await readBundle(maker, bundleId))?.facts).toHaveLength(2);
  });

  it('G4 refuses a case from which one of its holders is kept, and its key to whoever is kept from one of its cases', async () => {
    const closed = await makeCase(desk, { keptOut: [colleague.staff.id] });
    expect(await addToBundle(maker, { ...at(), caseIds: [closed.caseId] })).toEqual({
      ok: false,
      refusal: { code: 'legal-case.bundles.error.kept-out', field: 'cases' },
    });
    await expect(
      sql`insert into legal.bundle_cases ${sql({ bundle_id: bundleId, case_id: closed.caseId, organisation_id: desk.organisationId })}`,
    ).rejects.toMatchObject({ constraint_name: 'legal_kept_out' });
    const other = await makeBundle(maker, { clientId: randomUUID(), title: 'Başqa', campaignId: null });
    if (!other.ok) throw new Error(other.refusal.code);
    const there = () => ({ clientId: randomUUID() as string, bundleId: other.value.id });
    await addToBundle(maker, { ...there(), caseIds: [closed.caseId] });
    expect(await shareBundle(maker, { ...there(), staffId: colleague.staff.id })).toEqual({
      ok: false,
      refusal: { code: 'common.error.choose', field: 'staff' },
    });
  });

  it('lets a case go again', async () => {
    const caseId = villagers[0]?.caseId as string;
    expect(await takeFromBundle(maker, { ...at(), caseId })).toMatchObject({ ok: true });
    expect((await readBundle(maker, bundleId))?.cases).toHaveLength(FORTY - 1);
    expect(await takeFromBundle(maker, { ...at(), caseId })).toMatchObject({ ok: false });
  });
});
