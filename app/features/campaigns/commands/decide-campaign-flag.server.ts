import { and, eq } from 'drizzle-orm';
import { campaignFlags } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockCampaign, recordStep } from '../campaign-work.server.ts';
import type { ReviewReason } from '../rules/lifecycle.ts';
import { flagContactPlace } from './flag-campaign.server.ts';

export type CampaignFlagRefusal =
  | 'common.error.not-allowed'
  | 'campaigns.error.unknown'
  | 'spread.error.flag-decided'
  | 'spread.error.flag-note'
  | 'spread.error.no-contact'
  | 'common.error.changed-meanwhile';
export type FlagDecided = { campaignId: string; isReply: boolean };

/**
 * Decides on a remark about a campaign's page or on a body's reply. An accepted reply stands on the page from then on; an
 * accepted remark means that the organisation will mend it. Dismissing needs a sentence. The contact goes either way.
 */
export function decideCampaignFlag(
  work: StaffWork,
  { flag: id, clientId, intent, note }: { flag: string; clientId: string; intent: 'accept' | 'dismiss'; note: string },
): Promise<Result<FlagDecided, CampaignFlagRefusal>> {
  return workOnce(work, { command: `campaign.flag-${intent}`, clientId, content: id }, async (tx) => {
    if (!mayHere(work, 'campaign.review')) return refuse('common.error.not-allowed');
    const mine = and(eq(campaignFlags.id, id), eq(campaignFlags.organisationId, work.scope.organisationId));
    const [flag] = await tx.select().from(campaignFlags).where(mine).for('update');
    if (!flag) return refuse('campaigns.error.unknown');
    if (flag.state !== 'open') return refuse('spread.error.flag-decided');
    if (intent === 'dismiss' && note === '') return refuse('spread.error.flag-note', 'note');
    await tx
      .update(campaignFlags)
      .set({
        state: intent === 'accept' ? 'accepted' : 'dismissed',
        decidedBy: work.scope.userId,
        decidedAt: work.now,
        contactCipher: null,
      })
      .where(mine);
    await recordStep(tx, work, flag.campaignId, {
      action: `campaign.flag-${intent}`,
      step: { kind: 'edited', note: note || null },
    });
    return ok({ campaignId: flag.campaignId, isReply: flag.kind === 'body_reply' });
  });
}

/** Opens the contact under a body's reply, by which a moderator makes sure whose it is; each opening stands in the trail. */
export async function showCampaignFlagContact(
  work: StaffWork,
  id: string,
): Promise<Result<{ contact: string }, CampaignFlagRefusal>> {
  if (!mayHere(work, 'campaign.review')) return refuse('common.error.not-allowed');
  return withScope(work.scope, async (tx) => {
    const [row] = await tx
      .select({ campaignId: campaignFlags.campaignId, cipher: campaignFlags.contactCipher })
      .from(campaignFlags)
      .where(and(eq(campaignFlags.id, id), eq(campaignFlags.organisationId, work.scope.organisationId)));
    if (!row?.cipher) return refuse('spread.error.no-contact');
    await audit(tx, work.scope, {
      action: 'campaign.see-flag-contact',
      subjectType: 'campaign',
      subjectId: row.campaignId,
    });
    return ok({ contact: unseal(row.cipher, flagContactPlace(id)) });
  });
}

type Hiding = { campaign: string; clientId: string; note: string } & (
  { intent: 'hide'; reason: ReviewReason; flag?: string | undefined } | { intent: 'show' }
);

/**
 * Takes a published page down with a coded reason, or puts it back. Everything that shows the campaign asks the published
 * views, so page, card, frame and count are gone together; nothing of the campaign is lost.
 */
export function hideCampaign(work: StaffWork, input: Hiding): Promise<Result<FlagDecided, CampaignFlagRefusal>> {
  const { campaign: id, clientId, intent, note } = input;
  return workOnce(work, { command: `campaign.${intent}`, clientId, content: id }, async (tx) => {
    if (!mayHere(work, 'campaign.review')) return refuse('common.error.not-allowed');
    const campaign = await lockCampaign(tx, work, id);
    if (!campaign) return refuse('campaigns.error.unknown');
    if (campaign.publishedAt === null || (campaign.hiddenAt !== null) === (intent === 'hide'))
      return refuse('common.error.changed-meanwhile');
    const reason = input.intent === 'hide' ? input.reason : null;
    await recordStep(tx, work, id, {
      action: `campaign.${intent}`,
      step: { kind: intent === 'hide' ? 'hidden' : 'shown', reason, note: note || null },
      change: { hiddenAt: intent === 'hide' ? work.now : null, hiddenReason: reason },
    });
    if (input.intent === 'hide' && input.flag)
      await tx
        .update(campaignFlags)
        .set({ state: 'accepted', decidedBy: work.scope.userId, decidedAt: work.now, contactCipher: null })
        .where(
          and(
            eq(campaignFlags.id, input.flag),
            eq(campaignFlags.campaignId, id),
            eq(campaignFlags.organisationId, work.scope.organisationId),
            eq(campaignFlags.state, 'open'),
          ),
        );
    return ok({ campaignId: id, isReply: false });
  });
}
