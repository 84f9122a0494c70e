import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaignDeliveries, campaignDocuments, campaignPacks, campaignReplies } from '#db/schema/index.ts';
import type { DeliveryChannel } from '#app/features/authorities/rules/letter.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { deleteFile } from '#app/platform/files.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { formalAddressee, resolveAddressee } from '../addressees.server.ts';
import { lockCampaign, recordStep, type CampaignRow } from '../campaign-work.server.ts';
import { keepFile, type FileRefusal, type KeptFile, type SentFile } from '../document-files.server.ts';
import { countsOf, countSupporters, listSheetsForPack } from '../pack-file.server.ts';
import type { Addressee } from '../rules/addressee.ts';
import { canMoveCampaign } from '../rules/lifecycle.ts';

export type DeliveryRefusal =
  | FileRefusal
  | 'common.error.not-allowed'
  | 'common.error.choose'
  | 'common.error.changed-meanwhile'
  | 'campaigns.error.unknown'
  | 'deliveries.error.state'
  | 'deliveries.error.day-to-come'
  | 'deliveries.error.answered-already';

export type NewDelivery = {
  clientId: string;
  pack: string | null;
  addressee: Addressee;
  addresseeName: string;
  channel: DeliveryChannel;
  deliveredOn: string;
  registerNumber: string;
  stampIsPublic: boolean;
};

/**
 * Writes down that the appeal was handed over: how, when, to whom, with which pack, and how many stood behind it at that
 * moment. The campaign moves to "delivered" with it. A second delivery, to the same body or one above, is another row.
 */
export async function recordDelivery(
  work: StaffWork,
  campaignId: string,
  input: NewDelivery,
  stamp: SentFile | undefined,
): Promise<Result<{ deliveryId: string }, DeliveryRefusal>> {
  if (!mayHere(work, 'campaign.deliver')) return refuse('common.error.not-allowed');
  if (input.deliveredOn > dayOf(work.now)) return refuse('deliveries.error.day-to-come', 'deliveredOn');
  const kept = stamp ? await keepFile(stamp) : ok(null);
  if (!kept.ok) return refuse(kept.refusal.code, 'stamp');
  const { clientId, ...content } = input;
  const recorded = await workOnce<{ deliveryId: string }, DeliveryRefusal>(
    work,
    { command: 'campaign.delivery', clientId, content },
    async (tx) => {
      const campaign = await lockCampaign(tx, work, campaignId);
      if (!campaign) return refuse('campaigns.error.unknown');
      const moves = canMoveCampaign(campaign.state, 'delivered', 'system');
      if (!moves && campaign.state !== 'delivered') return refuse('deliveries.error.state');
      const chosen = await resolveAddressee(tx, input.addressee);
      if (!chosen?.bodyId) return refuse('common.error.choose', 'addressee');
      const pack = input.pack ? await packOf(tx, campaignId, input.pack) : null;
      if (pack === undefined) return refuse('common.error.choose', 'pack');
      const stampId = kept.value ? await keepStamp(tx, work, campaign, input.stampIsPublic, kept.value) : null;
      const deliveryId = newId();
      await tx.insert(campaignDeliveries).values({
        id: deliveryId,
        campaignId,
        organisationId: work.scope.organisationId,
        // Changed and sent again under its old id it is another delivery: workOnce decides which is a repetition.
        clientId: hashedId(`${clientId}/${JSON.stringify(content)}`),
        packId: pack?.id ?? null,
        bodyId: chosen.bodyId,
        postId: chosen.postId,
        addressee: input.addresseeName || pack?.addressee || (await formalAddressee(tx, chosen, input.deliveredOn)),
        channel: input.channel,
        deliveredOn: input.deliveredOn,
        registerNumber: input.registerNumber || null,
        supporters: await countSupporters(tx, campaignId),
        handSigned: pack?.handSigned ?? countsOf(await listSheetsForPack(tx, campaignId), []).handSigned,
        packSha256: pack?.sha256 ?? null,
        stampId,
        createdBy: work.scope.userId,
        createdAt: work.now,
      });
      await recordStep(tx, work, campaignId, { action: 'campaign.delivery', step: { kind: 'delivery' } });
      if (moves)
        await recordStep(tx, work, campaignId, {
          action: 'campaign.delivered',
          step: { kind: 'moved', fromState: campaign.state, toState: 'delivered' },
          change: { state: 'delivered', deliveredAt: campaign.deliveredAt ?? work.now },
        });
      return ok({ deliveryId });
    },
  );
  if (!recorded.ok && kept.value) await deleteFile(kept.value.fileKey);
  return recorded;
}

async function packOf(tx: Tx, campaignId: string, packId: string) {
  const [pack] = await tx
    .select()
    .from(campaignPacks)
    .where(
      and(
        eq(campaignPacks.id, packId),
        eq(campaignPacks.campaignId, campaignId),
        inArray(campaignPacks.state, ['made', 'deleted']),
      ),
    );
  return pack;
}

async function keepStamp(
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
    kind: 'stamp',
    title: wordsFor(campaign.locale)('deliveries.stamp.title'),
    isPublic,
    ...file,
    addedBy: scope.userId,
    createdAt: now,
  });
  return id;
}

export type Correction = {
  clientId: string;
  delivery: string;
  registerNumber: string;
  deliveredOn: string;
  channel: DeliveryChannel;
};

/** The register number often comes later. Day and channel may be put right until an answer stands on them. */
export function correctDelivery(
  work: StaffWork,
  campaignId: string,
  input: Correction,
): Promise<Result<undefined, DeliveryRefusal>> {
  return workOnce(
    work,
    { command: 'campaign.delivery-correction', clientId: input.clientId, content: input },
    async (tx) => {
      if (!mayHere(work, 'campaign.deliver')) return refuse('common.error.not-allowed');
      if (input.deliveredOn > dayOf(work.now)) return refuse('deliveries.error.day-to-come', 'deliveredOn');
      const its = and(eq(campaignDeliveries.id, input.delivery), eq(campaignDeliveries.campaignId, campaignId));
      const [row] = await tx.select().from(campaignDeliveries).where(its).for('update');
      if (!row) return refuse('campaigns.error.unknown');
      const isMoved = row.deliveredOn !== input.deliveredOn || row.channel !== input.channel;
      if (isMoved && (await tx.$count(campaignReplies, eq(campaignReplies.deliveryId, row.id))) > 0)
        return refuse('deliveries.error.answered-already');
      await tx
        .update(campaignDeliveries)
        .set({ registerNumber: input.registerNumber || null, deliveredOn: input.deliveredOn, channel: input.channel })
        .where(its);
      await audit(tx, work.scope, {
        action: 'campaign.delivery-corrected',
        subjectType: 'campaign',
        subjectId: campaignId,
      });
      return ok();
    },
  );
}
