import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import {
  campaignDeliveries,
  campaignDemands,
  campaignDocuments,
  campaignPacks,
  campaignReplies,
  campaigns,
  deliveryFollowups,
  replyRatings,
} from '#db/schema/index.ts';
import {
  answerDueBy,
  defaultSignatory,
  readCalendar,
  readSendingOrganisation,
} from '#app/features/authorities/public.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { countsOf, listSheetsForPack, readPack, unmetOfPack, type PackRow } from './pack-file.server.ts';
import { addresseeValue } from './rules/addressee.ts';
import type { DeliveryView, FollowupView, PackFormView, PackView, ReplyView, DueView } from './rules/delivery-views.ts';
import { composeCover } from './rules/pack.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
/** A pack that has not come to its end after this long may be pressed again. */
const SLOW_MS = 15 * 60_000;

export type DeliveryRoom = { packs: PackView[]; deliveries: DeliveryView[]; handSigned: number };

/** Everything of one campaign's delivery room; undefined when the organisation leads no such campaign. */
export async function getDeliveryRoom(
  scope: MemberScope,
  campaignId: string,
  now: Date,
): Promise<DeliveryRoom | undefined> {
  const calendar = await readCalendar();
  return withScope(scope, async (tx) => {
    if (!(await ownCampaign(tx, scope, campaignId))) return undefined;
    const packs = await tx
      .select()
      .from(campaignPacks)
      .where(eq(campaignPacks.campaignId, campaignId))
      .orderBy(desc(campaignPacks.createdAt))
      .limit(30);
    return {
      packs: await Promise.all(packs.map((pack) => packView(tx, pack, now))),
      deliveries: await listDeliveries(tx, campaignId, (deliveredOn, isAnswered) => {
        const { due, calendar: kind, missingYear } = answerDueBy(calendar, deliveredOn);
        return {
          on: due,
          isSample: kind === 'sample',
          missingYear,
          isLate: !isAnswered && due !== null && due < dayOf(now),
        };
      }),
      handSigned: countsOf(await listSheetsForPack(tx, campaignId), []).handSigned,
    };
  });
}

async function ownCampaign(tx: Tx, scope: MemberScope, id: string) {
  const [row] = await tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.id, id), eq(campaigns.organisationId, scope.organisationId)));
  return row;
}

async function packView(tx: Tx, pack: PackRow, now: Date): Promise<PackView> {
  const isOpen = pack.state === 'draft' || pack.state === 'failed';
  const data = isOpen ? await readPack(tx, pack.id) : null;
  return {
    id: pack.id,
    state: pack.state,
    addressee: pack.addressee,
    progress: pack.progress,
    isSlow: pack.state === 'queued' && now.getTime() - pack.createdAt.getTime() > SLOW_MS,
    unmet: data ? unmetOfPack(data) : [],
    files: pack.files.map(({ kind, bytes, pages, sha256 }) => ({ kind, bytes, pages, sha256 })),
    sha256: pack.sha256,
    supporters: pack.supporters,
    handSigned: pack.handSigned,
    madeAt: pack.madeAt,
  };
}

async function listDeliveries(
  tx: Tx,
  campaignId: string,
  dueOf: (deliveredOn: string, isAnswered: boolean) => DueView,
): Promise<DeliveryView[]> {
  const rows = await tx
    .select()
    .from(campaignDeliveries)
    .where(eq(campaignDeliveries.campaignId, campaignId))
    .orderBy(desc(campaignDeliveries.deliveredOn), desc(campaignDeliveries.createdAt));
  const replies = await listReplies(tx, campaignId);
  const followups = await tx
    .select()
    .from(deliveryFollowups)
    .where(eq(deliveryFollowups.campaignId, campaignId))
    .orderBy(asc(deliveryFollowups.createdAt));
  return rows.map((row) => {
    const own = replies.filter((reply) => reply.deliveryId === row.id);
    return {
      id: row.id,
      addressee: row.addressee,
      channel: row.channel,
      deliveredOn: row.deliveredOn,
      registerNumber: row.registerNumber,
      supporters: row.supporters,
      handSigned: row.handSigned,
      packSha256: row.packSha256,
      stampId: row.stampId,
      due: dueOf(row.deliveredOn, own.length > 0),
      replies: own,
      followups: followups.filter((one) => one.deliveryId === row.id).map(followupView),
    };
  });
}

const followupView = ({
  id,
  kind,
  state,
  addressee,
  text,
  sentOn,
}: typeof deliveryFollowups.$inferSelect): FollowupView => ({
  id,
  kind,
  state,
  addressee,
  text,
  sentOn,
});

async function listReplies(tx: Tx, campaignId: string): Promise<(ReplyView & { deliveryId: string })[]> {
  const rows = await tx
    .select({ reply: campaignReplies, file: campaignDocuments.id })
    .from(campaignReplies)
    .leftJoin(campaignDocuments, eq(campaignDocuments.id, campaignReplies.documentId))
    .where(eq(campaignReplies.campaignId, campaignId))
    .orderBy(asc(campaignReplies.receivedOn));
  const given =
    rows.length === 0
      ? []
      : await tx
          .select({ replyId: replyRatings.replyId, stars: replyRatings.stars })
          .from(replyRatings)
          .where(
            inArray(
              replyRatings.replyId,
              rows.map(({ reply }) => reply.id),
            ),
          );
  return rows.map(({ reply, file }) => {
    const stars = given.filter((rating) => rating.replyId === reply.id).map((rating) => rating.stars);
    return {
      id: reply.id,
      deliveryId: reply.deliveryId,
      receivedOn: reply.receivedOn,
      kind: reply.kind,
      text: reply.text,
      documentId: file,
      ratings: stars.length,
      stars:
        stars.length === 0 ? null : Math.round((stars.reduce((sum, one) => sum + one, 0) / stars.length) * 10) / 10,
    };
  });
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
