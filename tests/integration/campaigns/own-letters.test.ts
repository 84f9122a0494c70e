import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepLetterAction } from '#app/features/campaigns/commands/keep-letter-action.server.ts';
import {
  confirmOwnLetter,
  reportOwnLetter,
  withdrawOwnLetter,
  writeOwnLetter,
} from '#app/features/campaigns/commands/write-own-letter.server.ts';
import { forgetPacks } from '#app/features/campaigns/delivery-jobs.server.ts';
import { findLetterAction } from '#app/features/campaigns/delivery-public.server.ts';
import { sendWaitingLetters } from '#app/features/campaigns/letter-jobs.server.ts';
import { findOwnLetter, getLetterRoom } from '#app/features/campaigns/letter-queries.server.ts';
import { readLetterToken, sealLetter } from '#app/features/campaigns/letter-text.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { DAY_MS, deliveryWorld, mailsTo, type DeliveryWorld } from './delivery-world.ts';

let sql: postgres.Sql;
beforeAll(() => {
  sql = adminConnection();
});
afterAll(() => sql.end());

const MINUTE = 60_000;
const start = new Date('2026-11-22T08:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * MINUTE);

const step = {
  clientId: '',
  subject: 'Pensər yolu barədə',
  hints: 'Uşaqlar məktəbə necə gedir\nYağışdan sonra nə olur',
  hourlyMax: 20,
};

/** An action in test mode; `open` lets it out past its test. */
async function startAction(world: DeliveryWorld, { open = true, hourlyMax = 20 } = {}) {
  const begun = await keepLetterAction(world.work, world.campaign.id, {
    ...step,
    intent: 'start',
    clientId: randomUUID(),
    addressee: { bodyId: world.body, postId: null },
    hourlyMax,
  });
  if (!begun.ok) throw new Error(begun.refusal.code);
  const [action] = await sql`select id from letter_actions where campaign_id = ${world.campaign.id}`;
  if (open) await sql`update letter_actions set state = 'open' where id = ${action?.id}`;
  const [body] = await sql`select email from bodies where id = ${world.body}`;
  return { id: String(action?.id), bodyEmail: String(body?.email) };
}

let writer = 0;
async function write(world: DeliveryWorld, action: string, change: Partial<Parameters<typeof writeOwnLetter>[2]> = {}) {
  writer += 1;
  const email = `yazan${writer}@maktub.invalid`;
  const form = {
    clientId: randomUUID(),
    action,
    name: 'Nərgiz Səfərova',
    email,
    region: 'AZ-AST',
    text: `Mən ${writer} nömrəli məktubu yazıram: yağışdan sonra uşaqlar məktəbə gedə bilmir.`,
    showsEmail: false,
    ...change,
  };
  const taken = await writeOwnLetter({ locale: 'az', now: start, clientKey: `k${writer}` }, world.campaign.slug, form);
  const [row] =
    await sql`select id, state from supporter_letters where action_id = ${action} and state = 'pending' order by created_at desc, id limit 1`;
  return { taken, id: String(row?.id), form };
}

describe('letters of supporters', () => {
  it('begin in test mode, in which a letter reaches the organisation alone, and open after a test', async () => {
    const world = await deliveryWorld(sql);
    const { id, bodyEmail } = await startAction(world, { open: false });
    expect(await findLetterAction(world.campaign.id)).toBeNull();
    expect(
      await keepLetterAction(world.work, world.campaign.id, { intent: 'open', clientId: randomUUID(), action: id }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'deliveries.error.no-test-yet' },
    });
    expect(
      await keepLetterAction(world.work, world.campaign.id, {
        intent: 'test',
        clientId: randomUUID(),
        action: id,
        text: 'Sınaq üçün yazılmış məktub.',
      }),
    ).toMatchObject({ ok: true });
    await sendWaitingLetters(start);
    expect(await mailsTo(sql, bodyEmail)).toHaveLength(0);
    expect((await mailsTo(sql, 'icma@sinaq.invalid')).some((mail) => mail.text.includes('Sınaq üçün yazılmış'))).toBe(
      true,
    );
    expect(
      await keepLetterAction(world.work, world.campaign.id, { intent: 'open', clientId: randomUUID(), action: id }),
    ).toMatchObject({ ok: true });
    expect(await findLetterAction(world.campaign.id)).toMatchObject({
      email: bodyEmail,
      hints: ['Uşaqlar məktəbə necə gedir', 'Yağışdan sonra nə olur'],
    });
    expect(
      await keepLetterAction(world.work, world.campaign.id, {
        ...step,
        intent: 'start',
        clientId: randomUUID(),
        addressee: { bodyId: world.body, postId: null },
      }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'deliveries.error.one-action' },
    });
  });

  it('go only after the button of the link, once, with name and place and without the writer’s address', async () => {
    const world = await deliveryWorld(sql);
    const action = await startAction(world);
    const { taken, id, form } = await write(world, action.id);
    expect(taken).toMatchObject({ ok: true });
    const [mail] = await mailsTo(sql, form.email);
    const token = /letter\/([^\s/]+)/u.exec(mail?.text ?? '')?.[1];
    expect(readLetterToken(token)).toBe(id);
    expect(readLetterToken(`${randomUUID()}.${token?.split('.')[1]}`)).toBeNull();
    // Looking sends nothing.
    expect(await findOwnLetter(id)).toMatchObject({ state: 'pending', letter: { name: 'Nərgiz Səfərova' } });
    await sendWaitingLetters(start);
    expect(await mailsTo(sql, action.bodyEmail)).toHaveLength(0);
    expect(await confirmOwnLetter(id, start)).toBe('queued');
    expect(await confirmOwnLetter(id, start)).toBe('queued');
    await Promise.all([sendWaitingLetters(start), sendWaitingLetters(start)]);
    const sent = await mailsTo(sql, action.bodyEmail);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('Nərgiz Səfərova');
    expect(sent[0]?.text).toContain('Astara rayonu');
    expect(JSON.stringify(sent[0])).not.toContain(form.email);
    expect(sent[0]?.replyTo).toBe('icma@sinaq.invalid');
    expect(await confirmOwnLetter(id, start)).toBe('sent');
    const shown = await write(world, action.id, { showsEmail: true });
    await confirmOwnLetter(shown.id, start);
    await sendWaitingLetters(later(5));
    expect((await mailsTo(sql, action.bodyEmail)).at(-1)).toMatchObject({ replyTo: shown.form.email });
  });

  it('of the same person or in the same words are kept and not sent, nor any of a page taken down', async () => {
    const world = await deliveryWorld(sql);
    const action = await startAction(world);
    const first = await write(world, action.id);
    expect(await confirmOwnLetter(first.id, start)).toBe('queued');
    const copy = await write(world, action.id, { text: `  ${first.form.text.toLocaleUpperCase('az')} !!` });
    expect(await confirmOwnLetter(copy.id, start)).toBe('held_duplicate');
    const again = await write(world, action.id, { email: first.form.email });
    expect(await confirmOwnLetter(again.id, start)).toBe('held_duplicate');
    expect(await findOwnLetter(again.id)).toMatchObject({ state: 'held_duplicate' });
    await sql`update campaigns set hidden_at = now() where id = ${world.campaign.id}`;
    await sendWaitingLetters(start);
    expect(await mailsTo(sql, action.bodyEmail)).toHaveLength(0);
    await sql`update campaigns set hidden_at = null where id = ${world.campaign.id}`;
    for (let minute = 0; minute < 30; minute += 1) await sendWaitingLetters(later(minute));
    expect(await mailsTo(sql, action.bodyEmail)).toHaveLength(1);
    const room = await getLetterRoom(world.work.scope, world.campaign.id);
    expect(room?.actions[0]?.counts).toMatchObject({ sent: 1, held_duplicate: 2, queued: 0 });
  });

  it('never pass the hourly limit with ten thousand waiting, from two organisations to one target', async () => {
    const world = await deliveryWorld(sql);
    const other = await deliveryWorld(sql);
    const action = await startAction(world, { hourlyMax: 60 });
    const begun = await startAction({ ...other, body: world.body }, { hourlyMax: 90 });
    const cipher = sealLetter({
      name: 'Nərgiz Səfərova',
      email: 'n@maktub.invalid',
      region: 'AZ-AST',
      text: 'Yol barədə öz sözlərimlə yazıram.',
      showsEmail: false,
    });
    for (const [target, of] of [
      [action.id, world],
      [begun.id, other],
    ] as const)
      await sql`insert into supporter_letters (id, action_id, campaign_id, organisation_id, client_id, way, state, letter_cipher, locale, created_at)
        select gen_random_uuid(), ${target}, ${of.campaign.id}, ${of.work.scope.organisationId}, gen_random_uuid(), 'server', 'queued', ${cipher}, 'az', ${start}
        from generate_series(1, 5000)`;
    const sentAt: number[] = [];
    for (let minute = 0; minute <= 66; minute += 1) {
      const sent = await sendWaitingLetters(later(minute));
      for (let one = 0; one < sent; one += 1) sentAt.push(minute);
    }
    for (const minute of sentAt)
      expect(sentAt.filter((other) => other >= minute && other < minute + 60).length).toBeLessThanOrEqual(60);
    // It is a limit and not a stop: after an hour it goes on.
    expect(sentAt.length).toBeGreaterThan(60);
    const [left] = await sql<
      { n: number }[]
    >`select count(*)::int as n from supporter_letters where state = 'queued' and action_id in ${sql([action.id, begun.id])}`;
    expect(left?.n).toBe(10_000 - sentAt.length);
  }, 120_000);

  it('lie encrypted, can be taken back before they go, and are emptied after half a year', async () => {
    const world = await deliveryWorld(sql);
    const action = await startAction(world);
    const { id, form } = await write(world, action.id);
    const [row] = await sql`select to_jsonb(l) as all from supporter_letters l where id = ${id}`;
    for (const clear of [form.email, 'Səfərova', 'məktəbə']) expect(JSON.stringify(row?.all)).not.toContain(clear);
    await confirmOwnLetter(id, start);
    expect(await withdrawOwnLetter(id)).toBe(true);
    expect(await findOwnLetter(id)).toMatchObject({ state: 'withdrawn', letter: null });
    const stays = await write(world, action.id);
    await confirmOwnLetter(stays.id, start);
    await sendWaitingLetters(start);
    const unconfirmed = await write(world, action.id);
    await forgetPacks(new Date(start.getTime() + 15 * DAY_MS));
    expect(await findOwnLetter(unconfirmed.id)).toBeNull();
    expect((await findOwnLetter(stays.id))?.letter).not.toBeNull();
    await forgetPacks(new Date(start.getTime() + 190 * DAY_MS));
    expect(await findOwnLetter(stays.id)).toMatchObject({ state: 'sent', letter: null });
  });

  it('closed, held or sent by oneself: the words stay where they are', async () => {
    const world = await deliveryWorld(sql);
    const action = await startAction(world);
    const waiting = await write(world, action.id);
    await confirmOwnLetter(waiting.id, start);
    expect(
      await keepLetterAction(world.work, world.campaign.id, {
        intent: 'hold',
        clientId: randomUUID(),
        letter: waiting.id,
      }),
    ).toMatchObject({ ok: true });
    const visitor = { locale: 'az' as const, now: start, clientKey: 'self' };
    const report = { clientId: randomUUID(), action: action.id, way: 'mailto' as const };
    await reportOwnLetter(visitor, world.campaign.slug, report);
    await reportOwnLetter(visitor, world.campaign.slug, report);
    await reportOwnLetter(visitor, world.campaign.slug, { ...report, way: 'print' });
    const late = await write(world, action.id);
    await keepLetterAction(world.work, world.campaign.id, {
      intent: 'close',
      clientId: randomUUID(),
      action: action.id,
    });
    expect(await confirmOwnLetter(late.id, start)).toBe('closed');
    expect(await write(world, action.id)).toMatchObject({ taken: { ok: false, refusal: { code: 'not-found' } } });
    await sendWaitingLetters(start);
    expect(await mailsTo(sql, action.bodyEmail)).toHaveLength(0);
    const room = await getLetterRoom(world.work.scope, world.campaign.id);
    expect(room?.actions[0]?.counts).toMatchObject({ self_sent: 2, withdrawn: 1, sent: 0 });
    expect(await getLetterRoom((await deliveryWorld(sql)).work.scope, world.campaign.id)).toBeUndefined();
  });
});
