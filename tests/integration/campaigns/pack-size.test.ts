import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepPack } from '#app/features/campaigns/commands/keep-pack.server.ts';
import type { PackFile } from '#app/features/campaigns/rules/delivery.ts';
import { keepSheetPhoto } from '#app/features/campaigns/sheet-photo.server.ts';
import { ROOT } from '#tests/support/sources.ts';
import { adminConnection } from '#tests/support/story.ts';
import { addWebSigners, deliveryWorld, sheetPicture } from './delivery-world.ts';

const MOST_MEGABYTES = 150;
const MOST_SECONDS = 120;
const SHEETS = 584;
const ROWS = 12;

let sql: postgres.Sql;
beforeAll(() => {
  sql = adminConnection();
});
afterAll(() => sql.end());

it('makes the pack of ten thousand supporters with no more memory than a few sheets take', async () => {
  const world = await deliveryWorld(sql);
  const organisation_id = world.work.scope.organisationId;
  const photo = await sheetPicture(900);
  const photoKey = await keepSheetPhoto(photo);
  await sql`insert into support_sheets (id, campaign_id, organisation_id, number, state, photo_key)
      select gen_random_uuid(), ${world.campaign.id}, ${organisation_id}, n, 'checked', ${photoKey} from generate_series(1, ${SHEETS}) n`;
  await sql`insert into signatures (id, campaign_id, organisation_id, client_id, state, channel, assurance, region, person_cipher, locale, consent_version, sheet_id, sheet_row, confirmed_at)
      select gen_random_uuid(), s.campaign_id, s.organisation_id, gen_random_uuid(), 'confirmed', 'paper', 'paper', 'AZ-AST', 'v1.x', 'az', '1', s.id, n, now()
      from support_sheets s, generate_series(1, ${ROWS}) n where s.campaign_id = ${world.campaign.id}`;
  await addWebSigners(sql, world, 'Zərifə Gizlinova', 10_000 - SHEETS * ROWS);
  const kept = await keepPack(world.work, world.campaign.id, {
    clientId: randomUUID(),
    pack: null,
    addressee: { bodyId: world.body, postId: null },
    addresseeName: '',
    signatory: null,
    letter: 'Hörmətli rəhbərlik, tələblərimizə baxılmasını xahiş edirik.',
  });
  const packId = kept.ok ? kept.value.packId : '';
  const run = spawnSync(process.execPath, ['tests/support/make-pack-alone.ts', organisation_id, packId], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  const { idle, peak, seconds } = JSON.parse(run.stdout) as { idle: number; peak: number; seconds: number };
  const [pack] = await sql<
    { state: string; files: PackFile[]; supporters: number; hand_signed: number }[]
  >`select * from campaign_packs where id = ${packId}`;
  expect(pack).toMatchObject({ state: 'made', supporters: 10_000, hand_signed: SHEETS * ROWS });
  const annex = pack?.files.find((file) => file.kind === 'annex-a');
  expect(annex?.pages).toBe(SHEETS + 1);
  // The annex is larger than what may be held: it cannot have been in memory at once.
  expect(annex?.bytes ?? 0).toBeGreaterThan(MOST_MEGABYTES * 1_048_576);
  process.stdout.write(
    `pack of 10,000: ${Math.round((annex?.bytes ?? 0) / 1_048_576)} MB of sheets, ${peak - idle} MB over ${idle} MB idle, ${seconds} s\n`,
  );
  expect(peak - idle).toBeLessThan(MOST_MEGABYTES);
  expect(seconds).toBeLessThan(MOST_SECONDS);
}, 240_000);
