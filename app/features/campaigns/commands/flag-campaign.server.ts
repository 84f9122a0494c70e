import { campaignFlags, consents } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId, seal } from '#app/platform/crypto.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { findSigningCampaign, isCampaignGone } from '../signing-campaign.server.ts';
import type { CAMPAIGN_FLAG_KINDS } from '../rules/lifecycle.ts';

export type NewCampaignFlag = {
  clientId: string;
  locale: Locale;
  kind: (typeof CAMPAIGN_FLAG_KINDS)[number];
  text: string;
  /** For a body's reply: its name, who signs, and a contact for the moderator. */
  reply?: { bodyName: string; signatory: string; contact: string; consentVersion: string };
};
export type FlagRefusal = 'common.error.too-many' | 'not-found' | 'gone';

/** The contact under a reply is bound to its row. */
export const flagContactPlace = (id: string): string => `campaign_flags.contact_cipher:${id}`;

/** A stranger's remark about a campaign's page, or a named body's reply. Both wait for a moderator; nothing changes on the page. Twice is once. */
export async function flagCampaign(
  { clientKey, now }: { clientKey: string; now: Date },
  slug: string,
  { clientId, locale, kind, text, reply }: NewCampaignFlag,
): Promise<Result<undefined, FlagRefusal>> {
  if (!(await withinLimit('flag', clientKey))) return refuse('common.error.too-many');
  const campaign = await findSigningCampaign(slug);
  if (!campaign) return refuse((await isCampaignGone(slug)) ? 'gone' : 'not-found');
  const scope = { kind: 'citizen', organisationId: campaign.organisationId } as const;
  const id = newId();
  await withScope(scope, async (tx) => {
    const added = await tx
      .insert(campaignFlags)
      .values({
        id,
        campaignId: campaign.id,
        organisationId: campaign.organisationId,
        clientId: hashedId(`campaign-flag/${clientId}`),
        kind,
        text,
        bodyName: reply?.bodyName ?? null,
        signatory: reply?.signatory ?? null,
        contactCipher: reply ? seal(reply.contact, flagContactPlace(id)) : null,
        createdAt: now,
      })
      .onConflictDoNothing();
    if (added.count === 0) return;
    if (reply)
      await tx.insert(consents).values({
        id: newId(),
        organisationId: campaign.organisationId,
        subjectType: 'campaign_flag',
        subjectId: id,
        purpose: 'body-reply',
        version: reply.consentVersion,
        locale,
      });
    await audit(tx, scope, { action: 'campaign.flagged', subjectType: 'campaign', subjectId: campaign.id });
  });
  return ok();
}
