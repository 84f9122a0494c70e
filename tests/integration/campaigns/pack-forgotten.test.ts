import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetPacks } from '#app/features/campaigns/delivery-jobs.server.ts';
import { makePack } from '#app/features/campaigns/pack-job.server.ts';
import { SealedWriter } from '#app/platform/sealed-parts.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { addWebSigners, DAY_MS, deliveryWorld, packRow, packTask, queuedPack, storedFiles } from './delivery-world.ts';

let sql: postgres.Sql;
beforeAll(() => {
  sql = adminConnection();
});
afterAll(() => sql.end());

describe('files of a pack', () => {
  it('takes away what a killed run left, when it is made after all, and in the end even when it is not', async () => {
    const world = await deliveryWorld(sql);
    await addWebSigners(sql, world, 'Zərifə Gizlinova', 3);
    const packId = await queuedPack(world);
    const leftBehind = async (id: string) => {
      const folder = `packs/${id}/${randomUUID()}`;
      const writer = new SealedWriter(`${folder}/annex-a`);
      await writer.write(Buffer.alloc(3_000_000, 7));
      await writer.end();
      const files = [{ kind: 'pdf', key: folder, parts: 0, bytes: 0, pages: null, sha256: '' }];
      await sql`update campaign_packs set files = ${sql.json(files)} where id = ${id}`;
      return () => storedFiles().filter(({ path }) => path.includes(folder)).length;
    };
    const first = await leftBehind(packId);
    expect(first()).toBe(3);
    await makePack(packTask(world, packId), world.work.now);
    expect(first()).toBe(0);
    expect((await packRow(sql, packId)).files.every((file) => file.parts > 0)).toBe(true);
    const never = await queuedPack(world);
    const second = await leftBehind(never);
    await forgetPacks(new Date(world.work.now.getTime() + 31 * DAY_MS));
    expect(second()).toBe(0);
    expect(await packRow(sql, never)).toMatchObject({ state: 'queued', files: [] });
  });

  it('goes thirty days after the delivery, files first, and not a day before', async () => {
    const world = await deliveryWorld(sql);
    await addWebSigners(sql, world, 'Zərifə Gizlinova', 2);
    const packId = await queuedPack(world);
    const made = new Date('2026-03-02T08:00:00Z');
    await makePack(packTask(world, packId), made);
    await sql`insert into campaign_deliveries ${sql({ id: randomUUID(), campaign_id: world.campaign.id, organisation_id: world.work.scope.organisationId, client_id: randomUUID(), pack_id: packId, body_id: world.body, addressee: 'RİH', channel: 'post', delivered_on: '2026-03-20' })}`;
    const { files } = await packRow(sql, packId);
    // The day of the delivery begins at 20:00 UTC of the day before.
    const end = new Date('2026-03-19T20:00:00Z').getTime() + 30 * DAY_MS;
    await forgetPacks(new Date(end - 60_000));
    expect((await packRow(sql, packId)).state).toBe('made');
    await forgetPacks(new Date(end + 60_000));
    expect(await packRow(sql, packId)).toMatchObject({ state: 'deleted', files: [] });
    expect((await packRow(sql, packId)).sha256).toMatch(/^[0-9a-f]{64}$/u);
    for (const file of files) expect(storedFiles().some(({ path }) => path.includes(file.key))).toBe(false);
  });
});
