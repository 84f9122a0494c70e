import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import {
  campaignDeliveries,
  campaignDemandMoves,
  campaignDemands,
  campaignDocuments,
  campaignPartners,
  campaignReplies,
} from '#db/schema/index.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { dayOf, formatDay, noonOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { deleteFile } from '#app/platform/files.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockCampaign, recordStep, type CampaignRow } from '../campaign-work.server.ts';
import { keepFile, type FileRefusal, type KeptFile, type SentFile } from '../document-files.server.ts';
import type { ReplyKind } from '../rules/delivery.ts';
import { canMoveCampaign, nextDemandStates, type DemandState } from '../rules/lifecycle.ts';

export type ReplyRefusal =
  | FileRefusal
  | 'common.error.not-allowed'
  | 'common.error.changed-meanwhile'
  | 'campaigns.error.unknown'
  | 'deliveries.error.day-to-come'
  | 'deliveries.error.before-delivery';

export type NewReply = {
  clientId: string;
  delivery: string;
  receivedOn: string;
  kind: ReplyKind;
  /** What strangers read. */
  text: string;
  documentIsPublic: boolean;
  /** What the answer changes in the demands. */
  demands: readonly { demand: string; to: string }[];
};

/**
 * Writes down and publishes the authority's answer. Demands move as the organiser says; the campaign is "answered"; those
 * signers who wished to be told are told by a job of the same transaction.
 */
export async function recordReply(
  work: StaffWork,
  campaignId: string,
  input: NewReply,
  file: SentFile | undefined,
): Promise<Result<{ replyId: string }, ReplyRefusal>> {
  if (!mayHere(work, 'campaign.deliver')) return refuse('common.error.not-allowed');
  if (input.receivedOn > dayOf(work.now)) return refuse('deliveries.error.day-to-come', 'receivedOn');
  const kept = file ? await keepFile(file) : ok(null);
  if (!kept.ok) return refuse(kept.refusal.code, 'document');
  const { clientId, ...content } = input;
  const recorded = await workOnce<{ replyId: string }, ReplyRefusal>(
    work,
    { command: 'campaign.reply', clientId, content },
    async (tx) => {
      const campaign = await lockCampaign(tx, work, campaignId);
      if (!campaign) return refuse('campaigns.error.unknown');
      const [delivery] = await tx
        .select()
        .from(campaignDeliveries)
        .where(and(eq(campaignDeliveries.id, input.delivery), eq(campaignDeliveries.campaignId, campaignId)));
      if (!delivery) return refuse('campaigns.error.unknown');
      if (input.receivedOn < delivery.deliveredOn) return refuse('deliveries.error.before-delivery', 'receivedOn');
      const moved = await moveDemands(tx, work, campaign, input);
      if (!moved.ok) return moved;
      const replyId = newId();
      await tx.insert(campaignReplies).values({
        id: replyId,
        campaignId,
        organisationId: work.scope.organisationId,
        clientId: hashedId(`${clientId}/${JSON.stringify(content)}`),
        deliveryId: delivery.id,
        receivedOn: input.receivedOn,
        kind: input.kind,
        text: input.text,
        documentId: kept.value ? await keepDocument(tx, work, campaign, input.documentIsPublic, kept.value) : null,
        createdBy: work.scope.userId,
        createdAt: work.now,
      });
      await recordStep(tx, work, campaignId, { action: 'campaign.reply', step: { kind: 'reply' } });
      if (canMoveCampaign(campaign.state, 'answered', 'system'))
        await recordStep(tx, work, campaignId, {
          action: 'campaign.answered',
          step: { kind: 'moved', fromState: campaign.state, toState: 'answered' },
          change: { state: 'answered', answeredAt: work.now },
        });
      await tellEverybody(tx, work, campaignId, replyId);
      return ok({ replyId });
    },
  );
  if (!recorded.ok && kept.value) await deleteFile(kept.value.fileKey);
  return recorded;
}

/** The signers of each organisation of the coalition are told by that organisation's own job; those of one that left too. */
async function tellEverybody(tx: Tx, { scope }: StaffWork, campaignId: string, replyId: string): Promise<void> {
  const partners = await tx
    .select({ id: campaignPartners.organisationId })
    .from(campaignPartners)
    .where(and(eq(campaignPartners.campaignId, campaignId), inArray(campaignPartners.state, ['accepted', 'left'])));
  for (const organisationId of [scope.organisationId, ...partners.map((partner) => partner.id)])
    await enqueue(
      tx,
      'support:tell',
      { organisationId, campaignId, subject: 'reply', subjectId: replyId, after: null },
      { key: `support:tell/${replyId}/${organisationId}` },
    );
}

async function moveDemands(
  tx: Tx,
  { scope, now }: StaffWork,
  campaign: CampaignRow,
  input: NewReply,
): Promise<Result<undefined, ReplyRefusal>> {
  const t = wordsFor(campaign.locale);
  for (const wish of input.demands) {
    const its = and(eq(campaignDemands.id, wish.demand), eq(campaignDemands.campaignId, campaign.id));
    const [demand] = await tx.select().from(campaignDemands).where(its).for('update');
    if (!demand) return refuse('common.error.changed-meanwhile');
    const to = nextDemandStates(demand.state).find((state): state is DemandState => state === wish.to);
    if (!to) return refuse('common.error.changed-meanwhile', `to-${wish.demand}`);
    await tx.update(campaignDemands).set({ state: to, changedAt: now }).where(its);
    await tx.insert(campaignDemandMoves).values({
      id: newId(),
      campaignId: campaign.id,
      organisationId: scope.organisationId,
      demandId: demand.id,
      fromState: demand.state,
      toState: to,
      note: t('deliveries.reply.move-note', {
        day: formatDay(noonOf(input.receivedOn), campaign.locale),
        kind: t(`deliveries.reply.kind.${input.kind}`),
      }),
      actorId: scope.userId,
      createdAt: now,
    });
  }
  return ok();
}

async function keepDocument(
  tx: Tx,
  { scope, now }: StaffWork,
  campaign: CampaignRow,
  isPublic: boolean,
  file: KeptFile,
): Promise<string> {
  const id = newId();
  await tx.insert(campaignDocuments).values({
    id,
    campaignId: campaign.id,
    organisationId: scope.organisationId,
    kind: 'reply',
    title: wordsFor(campaign.locale)('deliveries.reply.document'),
    isPublic,
    ...file,
    addedBy: scope.userId,
    createdAt: now,
  });
  return id;
}
