import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignDemands, campaigns, campaignTotals, signatures } from '#db/schema/index.ts';
import { openLink } from '#app/features/campaigns/commands/keep-collection.server.ts';
import { keepPartners, keepPartnership } from '#app/features/campaigns/commands/keep-partners.server.ts';
import { findPublicPartner } from '#app/features/campaigns/partner-public.server.ts';
import { getPartnership, listPartners, listPartnerships } from '#app/features/campaigns/partner-queries.server.ts';
import { findCampaignLink } from '#app/features/campaigns/signing-campaign.server.ts';
import { drainSupport } from '#app/features/campaigns/support-counter.server.ts';
import { totalsOf } from '#app/features/campaigns/support-totals.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { loader as signLoader } from '#app/routes/public/campaign-sign.tsx';
import { makeCampaign, makeOrganisation, type MadeCampaign } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import { workOf } from './delivery-world.ts';
import { callRoute, sign } from './support-world.ts';

const sql = adminConnection();
const now = new Date();
let campaign: MadeCampaign;
let partner: { id: string; slug: string };
let lead: StaffWork;
let other: StaffWork;
let stranger: StaffWork;
const step = <Intent extends string>(intent: Intent) => ({ intent, clientId: randomUUID() });

beforeAll(async () => {
  campaign = await makeCampaign(sql);
  partner = await makeOrganisation(sql, 'Qonşu İcma');
  lead = await workOf(sql, campaign.organisationId);
  other = await workOf(sql, partner.id);
  stranger = await workOf(sql, (await makeOrganisation(sql)).id);
  await sql`insert into campaign_demands ${sql({ id: randomUUID(), campaign_id: campaign.id, organisation_id: campaign.organisationId, position: 1, text: 'Yol asfaltlansın' })}`;
});
afterAll(() => sql.end());

/** Confirmed at once, past the letter: what is looked at here is whose they are. */
async function signFor(more: Record<string, string>): Promise<void> {
  expect(await sign(campaign.slug, more)).toMatchObject({ status: 303 });
  await sql`update signatures set state = 'confirmed', assurance = 'email', confirmed_at = now() where campaign_id = ${campaign.id} and state = 'pending'`;
  await drainSupport(now);
}
const seenBy = (work: StaffWork) =>
  withScope(work.scope, async (tx) => ({
    campaigns: await tx.$count(campaigns, eq(campaigns.id, campaign.id)),
    demands: await tx.$count(campaignDemands, eq(campaignDemands.campaignId, campaign.id)),
    people: await tx.$count(signatures, eq(signatures.campaignId, campaign.id)),
    totals: await tx.$count(campaignTotals, and(eq(campaignTotals.campaignId, campaign.id))),
  }));

