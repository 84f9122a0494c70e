import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decideCampaignFlag,
  hideCampaign,
  showCampaignFlagContact,
} from '#app/features/campaigns/commands/decide-campaign-flag.server.ts';
import { listCampaignFlags } from '#app/features/campaigns/flag-queries.server.ts';
import { findCampaign } from '#app/features/campaigns/public-campaign.server.ts';
import { campaignCard } from '#app/features/campaigns/spread-card.server.ts';
import { campaignEmbed } from '#app/features/campaigns/spread-embed.server.ts';
import { forgetFaces } from '#app/features/campaigns/spread-face.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { action as flagAction } from '#app/routes/public/campaign-flag.tsx';
import { loader as pageLoader } from '#app/routes/public/campaign.tsx';
import { action as replyAction } from '#app/routes/public/campaign-reply.tsx';
import { makeCampaign, makeOrganisation, type MadeCampaign } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import { workOf } from './delivery-world.ts';
import { callRoute, sign } from './support-world.ts';

const sql = adminConnection();
const now = new Date();
let campaign: MadeCampaign;
let moderator: StaffWork;
let organiser: StaffWork;
let stranger: StaffWork;

beforeAll(async () => {
  campaign = await makeCampaign(sql);
  moderator = await workOf(sql, campaign.organisationId, 'moderator');
  organiser = await workOf(sql, campaign.organisationId, 'organiser');
  stranger = await workOf(sql, (await makeOrganisation(sql)).id, 'owner');
});
afterAll(() => sql.end());

type Got = { status: number; headers: Record<string, string>; body: Buffer };
async function get(handle: typeof campaignCard, url: string, asked: Record<string, string> = {}): Promise<Got> {
  const got: Got = { status: 0, headers: {}, body: Buffer.alloc(0) };
  const res = {
    setHeader: (name: string, value: string) => (got.headers[name.toLowerCase()] = String(value)),
    writeHead(code: number) {
      got.status = code;
      return this;
    },
    end: (body?: Buffer) => (got.body = body ?? Buffer.alloc(0)),
  };
  await handle({ url, headers: asked } as never, res as never);
  return got;
}

