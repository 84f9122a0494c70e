import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepLetterAction } from '#app/features/campaigns/commands/keep-letter-action.server.ts';
import { keepPack } from '#app/features/campaigns/commands/keep-pack.server.ts';
import { recordDelivery } from '#app/features/campaigns/commands/record-delivery.server.ts';
import { confirmOwnLetter, writeOwnLetter } from '#app/features/campaigns/commands/write-own-letter.server.ts';
import { sendWaitingLetters } from '#app/features/campaigns/letter-jobs.server.ts';
import { openLetter } from '#app/features/campaigns/letter-text.server.ts';
import { makePack } from '#app/features/campaigns/pack-job.server.ts';
import type { PackFile } from '#app/features/campaigns/rules/delivery.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { readSealed } from '#app/platform/sealed-parts.server.ts';
import {
  addSheets,
  addWebSigners,
  deliveryWorld,
  sheetPicture,
  type DeliveryWorld,
} from '#tests/integration/campaigns/delivery-world.ts';
import { adminConnection } from '#tests/support/story.ts';
import { sightings, type Bird } from './canary/birds.ts';
import { filesAsText, readings, tablesAsText, type Place } from './canary/places.ts';

/** The same search as for signatures, for what is handed to a body: the pack, its delivery, letters of supporters. */
const WEB: Bird = { name: 'Bənövşəxanım Turacoğlu', contact: 'gizli@imza.invalid', village: 'Turaclıqışlaq' };
const WRITER: Bird = {
  name: 'Çimnazxatun Göyərçinli',
  contact: 'cimnaz.goyercin@example.az',
  village: 'Göyərçinlikənd',
};
const SENTENCE = 'Uşaqlarım hər səhər palçıqlı yolla məktəbə ayaqyalın gedir.';

const sql = adminConnection();
let world: DeliveryWorld;
let letter: string;
afterAll(() => sql.end());

beforeAll(async () => {
  world = await deliveryWorld(sql);
  const { work, campaign, body } = world;
  const addressee = { bodyId: body, postId: null };
  await addSheets(sql, world, { count: 2, rows: 3, photo: await sheetPicture() });
  await addWebSigners(sql, world, WEB.name, 40);
  const kept = await keepPack(work, campaign.id, {
    clientId: randomUUID(),
    pack: null,
    addressee,
    addresseeName: '',
    signatory: null,
    letter: 'Hörmətli rəhbərlik, tələblərimizə baxılmasını xahiş edirik.',
  });
  const packId = kept.ok ? kept.value.packId : '';
  await makePack({ organisationId: work.scope.organisationId, packId }, work.now);
  await recordDelivery(
    work,
    campaign.id,
    {
      clientId: randomUUID(),
      pack: packId,
      addressee,
      addresseeName: '',
      channel: 'post',
      deliveredOn: dayOf(work.now),
      registerNumber: '7',
      stampIsPublic: false,
    },
    { name: `${WEB.name}.jpg`, bytes: await sheetPicture(), isTooLarge: false },
  );
  await keepLetterAction(work, campaign.id, {
    intent: 'start',
    clientId: randomUUID(),
    addressee,
    subject: 'Yol barədə',
    hints: 'Yol necədir',
    hourlyMax: 20,
  });
  await sql`update letter_actions set state = 'open' where campaign_id = ${campaign.id}`;
  const [action] = await sql<{ id: string }[]>`select id from letter_actions where campaign_id = ${campaign.id}`;
  await writeOwnLetter({ locale: 'az', now: work.now, clientKey: randomUUID() }, campaign.slug, {
    clientId: randomUUID(),
    action: action?.id ?? '',
    name: WRITER.name,
    email: WRITER.contact,
    region: 'AZ-AST',
    text: SENTENCE,
    showsEmail: false,
  });
  const [row] = await sql<{ id: string; letter_cipher: string }[]>`select id, letter_cipher from supporter_letters`;
  letter = row?.letter_cipher ?? '';
  await confirmOwnLetter(row?.id ?? '', work.now);
  await sendWaitingLetters(work.now);
}, 90_000);

const birds = [WEB, WRITER];
const everything = async (): Promise<Place[]> => [
  ...(await tablesAsText(sql)),
  ...filesAsText(process.env.DATA_DIR ?? ''),
];

describe('what is handed to a body', () => {
  it('is really there: a pack of four files, a delivery, a letter that went', async () => {
    const [pack] = await sql<{ files: PackFile[] }[]>`select files from campaign_packs where state = 'made'`;
    expect(pack?.files).toHaveLength(4);
    expect(openLetter(letter)).toMatchObject({ name: WRITER.name, text: SENTENCE });
    expect(await sql`select 1 from supporter_letters where state = 'sent'`).toHaveLength(1);
    expect(await sql`select 1 from mails`).toHaveLength(2);
  });

  it('names no web signer, opened and read', async () => {
    const [pack] = await sql<{ files: PackFile[] }[]>`select files from campaign_packs where state = 'made'`;
    for (const file of pack?.files ?? []) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of readSealed(file)) chunks.push(chunk);
      const places = readings(Buffer.concat(chunks)).map((text) => ({ where: file.kind, text }));
      expect(sightings(places, birds)).toEqual([]);
      // The reading itself reads: the organisation's own letter is found.
      if (file.kind !== 'annex-a') expect(places.some(({ text }) => /Pensər/u.test(text))).toBe(true);
    }
  });

  it('lies nowhere in clear: no table, no file, no letter', async () => {
    const places = await everything();
    // The stamp's file name came from outside: it is kept, and is the organisation's own.
    const kept = places.filter(({ where }) => where !== 'table public.campaign_documents');
    expect(sightings(kept, birds)).toEqual([]);
    expect(places.filter(({ text }) => text.includes('palçıqlı')).map(({ where }) => where)).toEqual([]);
    expect(
      places.filter(
        ({ where, text }) => where.startsWith('file files/') && /%PDF-|word\/document|Tələblər/u.test(text),
      ),
    ).toEqual([]);
  });
});
