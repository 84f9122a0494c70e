import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import * as recordPage from '#app/routes/org/campaign-delivery-record.tsx';
import * as replyPage from '#app/routes/org/campaign-delivery-reply.tsx';
import * as roomPage from '#app/routes/org/campaign-delivery.tsx';
import * as lettersPage from '#app/routes/org/campaign-letters.tsx';
import * as packPage from '#app/routes/org/campaign-pack.tsx';
import * as linkPage from '#app/routes/public/campaign-letter-link.tsx';
import * as ownPage from '#app/routes/public/campaign-letter.tsx';
import { keepLetterAction } from '#app/features/campaigns/commands/keep-letter-action.server.ts';
import { recordDelivery } from '#app/features/campaigns/commands/record-delivery.server.ts';
import { letterToken } from '#app/features/campaigns/letter-text.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { post, signedIn } from '#tests/integration/accounts/world.ts';
import { adminConnection } from '#tests/support/story.ts';
import { deliveryWorld, type DeliveryWorld } from './delivery-world.ts';

const sql = adminConnection();
let world: DeliveryWorld;
let here: { cookie: string; params: Record<string, string> };
let action: string;

beforeAll(async () => {
  world = await deliveryWorld(sql);
  const addressee = { bodyId: world.body, postId: null };
  const delivered = await recordDelivery(
    world.work,
    world.campaign.id,
    {
      clientId: newId(),
      pack: null,
      addressee,
      addresseeName: '',
      channel: 'post',
      deliveredOn: dayOf(world.work.now),
      registerNumber: '',
      stampIsPublic: false,
    },
    undefined,
  );
  await keepLetterAction(world.work, world.campaign.id, {
    intent: 'start',
    clientId: newId(),
    addressee,
    subject: 'Yol barədə',
    hints: 'Yol necədir',
    hourlyMax: 20,
  });
  await sql`update letter_actions set state = 'open' where campaign_id = ${world.campaign.id}`;
  const [row] = await sql<{ id: string }[]>`select id from letter_actions where campaign_id = ${world.campaign.id}`;
  action = row?.id ?? '';
  here = {
    cookie: await signedIn(world.work.scope.userId),
    params: {
      org: world.slug,
      id: world.campaign.id,
      delivery: delivered.ok ? delivered.value.deliveryId : '',
      slug: world.campaign.slug,
      token: letterToken(newId()),
    },
  };
}, 60_000);
afterAll(() => sql.end());

const FIELDS = [
  'intent',
  'clientId',
  'pack',
  'addressee',
  'addresseeName',
  'signatory',
  'letter',
  'channel',
  'deliveredOn',
  'registerNumber',
  'stampIsPublic',
  'delivery',
  'receivedOn',
  'kind',
  'text',
  'documentIsPublic',
  'followup',
  'sentOn',
  'action',
  'subject',
  'hints',
  'hourlyMax',
  'way',
  'name',
  'email',
  'region',
  'showsEmail',
  'consent',
  'to-x',
] as const;

describe('garbage in the forms of delivery and letters', () => {
  it('gets an answer of 4xx or a redirect, never an error', async () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '',
        'on',
        'make',
        'again',
        'start',
        'edit',
        'test',
        'open',
        'hold',
        'correct',
        'followup-sent',
        'server',
        'mailto',
        'send',
        'withdraw',
        'post',
        'full',
        'AZ-AST',
        '2026-02-31',
        '99999-99-99',
        '1e9',
        '-1',
        '20',
        'a@b.az',
        'x'.repeat(20_000),
      ),
      fc.constant('00000000-0000-4000-8000-000000000000'),
      fc.nat().map(() => `body:${world.body}`),
      fc.nat().map(() => action),
    );
    const pages = [roomPage, packPage, recordPage, replyPage, lettersPage, ownPage, linkPage];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...pages),
        fc.dictionary(fc.constantFrom(...FIELDS), values, { maxKeys: 14 }),
        async (page, fields) => {
          const { status } = await post(
            page.action as Parameters<typeof post>[0],
            '/',
            { clientId: newId(), ...fields },
            here,
          );
          expect([303, 403, 404, 422, 429]).toContain(status);
        },
      ),
      { numRuns: 150 },
    );
  }, 90_000);

  it('keeps what was typed where something is missing', async () => {
    const answer = await post(
      recordPage.action as Parameters<typeof post>[0],
      '/',
      { clientId: newId(), registerNumber: '15-22', channel: 'post' },
      here,
    );
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer)).toContain('15-22');
    expect(JSON.stringify(answer)).toContain('deliveries.error.day');
  });
});