describe('what a campaign shows away from its page', () => {
  it('is a card of 1200 × 630 in each language, without a cookie', async () => {
    const card = await get(campaignCard, `/campaigns/${campaign.slug}/card-ru.png`);
    expect(card.status).toBe(200);
    expect([card.body.readUInt32BE(16), card.body.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(card.headers).toMatchObject({ 'content-type': 'image/png', 'cross-origin-resource-policy': 'cross-origin' });
    expect(card.headers['set-cookie']).toBeUndefined();
    const again = await get(campaignCard, `/campaigns/${campaign.slug}/card-ru.png`, {
      'if-none-match': card.headers.etag ?? '',
    });
    expect(again.status).toBe(304);
    expect((await get(campaignCard, `/campaigns/${campaign.slug}/card-xx.png`)).status).toBe(404);
    expect((await get(campaignCard, '/campaigns/none/card-az.png')).status).toBe(404);
  });

  it('is a frame that sets no cookie, runs nothing, and says so', async () => {
    await sql`update campaigns set title = '<script>alert(1)</script> "körpü"' where id = ${campaign.id}`;
    forgetFaces();
    const frame = await get(campaignEmbed, `/ru/campaigns/${campaign.slug}/embed`);
    const text = frame.body.toString();
    expect(frame.headers['set-cookie']).toBeUndefined();
    expect(frame.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors \*$/,
    );
    expect(text).not.toMatch(/<script|<link|<img|\son\w+=|http:/);
    expect(text).toContain(`href="/ru/campaigns/${campaign.slug}/sign" target="_blank" rel="noopener"`);
    expect(text).toContain('lang="ru"');
    await sql`update campaigns set title = 'Kəndin yolu təmir olunsun' where id = ${campaign.id}`;
    forgetFaces();
  });
});

describe('remarks about a page', () => {
  const flag = (more: Record<string, string> = {}) =>
    callRoute(
      flagAction as never,
      `/campaigns/${campaign.slug}/flag`,
      { slug: campaign.slug },
      { clientId: randomUUID(), kind: 'personal_data', text: 'Şəkildə uşaq görünür.', ...more },
    );

  it('wait for a moderator, once however often they are sent, and garbage is refused', async () => {
    const clientId = randomUUID();
    expect(await flag({ clientId })).toMatchObject({ status: 303 });
    expect(await flag({ clientId })).toMatchObject({ status: 303 });
    expect(await flag({ kind: 'nothing' })).toMatchObject({ status: 422 });
    expect(await flag({ clientId: 'x' })).toMatchObject({ status: 422 });
    expect(
      await callRoute(
        flagAction as never,
        '/campaigns/none/flag',
        { slug: 'none' },
        { clientId: randomUUID(), kind: 'other' },
      ),
    ).toMatchObject({ status: 404 });
    expect((await listCampaignFlags(moderator.scope)).flags).toMatchObject([
      { kind: 'personal_data', campaign: { id: campaign.id } },
    ]);
    expect((await listCampaignFlags(stranger.scope)).flags).toEqual([]);
  });

  it('are decided by a moderator, dismissed with a word, and once', async () => {
    const [open] = (await listCampaignFlags(moderator.scope)).flags;
    const decide = { flag: open?.id ?? '', clientId: randomUUID(), intent: 'dismiss' as const, note: '' };
    expect(await decideCampaignFlag(organiser, decide)).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
    expect(await decideCampaignFlag(stranger, decide)).toMatchObject({ refusal: { code: 'campaigns.error.unknown' } });
    expect(await decideCampaignFlag(moderator, decide)).toMatchObject({ refusal: { code: 'spread.error.flag-note' } });
    expect(await decideCampaignFlag(moderator, { ...decide, note: 'Şəkildə uşaq yoxdur' })).toMatchObject({ ok: true });
    expect(await decideCampaignFlag(moderator, { ...decide, clientId: randomUUID(), note: 'yenə' })).toMatchObject({
      ok: false,
    });
    expect((await listCampaignFlags(moderator.scope)).flags).toEqual([]);
  });

  it('a body’s reply stands on the page once a moderator knows whose it is', async () => {
    const typed = {
      clientId: randomUUID(),
      bodyName: 'Su idarəsi',
      signatory: 'Növbətçi Əlizadə',
      text: 'Boru gələn ay dəyişdiriləcək.',
      contact: 'su@idare.invalid',
      consent: 'on',
    };
    const answer = (fields: Record<string, string>) =>
      callRoute(replyAction as never, `/campaigns/${campaign.slug}/reply`, { slug: campaign.slug }, fields);
    expect(await answer({ ...typed, consent: '' })).toMatchObject({ status: 422 });
    expect(await answer(typed)).toMatchObject({ status: 303 });
    expect((await findCampaign(campaign.slug, now))?.bodyReplies).toEqual([]);
    const [open] = (await listCampaignFlags(moderator.scope)).flags;
    expect(await showCampaignFlagContact(organiser, open?.id ?? '')).toMatchObject({ ok: false });
    expect(await showCampaignFlagContact(moderator, open?.id ?? '')).toMatchObject({
      value: { contact: 'su@idare.invalid' },
    });
    await decideCampaignFlag(moderator, { flag: open?.id ?? '', clientId: randomUUID(), intent: 'accept', note: '' });
    expect((await findCampaign(campaign.slug, now))?.bodyReplies).toMatchObject([{ bodyName: 'Su idarəsi' }]);
    const [row] = await sql`select contact_cipher from campaign_flags where id = ${open?.id ?? ''}`;
    expect(row?.contact_cipher).toBeNull();
  });
});

describe('a page taken down', () => {
  it('is gone everywhere, and comes back whole', async () => {
    const hide = {
      intent: 'hide' as const,
      campaign: campaign.id,
      clientId: randomUUID(),
      reason: 'personal_data' as const,
      note: '',
    };
    expect(await hideCampaign(organiser, hide)).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
    expect(await hideCampaign(stranger, hide)).toMatchObject({ refusal: { code: 'campaigns.error.unknown' } });
    expect(await hideCampaign(moderator, hide)).toMatchObject({ ok: true });
    forgetFaces();
    const page = () => callRoute(pageLoader as never, `/campaigns/${campaign.slug}`, { slug: campaign.slug });
    expect(await page()).toMatchObject({ status: 410 });
    expect((await get(campaignCard, `/campaigns/${campaign.slug}/card-az.png`)).status).toBe(410);
    const frame = await get(campaignEmbed, `/campaigns/${campaign.slug}/embed`);
    expect(frame.status).toBe(410);
    expect(frame.body.toString()).not.toContain('Kəndin yolu');
    expect(await sign(campaign.slug)).toMatchObject({ status: 410 });
    expect((await listCampaignFlags(moderator.scope)).hidden).toMatchObject([
      { id: campaign.id, reason: 'personal_data' },
    ]);
    expect(await hideCampaign(moderator, { ...hide, clientId: randomUUID() })).toMatchObject({ ok: false });
    expect(
      await hideCampaign(moderator, { intent: 'show', campaign: campaign.id, clientId: randomUUID(), note: '' }),
    ).toMatchObject({ ok: true });
    forgetFaces();
    expect(await page()).toMatchObject({ status: 200 });
  });
});
