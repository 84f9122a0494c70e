import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaignPacks } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { formalAddressee, resolveAddressee } from '../addressees.server.ts';
import { lockCampaign } from '../campaign-work.server.ts';
import { readPack, unmetOfPack } from '../pack-file.server.ts';
import type { Addressee } from '../rules/addressee.ts';

export type PackRefusal =
  | 'common.error.not-allowed'
  | 'common.error.choose'
  | 'common.error.changed-meanwhile'
  | 'campaigns.error.unknown'
  | 'deliveries.error.addressee-name';

export type PackWish = {
  clientId: string;
  /** A draft or a failed pack to go on with; null begins another. */
  pack: string | null;
  addressee: Addressee;
  /** As it stands on the letter; empty takes the body's own name. */
  addresseeName: string;
  signatory: string | null;
  letter: string;
};

/**
 * Keeps what a pack is to hold and, when the law's conditions are met, has it made by the worker; otherwise it stays a
 * draft whose page says what is missing.
 */
export function keepPack(
  work: StaffWork,
  campaignId: string,
  wish: PackWish,
): Promise<Result<{ packId: string; isQueued: boolean }, PackRefusal>> {
  return workOnce(work, { command: 'campaign.pack', clientId: wish.clientId, content: wish }, async (tx) => {
    if (!mayHere(work, 'campaign.deliver')) return refuse('common.error.not-allowed');
    const campaign = await lockCampaign(tx, work, campaignId);
    if (!campaign) return refuse('campaigns.error.unknown');
    const chosen = await resolveAddressee(tx, wish.addressee);
    if (!chosen?.bodyId) return refuse('common.error.choose', 'addressee');
    const content = {
      bodyId: chosen.bodyId,
      postId: chosen.postId,
      addressee: wish.addresseeName || (await formalAddressee(tx, chosen, dayOf(work.now))),
      letter: wish.letter,
      signatoryId: wish.signatory,
    };
    const packId = await writePack(tx, work, campaignId, wish, content);
    if (!packId) return refuse('common.error.changed-meanwhile');
    const isQueued = await queue(tx, work, packId);
    await audit(tx, work.scope, { action: 'campaign.pack', subjectType: 'campaign', subjectId: campaignId });
    return ok({ packId, isQueued });
  });
}

type Content = Pick<typeof campaignPacks.$inferInsert, 'bodyId' | 'postId' | 'addressee' | 'letter' | 'signatoryId'>;

async function writePack(
  tx: Tx,
  { scope, now }: StaffWork,
  campaignId: string,
  wish: PackWish,
  content: Content,
): Promise<string | undefined> {
  if (wish.pack) {
    const [changed] = await tx
      .update(campaignPacks)
      .set({ ...content, state: 'draft' })
      .where(
        and(
          eq(campaignPacks.id, wish.pack),
          eq(campaignPacks.campaignId, campaignId),
          inArray(campaignPacks.state, ['draft', 'failed']),
        ),
      )
      .returning({ id: campaignPacks.id });
    return changed?.id;
  }
  const id = newId();
  await tx.insert(campaignPacks).values({
    ...content,
    id,
    campaignId,
    organisationId: scope.organisationId,
    // Changed and sent again under its old id it is another pack: workOnce decides which is a repetition.
    clientId: hashedId(`${wish.clientId}/${JSON.stringify(wish)}`),
    state: 'draft',
    createdBy: scope.userId,
    createdAt: now,
  });
  return id;
}

async function queue(tx: Tx, { scope }: StaffWork, packId: string): Promise<boolean> {
  const data = await readPack(tx, packId);
  if (!data || unmetOfPack(data).length > 0) return false;
  await tx.update(campaignPacks).set({ state: 'queued', progress: 0 }).where(eq(campaignPacks.id, packId));
  await enqueue(
    tx,
    'campaigns:make-pack',
    { organisationId: scope.organisationId, packId },
    { key: `campaigns:make-pack:${packId}` },
  );
  return true;
}

/** Presses again: a draft whose conditions are met now, or one that failed or never came to its end. */
export function makePackAgain(
  work: StaffWork,
  campaignId: string,
  { clientId, pack }: { clientId: string; pack: string },
): Promise<Result<{ packId: string; isQueued: boolean }, PackRefusal>> {
  return workOnce(work, { command: 'campaign.pack-again', clientId, content: pack }, async (tx) => {
    if (!mayHere(work, 'campaign.deliver')) return refuse('common.error.not-allowed');
    const [row] = await tx
      .select({ state: campaignPacks.state })
      .from(campaignPacks)
      .where(and(eq(campaignPacks.id, pack), eq(campaignPacks.campaignId, campaignId)))
      .for('update');
    if (!row) return refuse('campaigns.error.unknown');
    if (row.state === 'made' || row.state === 'deleted') return refuse('common.error.changed-meanwhile');
    return ok({ packId: pack, isQueued: await queue(tx, work, pack) });
  });
}
