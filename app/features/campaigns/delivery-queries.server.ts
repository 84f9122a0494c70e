import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import {
  campaignDeliveries,
  campaignDocuments,
  campaignPacks,
  campaignReplies,
  deliveryFollowups,
  replyRatings,
} from '#db/schema/index.ts';
import { answerDueBy, readCalendar } from '#app/features/authorities/public.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { ownCampaign } from './delivery-form-queries.server.ts';
import { countsOf, listSheetsForPack, readPack, unmetOfPack, type PackRow } from './pack-file.server.ts';
import type { DeliveryView, FollowupView, PackView, ReplyView, DueView } from './rules/delivery-views.ts';

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
      deliveries: await listDeliveries(tx, campaignId, ({ deliveredOn, withStudy }, isAnswered) => {
        const { due, calendar: kind, missingYear } = answerDueBy(calendar, deliveredOn, { withStudy });
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
  dueOf: (delivery: { deliveredOn: string; withStudy: boolean }, isAnswered: boolean) => DueView,
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
      due: dueOf(row, own.length > 0),
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
