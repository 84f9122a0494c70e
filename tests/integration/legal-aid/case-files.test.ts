import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cleanCaseFile,
  deleteCaseFiles,
  readCaseFile,
  storeCaseFile,
} from '#app/features/legal-aid/case-files.server.ts';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { env } from '#app/platform/env.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { addStaff, deskWork, makeCase, makeDesk, type Desk, type MadeCase } from './legal-world.ts';

const TEXT = 'Bələdiyyənin 12 nömrəli qərarı: söküntü barədə';

describe('files of a case', () => {
  const sql = adminConnection();
  let desk: Desk;
  let work: DeskWork;
  let made: MadeCase;
  let other: MadeCase;

  beforeAll(async () => {
    desk = await makeDesk(sql);
    work = await deskWork(desk, await addStaff(sql, desk));
    made = await makeCase(desk);
    other = await makeCase(desk);
  });
  afterAll(() => sql.end());

  const entry = (caseId: string) => ({
    caseId,
    organisationId: desk.organisationId,
    author: 'staff' as const,
    authorId: work.staff.id,
    visibility: 'public' as const,
    today: work.today,
  });
  const store = (caseId: string, bytes: Uint8Array) =>
    withLegalScope(work.scope, async (tx) =>
      storeCaseFile(tx, await openKeys(tx, work.holder, 'case', caseId), entry(caseId), {
        name: 'qərar.txt',
        type: 'text/plain',
        bytes,
      }),
    );
  const read = (caseId: string, recordId: string) =>
    withLegalScope(work.scope, async (tx) =>
      readCaseFile(tx, await openKeys(tx, work.holder, 'case', caseId), caseId, recordId),
    );
  it('are handed out as what they are, whatever their record says: a browser sealed it, and nobody looked', async () => {
    const serve = async (said: string, bytes: Uint8Array) => {
      const kept = await withLegalScope(work.scope, async (tx) =>
        storeCaseFile(tx, await openKeys(tx, work.holder, 'case', made.caseId), entry(made.caseId), {
          name: 'a.html',
          type: said,
          bytes,
        }),
      );
      return (await read(made.caseId, kept.recordId))?.type;
    };
    const unknown = 'application/octet-stream';
    expect(await serve('text/html', Buffer.from('<!doctype html><script>1</script>'))).toBe(unknown);
    expect(await serve('image/jpeg', Buffer.from('<svg onload="1"/>'))).toBe(unknown);
    expect(await serve('image/svg+xml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]))).toBe(unknown);
    expect(await serve('text/html', Buffer.from('sadə mətn'))).toBe('text/plain');
    expect(await serve('text/html', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]))).toBe('image/jpeg');
    expect(await serve('text/html', Buffer.from('%PDF-1.4\n'))).toBe('application/pdf');
  });

  const storedOf = async (recordId: string): Promise<{ storage_key: string; stored_bytes: number }> => {
    const [row] = await sql`select storage_key, stored_bytes from legal.files where record_id = ${recordId}`;
    return row as unknown as { storage_key: string; stored_bytes: number };
  };

  it('G1 come back as they were, and neither name nor words lie in the store or in a row', async () => {
    const { recordId } = await store(made.caseId, Buffer.from(TEXT));
    expect(await read(made.caseId, recordId)).toMatchObject({ name: 'qərar.txt', type: 'text/plain', isVoice: false });
    expect(Buffer.from((await read(made.caseId, recordId))?.bytes ?? []).toString()).toBe(TEXT);
    const { storage_key, stored_bytes } = await storedOf(recordId);
    const body = readFileSync(join(env().DATA_DIR, 'files', storage_key));
    expect(body.length).toBe(stored_bytes);
    expect(body.includes(Buffer.from('12 nömrəli'))).toBe(false);
    const [row] = await sql`select r::text as said from legal.records r where id = ${recordId}`;
    expect(row?.said).not.toContain(Buffer.from('qərar').toString('hex'));
  });

  it('G5 a body put behind another record does not open', async () => {
    const one = await store(made.caseId, Buffer.from(TEXT));
    const two = await store(made.caseId, Buffer.from('başqa'));
    await sql`update legal.files set storage_key = ${(await storedOf(one.recordId)).storage_key} where record_id = ${two.recordId}`;
    await expect(read(made.caseId, two.recordId)).rejects.toThrow(VaultError);
  });

  it('are not found through another case', async () => {
    const { recordId } = await store(made.caseId, Buffer.from(TEXT));
    expect(await read(other.caseId, recordId)).toBeNull();
  });

  it('are gone with their record, and the body is on its way out', async () => {
    const { recordId } = await store(other.caseId, Buffer.from(TEXT));
    const { storage_key } = await storedOf(recordId);
    await withLegalScope(work.scope, (tx) => deleteCaseFiles(tx, other.caseId, [recordId]));
    expect(await read(other.caseId, recordId)).toBeNull();
    expect(await sql`select 1 from legal.records where id = ${recordId}`).toHaveLength(0);
    const jobs = await sql`select payload::text as said from graphile_worker._private_jobs`;
    expect(jobs.some((job) => String(job.said).includes(storage_key))).toBe(true);
  });

  it('G20 lose where and with what a picture was taken; what a browser would run is refused', async () => {
    const taken = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#884422' } })
      .withExif({ IFD0: { Artist: 'Gizli Ad' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 24/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect(taken.includes('Gizli Ad')).toBe(true);
    const clean = await cleanCaseFile({ name: 'foto.jpeg', bytes: taken, isTooLarge: false });
    if (!clean.ok) throw new Error(clean.refusal.code);
    expect(clean.value.name).toBe('foto.jpg');
    expect((await sharp(clean.value.bytes).metadata()).exif).toBeUndefined();
    expect(Buffer.from(clean.value.bytes).includes('Gizli Ad')).toBe(false);
    for (const hostile of [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '<!doctype html><script>1</script>',
      'PK\u0003\u0004zip',
    ])
      expect(await cleanCaseFile({ name: 'a.txt', bytes: Buffer.from(hostile), isTooLarge: false })).toEqual({
        ok: false,
        refusal: { code: 'legal-case.error.file-format', field: 'file' },
      });
    expect(
      await cleanCaseFile({ name: '../../gizli\u202efdp.exe', bytes: Buffer.from('salam'), isTooLarge: false }),
    ).toMatchObject({
      ok: true,
      value: { name: 'gizlifdp.txt', type: 'text/plain' },
    });
  });
});