describe('a coalition', () => {
  it('is asked by the lead alone, once, and nobody else sees the question', async () => {
    const ask = { ...step('invite'), organisation: partner.id };
    expect(await keepPartners(stranger, campaign.id, ask)).toMatchObject({
      refusal: { code: 'campaigns.error.unknown' },
    });
    expect(
      await keepPartners(lead, campaign.id, { ...step('invite'), organisation: campaign.organisationId }),
    ).toMatchObject({ ok: false });
    expect(await keepPartners(lead, campaign.id, { ...step('invite'), organisation: randomUUID() })).toMatchObject({
      refusal: { code: 'common.error.choose' },
    });
    expect(await keepPartners(lead, campaign.id, ask)).toMatchObject({ ok: true });
    expect(await keepPartners(lead, campaign.id, ask)).toMatchObject({ ok: true });
    expect(await keepPartners(lead, campaign.id, { ...step('invite'), organisation: partner.id })).toMatchObject({
      refusal: { code: 'spread.error.already-partner' },
    });
    expect(await listPartnerships(stranger.scope)).toEqual([]);
    expect(await getPartnership(stranger.scope, campaign.id, now)).toBeUndefined();
    expect(await listPartners(stranger.scope, campaign.id)).toBeUndefined();
    expect(await seenBy(stranger)).toEqual({ campaigns: 0, demands: 0, people: 0, totals: 0 });
  });

  it('shows the invited what is asked before it answers, and collects nothing for it yet', async () => {
    const seen = await getPartnership(other.scope, campaign.id, now);
    expect(seen).toMatchObject({
      state: 'invited',
      campaign: { title: 'Kəndin yolu təmir olunsun', demands: [{ text: 'Yol asfaltlansın' }] },
    });
    await signFor({ contact: 'evvel@example.az', name: 'Əvvəl Gələn', from: partner.slug });
    expect(await seenBy(other)).toMatchObject({ campaigns: 1, demands: 1, people: 0 });
    expect(await openLink(other, campaign.id, { clientId: randomUUID(), kind: 'share', label: '' })).toMatchObject({
      refusal: { code: 'campaigns.error.unknown' },
    });
    expect(await findPublicPartner(campaign.slug, partner.slug)).toBeNull();
  });

  it('may be declined and asked again, or taken back unanswered', async () => {
    expect(await keepPartnership(other, campaign.id, step('decline'))).toMatchObject({ ok: true });
    expect((await seenBy(other)).campaigns).toBe(0);
    expect(await keepPartnership(other, campaign.id, step('accept'))).toMatchObject({ ok: false });
    expect(await keepPartners(lead, campaign.id, { ...step('invite'), organisation: partner.id })).toMatchObject({
      ok: true,
    });
    expect(await keepPartners(lead, campaign.id, { ...step('take-back'), organisation: partner.id })).toMatchObject({
      ok: true,
    });
    expect(await getPartnership(other.scope, campaign.id, now)).toBeUndefined();
    await keepPartners(lead, campaign.id, { ...step('invite'), organisation: partner.id });
  });

  it('keeps people apart and the total common', async () => {
    expect(await keepPartnership(other, campaign.id, step('accept'))).toMatchObject({ ok: true });
    expect(
      await keepPartnership(other, campaign.id, { ...step('write'), text: 'Su bizim kəndlərə də çatmır.' }),
    ).toMatchObject({ ok: true });
    const page = await callRoute(signLoader as never, `/campaigns/${campaign.slug}/sign?from=${partner.slug}`, {
      slug: campaign.slug,
    });
    expect(page.data).toMatchObject({ form: { organisation: 'Qonşu İcma' } });
    await signFor({ contact: 'bizim@example.az', name: 'Bizim İnsan', from: partner.slug });
    await signFor({ contact: 'sizin@example.az', name: 'Sizin İnsan' });
    const link = await openLink(other, campaign.id, { clientId: randomUUID(), kind: 'share', label: 'Məktəb' });
    expect(link.ok).toBe(true);
    const [{ code } = { code: '' }] = await sql<
      { code: string }[]
    >`select code from campaign_links where organisation_id = ${partner.id}`;
    await signFor({ contact: 'linkle@example.az', name: 'Linklə Gələn', v: code });

    expect(await seenBy(lead)).toMatchObject({ people: 2 });
    expect(await seenBy(other)).toMatchObject({ people: 2 });
    const totals = (await totalsOf([campaign.id])).get(campaign.id);
    expect(totals).toMatchObject({ total: 4, byOrganisation: { [campaign.organisationId]: 2, [partner.id]: 2 } });
    expect(await getPartnership(other.scope, campaign.id, now)).toMatchObject({ own: 2, total: 4 });
    expect((await listPartners(lead.scope, campaign.id))?.partners).toMatchObject([
      { state: 'accepted', supporters: 2 },
    ]);
    expect(await findPublicPartner(campaign.slug, partner.slug)).toMatchObject({
      own: 2,
      total: 4,
      text: 'Su bizim kəndlərə də çatmır.',
    });
  });

  it('is not touched across its walls, whatever somebody writes by hand', async () => {
    const taken = await withScope(lead.scope, (tx) =>
      tx.update(signatures).set({ showsName: true }).where(eq(signatures.organisationId, partner.id)),
    );
    expect(taken.count).toBe(0);
    const edited = await withScope(other.scope, (tx) =>
      tx.update(campaigns).set({ title: 'Bizim' }).where(eq(campaigns.id, campaign.id)),
    );
    expect(edited.count).toBe(0);
    await expect(
      withScope(stranger.scope, (tx) =>
        tx.insert(signatures).values({
          id: randomUUID(),
          campaignId: campaign.id,
          organisationId: partner.id,
          clientId: randomUUID(),
          channel: 'web',
          region: 'AZ-AST',
          locale: 'az',
          consentVersion: 'x',
        }),
      ),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('row-level security') as string } });
  });

  it('is left with one’s own people, and the common total stays', async () => {
    expect(await keepPartnership(other, campaign.id, step('leave'))).toMatchObject({ ok: true });
    expect(await seenBy(other)).toMatchObject({ campaigns: 0, demands: 0, people: 2 });
    expect((await totalsOf([campaign.id])).get(campaign.id)?.total).toBe(4);
    expect(await getPartnership(other.scope, campaign.id, now)).toMatchObject({ state: 'left', own: 2, total: 4 });
    expect(await findPublicPartner(campaign.slug, partner.slug)).toBeNull();
    const [{ code } = { code: '' }] = await sql<
      { code: string }[]
    >`select code from campaign_links where organisation_id = ${partner.id}`;
    expect(await findCampaignLink(code)).toBeNull();
    await signFor({ contact: 'sonra@example.az', name: 'Sonra Gələn', from: partner.slug });
    expect(await seenBy(other)).toMatchObject({ people: 2 });
    expect(await keepPartners(lead, campaign.id, { ...step('invite'), organisation: partner.id })).toMatchObject({
      ok: false,
    });
  });
});
