import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepPack } from '#app/features/campaigns/commands/keep-pack.server.ts';
import { makePack } from '#app/features/campaigns/pack-job.server.ts';
import type { PackFile } from '#app/features/campaigns/rules/delivery.ts';
import { loader } from '#app/routes/org/campaign-pack-file.ts';
import { signedIn } from '#tests/integration/accounts/world.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { adminConnection } from '#tests/support/story.ts';
import { addSheets, deliveryWorld, sheetPicture, storedFiles, workOf, type DeliveryWorld } from './delivery-world.ts';

const sql = adminConnection();
let world: DeliveryWorld;
let packId: string;
beforeAll(async () => {
  world = await deliveryWorld(sql);
  await addSheets(sql, world, { count: 2, rows: 2, photo: await sheetPicture(900) });
  const kept = await keepPack(world.work, world.campaign.id, {
    clientId: randomUUID(),
    pack: null,
    addressee: { bodyId: world.body, postId: null },
    addresseeName: '',
    signatory: null,
    letter: 'Hörmətli rəhbərlik, tələblərimizə baxılmasını xahiş edirik.',
  });
  packId = kept.ok ? kept.value.packId : '';
  await makePack({ organisationId: world.work.scope.organisationId, packId }, world.work.now);
}, 60_000);
afterAll(() => sql.end());

async function download(kind: string, userId: string | null, of = world): Promise<Response> {
  const cookie = userId ? await signedIn(userId) : '';
  try {
    return (await loader({
      request: new Request('https://icma.test/', { headers: cookie ? { cookie } : {} }),
      params: { org: of.slug, id: of.campaign.id, pack: packId, kind },
      context: { clientKey: 'test', origin: 'https://icma.test' },
    } as unknown as LoaderFunctionArgs)) as Response;
  } catch (answer) {
    return answer as Response;
  }
}

describe('the files of a pack', () => {
  it('come whole to those who deliver, as what they are', async () => {
    const [row] = await sql<{ files: PackFile[] }[]>`select files from campaign_packs where id = ${packId}`;
    for (const file of row?.files ?? []) {
      const answer = await download(file.kind, world.work.scope.userId);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(answer.headers.get('content-length')).toBe(String(bytes.length));
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/u);
      expect(answer.headers.get('cache-control')).toContain('no-store');
    }
    const slip = await download('slip', world.work.scope.userId);
    const text = pdfText(Buffer.from(await slip.arrayBuffer())).replaceAll(/\s+/gu, '');
    for (const file of row?.files ?? []) expect(text).toContain(file.sha256);
  });

  it('come to nobody else', async () => {
    const { organisationId } = world.work.scope;
    for (const role of ['volunteer', 'reader', 'moderator'] as const)
      expect((await download('annex-a', (await workOf(sql, organisationId, role)).scope.userId)).status).toBe(403);
    const stranger = await deliveryWorld(sql);
    expect((await download('annex-a', stranger.work.scope.userId)).status).toBe(404);
    // The stranger's own campaign does not open another's pack.
    expect((await download('annex-a', stranger.work.scope.userId, stranger)).status).toBe(404);
    expect((await download('annex-a', null)).status).toBe(303);
    expect((await download('../secret.key', world.work.scope.userId)).status).toBe(404);
  });

  it('are refused when a piece was taken from elsewhere', async () => {
    const [row] = await sql<{ files: PackFile[] }[]>`select files from campaign_packs where id = ${packId}`;
    const pieceOf = (kind: string) => {
      const key = row?.files.find((file) => file.kind === kind)?.key ?? 'none';
      return storedFiles().find(({ path }) => path.endsWith(`${key}/0`));
    };
    const [letter, annex] = [pieceOf('pdf'), pieceOf('annex-a')];
    if (!letter || !annex) throw new Error('The pieces lie elsewhere');
    writeFileSync(annex.path, letter.bytes);
    await expect((await download('annex-a', world.work.scope.userId)).arrayBuffer()).rejects.toThrow(/tag|seal/iu);
    writeFileSync(annex.path, annex.bytes);
    expect((await (await download('annex-a', world.work.scope.userId)).arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });
});
