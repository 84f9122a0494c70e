import { createHash, randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepPack, makePackAgain } from '#app/features/campaigns/commands/keep-pack.server.ts';
import { hashOf, makePack } from '#app/features/campaigns/pack-job.server.ts';
import type { PackFileKind } from '#app/features/campaigns/rules/delivery.ts';
import { seal } from '#app/platform/crypto.server.ts';
import { readSealed } from '#app/platform/sealed-parts.server.ts';
import { pdfPages, pdfText } from '#tests/support/pdf-text.ts';
import { adminConnection } from '#tests/support/story.ts';
import { unzipText } from '#tests/support/unzip.ts';
import {
  addSheets,
  addWebSigners,
  deliveryWorld,
  packRow,
  packTask,
  packWish,
  queuedPack,
  sheetPicture,
  storedFiles,
} from './delivery-world.ts';

let sql: postgres.Sql;
beforeAll(() => {
  sql = adminConnection();
});
afterAll(() => sql.end());

async function fileOf(packId: string, kind: PackFileKind): Promise<Uint8Array> {
  const file = (await packRow(sql, packId)).files.find((one) => one.kind === kind);
  if (!file) throw new Error(`no ${kind}`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of readSealed(file)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const textOf = async (packId: string, kind: PackFileKind) =>
  pdfText(await fileOf(packId, kind)).replaceAll(/\s+/gu, ' ');

describe('the pack for a body', () => {
  it('holds letter, demands and two annexes apart, names no web signer, and lies sealed in the store', async () => {
    const world = await deliveryWorld(sql);
    const photo = await sheetPicture();
    await addSheets(sql, world, { count: 3, rows: 4, photo });
    await addWebSigners(sql, world, 'Zərifə Gizlinova', 30);
    const packId = await queuedPack(world);
    await makePack(packTask(world, packId), world.work.now);
    const pack = await packRow(sql, packId);
    expect(pack).toMatchObject({ state: 'made', progress: 100, supporters: 42, hand_signed: 12 });
    expect(pack.files.map((file) => file.kind)).toEqual(['pdf', 'docx', 'annex-a', 'annex-b']);

    const letter = await textOf(packId, 'pdf');
    for (const said of [
      'Kollektiv müraciət: Pensər yolu təmir olunsun',
      '“Sınaq” İctimai Birliyi',
      'Astara Rayon İcra Hakimiyyəti',
      '1. Yol asfaltlansın.',
      '2. Körpü möhkəmləndirilsin.',
      'Müraciəti əl ilə imzalayanlar: 12 nəfər (3 vərəq, Əlavə A).',
      'Bu, dəstək göstəricisidir, müraciət imzası deyil.',
      'səhifə 1 /',
    ])
      expect(letter.replaceAll(' ', '')).toContain(said.replaceAll(' ', ''));
    const annexA = await fileOf(packId, 'annex-a');
    expect(pdfPages(annexA)).toBe(4);
    const sheets = await textOf(packId, 'annex-a');
    expect(sheets).toContain('Əlavə A. Əl ilə imzalanmış vərəqlər');
    expect(sheets).toContain('Vərəq № 3: 4 imza, 1 sətir sayılmayıb');
    expect(sheets).toContain('səhifə 4 / 4');
    // The photographs themselves are the pages.
    expect(Buffer.from(annexA).includes(Buffer.from(photo))).toBe(true);
    const numbers = await textOf(packId, 'annex-b');
    expect(numbers).toContain('Dəstək göstəricisi, müraciət imzası deyil');
    expect(numbers).toContain('Astara rayonu 15');
    expect(numbers).toContain('e-poçtla təsdiqlənib 20');
    expect(letter.replaceAll(' ', '')).toContain(
      (pack.files.find((file) => file.kind === 'annex-a')?.sha256 ?? 'none').slice(0, 20),
    );
    const docx = unzipText(await fileOf(packId, 'docx'), 'word/document.xml');
    expect(docx).toContain('Kollektiv müraciət: Pensər yolu təmir olunsun');
    expect(docx).toContain('2. Körpü möhkəmləndirilsin.');

    for (const kind of ['pdf', 'annex-a', 'annex-b'] as const) {
      const text = await textOf(packId, kind);
      expect(text).not.toContain('Gizlinova');
      expect(text).not.toContain('imza.invalid');
    }
    expect(docx).not.toContain('Gizlinova');

    // What is said of the files is true of the files.
    for (const file of pack.files) {
      const bytes = await fileOf(packId, file.kind);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(bytes.length).toBe(file.bytes);
    }
    expect(pack.sha256).toBe(hashOf(pack.files));

    const stored = storedFiles();
    expect(stored.length).toBeGreaterThan(6);
    for (const { bytes } of stored) {
      expect(bytes.includes('%PDF-')).toBe(false);
      expect(bytes.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
      expect(bytes.includes('word/document.xml')).toBe(false);
    }
  });

  it('is made once, whatever is pressed or run twice', async () => {
    const world = await deliveryWorld(sql);
    await addWebSigners(sql, world, 'Zərifə Gizlinova', 3);
    const form = packWish(world);
    const [first, second] = await Promise.all([
      keepPack(world.work, world.campaign.id, form),
      keepPack(world.work, world.campaign.id, form),
    ]);
    expect(first).toEqual(second);
    const packId = first.ok ? first.value.packId : '';
    const before = storedFiles().length;
    await Promise.all([
      makePack(packTask(world, packId), world.work.now),
      makePack(packTask(world, packId), world.work.now),
    ]);
    await makePack(packTask(world, packId), world.work.now);
    const pack = await packRow(sql, packId);
    expect(storedFiles().length - before).toBe(pack.files.reduce((sum, file) => sum + file.parts, 0));
    expect(await sql`select 1 from campaign_packs where campaign_id = ${world.campaign.id}`).toHaveLength(1);
    // The page left open, its letter changed, sent under its old id: another pack.
    expect(
      await keepPack(world.work, world.campaign.id, { ...form, letter: `${form.letter} Təşəkkür edirik.` }),
    ).toMatchObject({ ok: true });
    expect(await sql`select 1 from campaign_packs where campaign_id = ${world.campaign.id}`).toHaveLength(2);
    const trail =
      await sql`select 1 from audit_entries where action = 'campaign.pack-made' and subject_id = ${world.campaign.id}`;
    expect(trail).toHaveLength(1);
  });

  it('says that it is the organisation’s own letter where nobody signed by hand', async () => {
    const world = await deliveryWorld(sql);
    await addWebSigners(sql, world, 'Zərifə Gizlinova', 2);
    const packId = await queuedPack(world);
    await makePack(packTask(world, packId), world.work.now);
    const letter = await textOf(packId, 'pdf');
    expect(letter).not.toContain('Kollektiv müraciət');
    expect(letter).toContain('əl ilə imzalanmış vərəq əlavə olunmayıb');
    expect((await packRow(sql, packId)).files.map((file) => file.kind)).toEqual(['pdf', 'docx', 'annex-b']);
  });

  it('stays a draft until a member of an unregistered organisation agreed to sign', async () => {
    const world = await deliveryWorld(sql, { registered: false });
    const kept = await keepPack(world.work, world.campaign.id, packWish(world));
    expect(kept).toMatchObject({ ok: true, value: { isQueued: false } });
    const packId = kept.ok ? kept.value.packId : '';
    expect((await packRow(sql, packId)).state).toBe('draft');
    const signatory = randomUUID();
    await sql`insert into letter_signatories ${sql({
      id: signatory,
      organisation_id: world.work.scope.organisationId,
      user_id: world.work.scope.userId,
      full_name_cipher: seal('Quliyeva Sevda Əli qızı', 'letter-signatories.full-name'),
      address_cipher: seal('Astara, Pensər', 'letter-signatories.address'),
      agreed_at: new Date(),
    })}`;
    expect(await keepPack(world.work, world.campaign.id, packWish(world, { pack: packId, signatory }))).toMatchObject({
      ok: true,
      value: { packId, isQueued: true },
    });
    await makePack(packTask(world, packId), world.work.now);
    expect(await textOf(packId, 'pdf')).toContain('Quliyeva Sevda Əli qızı');
  });

  it('falls back to a draft when the agreement is taken back before the job runs', async () => {
    const world = await deliveryWorld(sql);
    const packId = await queuedPack(world);
    await sql`update organisations set representative_name = null where id = ${world.work.scope.organisationId}`;
    await makePack(packTask(world, packId), world.work.now);
    expect((await packRow(sql, packId)).state).toBe('draft');
    await sql`update organisations set representative_name = 'Quliyeva Sevda' where id = ${world.work.scope.organisationId}`;
    expect(await makePackAgain(world.work, world.campaign.id, { clientId: randomUUID(), pack: packId })).toMatchObject({
      ok: true,
      value: { isQueued: true },
    });
  });

  it('belongs to the organisation that made it', async () => {
    const world = await deliveryWorld(sql);
    const other = await deliveryWorld(sql);
    expect(await keepPack(other.work, world.campaign.id, packWish(world))).toMatchObject({
      ok: false,
      refusal: { code: 'campaigns.error.unknown' },
    });
    const packId = await queuedPack(world);
    await makePack({ organisationId: other.work.scope.organisationId, packId }, new Date());
    expect((await packRow(sql, packId)).state).toBe('queued');
    const reader = {
      ...world.work,
      scope: { ...world.work.scope, role: 'volunteer' as const },
      actor: {
        ...world.work.actor,
        memberships: world.work.actor.memberships.map((entry) => ({ ...entry, roles: ['volunteer' as const] })),
      },
    };
    expect(await keepPack(reader, world.campaign.id, packWish(world))).toMatchObject({
      ok: false,
      refusal: { code: 'common.error.not-allowed' },
    });
  });
});
