import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepPack } from '#app/features/campaigns/commands/keep-pack.server.ts';
import { correctDelivery, recordDelivery } from '#app/features/campaigns/commands/record-delivery.server.ts';
import { recordReply } from '#app/features/campaigns/commands/record-reply.server.ts';
import { listPublicDeliveries } from '#app/features/campaigns/delivery-public.server.ts';
import { getDeliveryRoom } from '#app/features/campaigns/delivery-queries.server.ts';
import { makePack } from '#app/features/campaigns/pack-job.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { makeOrganisation } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import {
  addSheets,
  addWebSigners,
  answer,
  DAY_MS,
  delivered,
  deliveryWorld,
  given,
  sheetPicture,
  storedFiles,
  workOf,
  type DeliveryWorld,
} from './delivery-world.ts';

let sql: postgres.Sql;
beforeAll(async () => {
  sql = adminConnection();
  for (const year of [2026, 2027])
    await sql`insert into holiday_years ${sql({ year, source: 'test', confirmed_at: new Date() })} on conflict do nothing`;
  await sql`insert into holidays ${sql({ year: 2026, on: '2026-03-20', name: 'Novruz' })}`;
});
afterAll(() => sql.end());

async function campaignState(world: DeliveryWorld) {
  const [row] = await sql`select state, delivered_at, answered_at from campaigns where id = ${world.campaign.id}`;
  return row;
}
async function jobs(world: DeliveryWorld) {
  return sql<{ payload: Record<string, unknown> }[]>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'support:tell' and j.payload->>'campaignId' = ${world.campaign.id} order by j.id`;
}

describe('from the pack to the answer', () => {
  it('moves the campaign, its demands and its page along, and tells signers', async () => {
    const world = await deliveryWorld(sql);
    await addSheets(sql, world, { count: 1, rows: 5, photo: await sheetPicture() });
    await addWebSigners(sql, world, 'Zərifə Gizlinova', 10);
    const kept = await keepPack(world.work, world.campaign.id, {
      clientId: randomUUID(),
      pack: null,
      addressee: { bodyId: world.body, postId: null },
      addresseeName: '',
      signatory: null,
      letter: 'Hörmətli rəhbərlik, tələblərimizə baxılmasını xahiş edirik.',
    });
    const packId = kept.ok ? kept.value.packId : '';
    await makePack({ organisationId: world.work.scope.organisationId, packId }, world.work.now);

    const photo = await sheetPicture();
    const form = given(world, { pack: packId, registerNumber: '', stampIsPublic: false });
    const stamp = { name: 'möhür.jpg', bytes: photo, isTooLarge: false };
    const [first, second] = await Promise.all([
      recordDelivery(world.work, world.campaign.id, form, stamp),
      recordDelivery(world.work, world.campaign.id, form, stamp),
    ]);
    expect(first.ok && second.ok && first.value.deliveryId === second.value.deliveryId).toBe(true);
    const deliveryId = first.ok ? first.value.deliveryId : '';
    expect(await campaignState(world)).toMatchObject({ state: 'delivered' });
    const [row] =
      await sql`select d.*, p.sha256 from campaign_deliveries d join campaign_packs p on p.id = d.pack_id where d.id = ${deliveryId}`;
    expect(row).toMatchObject({
      supporters: 15,
      hand_signed: 5,
      addressee: 'Astara Rayon İcra Hakimiyyəti',
      register_number: null,
    });
    expect(row?.pack_sha256).toBe(row?.sha256);
    // The stamp names people: not on the page, sealed in the store.
    const [page] = await listPublicDeliveries(world.campaign.id, world.work.now);
    expect(page).toMatchObject({ id: deliveryId, supporters: 15, handSigned: 5, replies: [] });
    for (const { bytes } of storedFiles()) expect(bytes.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);

    expect(
      await correctDelivery(world.work, world.campaign.id, {
        clientId: randomUUID(),
        delivery: deliveryId,
        registerNumber: '15-22/7',
        deliveredOn: dayOf(world.work.now),
        channel: 'in_person',
      }),
    ).toMatchObject({ ok: true });

    const partner = await makeOrganisation(sql, 'Tərəfdaş İcma');
    await sql`insert into campaign_partners ${sql({ campaign_id: world.campaign.id, organisation_id: partner.id, lead_id: world.work.scope.organisationId, state: 'accepted' })}`;
    const replied = await recordReply(
      world.work,
      world.campaign.id,
      answer(deliveryId, world, { demands: [{ demand: world.demands[0] ?? '', to: 'promised' }] }),
      undefined,
    );
    expect(replied).toMatchObject({ ok: true });
    const replyId = replied.ok ? replied.value.replyId : '';
    expect(await campaignState(world)).toMatchObject({ state: 'answered' });
    const demands =
      await sql`select state from campaign_demands where campaign_id = ${world.campaign.id} order by position`;
    expect(demands.map((demand) => demand.state)).toEqual(['promised', 'open']);
    const [move] =
      await sql`select from_state, to_state, note from campaign_demand_moves where campaign_id = ${world.campaign.id}`;
    expect(move).toMatchObject({ from_state: 'open', to_state: 'promised' });
    expect(move?.note).toContain('Qismən cavab');
    // Each organisation of the coalition writes to its own people.
    expect((await jobs(world)).map((job) => job.payload)).toEqual(
      [world.work.scope.organisationId, partner.id].map((organisationId) => ({
        organisationId,
        campaignId: world.campaign.id,
        subject: 'reply',
        subjectId: replyId,
        after: null,
      })),
    );
    const steps =
      await sql`select kind, to_state from campaign_steps where campaign_id = ${world.campaign.id} order by created_at, kind`;
    expect(steps.map((step) => `${step.kind} ${step.to_state ?? ''}`.trim())).toEqual(
      expect.arrayContaining(['delivery', 'moved delivered', 'reply', 'moved answered']),
    );

    const [signer] = await sql`select id from signatures where campaign_id = ${world.campaign.id} limit 1`;
    await sql`select app.rate_reply(${signer?.id}, ${replyId}, 4::smallint)`;
    await sql`select app.rate_reply(${signer?.id}, ${replyId}, 2::smallint)`;
    const [shown] = await listPublicDeliveries(world.campaign.id, world.work.now);
    expect(shown).toMatchObject({ registerNumber: '15-22/7', replies: [{ kind: 'partial', ratings: 1, stars: 2 }] });
    const room = await getDeliveryRoom(world.work.scope, world.campaign.id, world.work.now);
    expect(room?.deliveries[0]).toMatchObject({ replies: [{ stars: 2, ratings: 1 }], due: { isLate: false } });

    // A poor answer is taken further.
    await delivered(world, { channel: 'post' });
    expect(await campaignState(world)).toMatchObject({ state: 'delivered' });
    expect(await listPublicDeliveries(world.campaign.id, world.work.now)).toHaveLength(2);
  });

  it('publishes an answer once, and refuses days that cannot be', async () => {
    const world = await deliveryWorld(sql);
    const past = dayOf(new Date(world.work.now.getTime() - 3 * DAY_MS));
    const tomorrow = dayOf(new Date(world.work.now.getTime() + 2 * DAY_MS));
    expect(
      await recordDelivery(world.work, world.campaign.id, given(world, { deliveredOn: tomorrow }), undefined),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'deliveries.error.day-to-come', field: 'deliveredOn' },
    });
    const delivery = await delivered(world, { deliveredOn: past });
    const before = dayOf(new Date(world.work.now.getTime() - 9 * DAY_MS));
    expect(
      await recordReply(world.work, world.campaign.id, answer(delivery, world, { receivedOn: before }), undefined),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'deliveries.error.before-delivery' },
    });
    const form = answer(delivery, world);
    await Promise.all([1, 2, 3].map(() => recordReply(world.work, world.campaign.id, form, undefined)));
    expect(await sql`select 1 from campaign_replies where campaign_id = ${world.campaign.id}`).toHaveLength(1);
    expect(await jobs(world)).toHaveLength(1);
    const correction = {
      clientId: randomUUID(),
      delivery,
      registerNumber: '9',
      deliveredOn: dayOf(world.work.now),
      channel: 'post' as const,
    };
    expect(await correctDelivery(world.work, world.campaign.id, correction)).toMatchObject({
      ok: false,
      refusal: { code: 'deliveries.error.answered-already' },
    });
    expect(
      await correctDelivery(world.work, world.campaign.id, { ...correction, deliveredOn: past, channel: 'in_person' }),
    ).toMatchObject({ ok: true });
  });

  it('moves no demand where the rules do not, and then publishes nothing', async () => {
    const world = await deliveryWorld(sql);
    const delivery = await delivered(world);
    const wish = answer(delivery, world, { demands: [{ demand: world.demands[0] ?? '', to: 'open' }] });
    expect(await recordReply(world.work, world.campaign.id, wish, undefined)).toMatchObject({
      ok: false,
      refusal: { code: 'common.error.changed-meanwhile' },
    });
    expect(await sql`select 1 from campaign_replies where campaign_id = ${world.campaign.id}`).toHaveLength(0);
    expect(await campaignState(world)).toMatchObject({ state: 'delivered' });
  });

  it('is for organisers of the organisation that leads, and for published campaigns', async () => {
    const world = await deliveryWorld(sql);
    const stranger = await deliveryWorld(sql);
    expect(await recordDelivery(stranger.work, world.campaign.id, given(world), undefined)).toMatchObject({
      ok: false,
      refusal: { code: 'campaigns.error.unknown' },
    });
    const volunteer = await workOf(sql, world.work.scope.organisationId, 'volunteer');
    expect(await recordDelivery(volunteer, world.campaign.id, given(world), undefined)).toMatchObject({
      ok: false,
      refusal: { code: 'common.error.not-allowed' },
    });
    await sql`update campaigns set state = 'draft', published_at = null where id = ${world.campaign.id}`;
    expect(await recordDelivery(world.work, world.campaign.id, given(world), undefined)).toMatchObject({
      ok: false,
      refusal: { code: 'deliveries.error.state' },
    });
    expect(await getDeliveryRoom(stranger.work.scope, world.campaign.id, new Date())).toBeUndefined();
  });

  it('refuses a file that is neither picture nor PDF, and keeps none of it', async () => {
    const world = await deliveryWorld(sql);
    const before = storedFiles().length;
    const junk = { name: 'stamp.jpg', bytes: Buffer.from('<svg onload=alert(1)>'), isTooLarge: false };
    expect(await recordDelivery(world.work, world.campaign.id, given(world), junk)).toMatchObject({
      ok: false,
      refusal: { field: 'stamp' },
    });
    expect(storedFiles()).toHaveLength(before);
    expect(await campaignState(world)).toMatchObject({ state: 'active' });
  });
});
