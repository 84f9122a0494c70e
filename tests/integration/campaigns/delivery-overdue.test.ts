import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordReply } from '#app/features/campaigns/commands/record-reply.server.ts';
import { settleFollowup } from '#app/features/campaigns/commands/settle-followup.server.ts';
import { followUpDeliveries } from '#app/features/campaigns/delivery-jobs.server.ts';
import { listPublicDeliveries } from '#app/features/campaigns/delivery-public.server.ts';
import { getDeliveryRoom } from '#app/features/campaigns/delivery-queries.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { answer, delivered, deliveryWorld } from './delivery-world.ts';

let sql: postgres.Sql;
beforeAll(async () => {
  sql = adminConnection();
  for (const year of [2026, 2027])
    await sql`insert into holiday_years ${sql({ year, source: 'test', confirmed_at: new Date() })} on conflict do nothing`;
  await sql`insert into holidays ${sql({ year: 2026, on: '2026-03-20', name: 'Novruz' })}`;
});
afterAll(() => sql.end());

describe('an answer that does not come', () => {
  // Monday 2 March 2026 + 15 working days is 23 March; the holiday of the 20th makes it the 24th.
  const on = '2026-03-02';
  const at = (day: string) => new Date(`${day}T06:00:00Z`);

  it('is late after the term, then a reminder and an escalation are drafted on their days, once each', async () => {
    const world = await deliveryWorld(sql);
    const delivery = await delivered(world, { deliveredOn: on, registerNumber: '15-22' });
    const late = async (day: string) =>
      (await getDeliveryRoom(world.work.scope, world.campaign.id, at(day)))?.deliveries[0]?.due;
    expect(await late('2026-03-24')).toMatchObject({ on: '2026-03-24', isLate: false });
    expect(await late('2026-03-25')).toMatchObject({ isLate: true });
    const kinds = async () =>
      (await sql`select kind from delivery_followups where delivery_id = ${delivery} order by created_at`).map(
        (row) => row.kind,
      );
    await followUpDeliveries(at('2026-03-24'));
    expect(await kinds()).toEqual([]);
    await followUpDeliveries(at('2026-03-25'));
    await followUpDeliveries(at('2026-03-26'));
    expect(await kinds()).toEqual(['reminder']);
    await Promise.all([followUpDeliveries(at('2026-04-20')), followUpDeliveries(at('2026-04-20'))]);
    expect(await kinds()).toEqual(['reminder', 'escalation']);
    const [reminder] =
      await sql`select * from delivery_followups where delivery_id = ${delivery} and kind = 'reminder'`;
    expect(reminder).toMatchObject({ state: 'draft', body_id: world.body });
    expect(reminder?.text).toContain('15-22');
    expect(String(reminder?.text).replaceAll('\u00a0', ' ')).toContain('24 mart 2026');
    const settle = { clientId: randomUUID(), followup: String(reminder?.id), sentOn: '2026-03-26' };
    expect(await settleFollowup(world.work, world.campaign.id, settle)).toMatchObject({ ok: true });
    expect(await settleFollowup(world.work, world.campaign.id, { ...settle, clientId: randomUUID() })).toMatchObject({
      ok: false,
    });
  });

  it('is not reminded of once it came, nor where no calendar is confirmed', async () => {
    const world = await deliveryWorld(sql);
    const delivery = await delivered(world, { deliveredOn: on });
    await recordReply(world.work, world.campaign.id, answer(delivery, world), undefined);
    // Another one of the same organisation still waits, and is not late.
    await delivered(world, { deliveredOn: '2026-05-29' });
    const other = await deliveryWorld(sql);
    await delivered(other, { deliveredOn: '2025-02-03' });
    await followUpDeliveries(at('2026-06-01'));
    expect(
      await sql`select 1 from delivery_followups where campaign_id in ${sql([world.campaign.id, other.campaign.id])}`,
    ).toHaveLength(0);
    const [page] = await listPublicDeliveries(other.campaign.id, at('2026-06-01'));
    expect(page?.due).toMatchObject({ on: null, missingYear: 2025, isLate: false });
  });
});
