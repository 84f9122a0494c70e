import { and, asc, desc, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaignDeliveries, campaignDemands, campaignPacks, campaigns } from '#db/schema/index.ts';
import { defaultSignatory, readSendingOrganisation } from '#app/features/authorities/public.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { countsOf, listSheetsForPack, readPack } from './pack-file.server.ts';
import { addresseeValue } from './rules/addressee.ts';
import type { PackFormView } from './rules/delivery-views.ts';
import { composeCover } from './rules/pack.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** The campaign that this organisation leads; undefined when it leads no such one. */
export async function ownCampaign(tx: Tx, scope: MemberScope, id: string) {
  const [row] = await tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.id, id), eq(campaigns.organisationId, scope.organisationId)));
  return row;
}

/** What the form of a pack begins with: an earlier one's content, or a proposal from the campaign. */
export function getPackForm(
  scope: MemberScope,
  campaignId: string,
  packId: string | null,
): Promise<PackFormView | undefined> {
  return withScope(scope, async (tx) => {
    const campaign = await ownCampaign(tx, scope, campaignId);
    if (!campaign) return undefined;
    const organisation = await readSendingOrganisation(tx, scope.organisationId);
    const signatories = organisation.signatories.map(({ id, fullName }) => ({ id, fullName }));
    const data = packId ? await readPack(tx, packId) : null;
    const earlier = data?.campaign.id === campaignId ? data.pack : null;
    const demands = await listDemands(tx, campaignId);
    const first = demands.find((demand) => demand.bodyId !== null);
    return {
      region: campaign.region,
      category: campaign.category,
      packId: earlier?.state === 'draft' || earlier?.state === 'failed' ? earlier.id : null,
      addressee: addresseeValue(earlier ?? first ?? { postId: null, bodyId: null }),
      addresseeName: earlier?.addressee ?? '',
      letter: earlier?.letter ?? composeCover(campaign, null),
      isRegistered: organisation.isRegistered,
      signatories,
      signatory: earlier?.signatoryId ?? defaultSignatory(organisation.signatories, scope.userId),
      demands: demands.map((demand) => demand.text),
      handSigned: countsOf(await listSheetsForPack(tx, campaignId), []).handSigned,
    };
  });
}

async function listDemands(tx: Tx, campaignId: string) {
  return tx
    .select({
      id: campaignDemands.id,
      text: campaignDemands.text,
      state: campaignDemands.state,
      bodyId: campaignDemands.bodyId,
      postId: campaignDemands.postId,
    })
    .from(campaignDemands)
    .where(eq(campaignDemands.campaignId, campaignId))
    .orderBy(asc(campaignDemands.position));
}

export type DeliveryFormView = {
  region: string;
  category: string;
  packs: { id: string; addressee: string; madeAt: Date | null; value: string }[];
  addressee: string;
};

/** What the form of a delivery begins with. `packId` is the pack that was handed over, if the person came from it. */
export function getDeliveryForm(
  scope: MemberScope,
  campaignId: string,
  packId: string | null,
): Promise<DeliveryFormView | undefined> {
  return withScope(scope, async (tx) => {
    const campaign = await ownCampaign(tx, scope, campaignId);
    if (!campaign) return undefined;
    const packs = await tx
      .select()
      .from(campaignPacks)
      .where(and(eq(campaignPacks.campaignId, campaignId), eq(campaignPacks.state, 'made')))
      .orderBy(desc(campaignPacks.madeAt));
    const chosen = packs.find((pack) => pack.id === packId) ?? packs[0];
    const first = (await listDemands(tx, campaignId)).find((demand) => demand.bodyId !== null);
    return {
      region: campaign.region,
      category: campaign.category,
      packs: packs.map((pack) => ({
        id: pack.id,
        addressee: pack.addressee,
        madeAt: pack.madeAt,
        value: addresseeValue(pack),
      })),
      addressee: addresseeValue(chosen ?? first ?? { postId: null, bodyId: null }),
    };
  });
}

export type ReplyFormView = {
  deliveryId: string;
  addressee: string;
  deliveredOn: string;
  demands: { id: string; text: string; state: Awaited<ReturnType<typeof listDemands>>[number]['state'] }[];
};

export function getReplyForm(
  scope: MemberScope,
  campaignId: string,
  deliveryId: string,
): Promise<ReplyFormView | undefined> {
  return withScope(scope, async (tx) => {
    const [delivery] = await tx
      .select()
      .from(campaignDeliveries)
      .where(and(eq(campaignDeliveries.id, deliveryId), eq(campaignDeliveries.campaignId, campaignId)));
    if (!delivery || !(await ownCampaign(tx, scope, campaignId))) return undefined;
    const demands = await listDemands(tx, campaignId);
    return {
      deliveryId: delivery.id,
      addressee: delivery.addressee,
      deliveredOn: delivery.deliveredOn,
      demands: demands.map(({ id, text, state }) => ({ id, text, state })),
    };
  });
}

/** A made pack of this campaign with what its files and its receipt need; undefined where there is none (any more). */
export function findPack(scope: MemberScope, campaignId: string, packId: string) {
  return withScope(scope, async (tx) => {
    const data = await readPack(tx, packId);
    return data?.campaign.id === campaignId && data.pack.state === 'made' ? data : undefined;
  });
}
