import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.server.ts';
import { signatures } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { readBrakes } from '#app/platform/brakes.server.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import type { Person } from '../rules/signer.ts';
import { isSigningOpen } from '../rules/support.ts';
import { signerIndexes, sealPerson } from '../signer.server.ts';
import { SIGNING_CONSENT_VERSION } from '../signing-forms.ts';
import { findCampaignLink, findSigningCampaign } from '../signing-campaign.server.ts';
import type { SignRefusal } from './sign-campaign.server.ts';

export type PointSignature = {
  clientId: string;
  name: string;
  contact: string;
  birthYear: number | null;
  region: string;
  village: string;
  showsName: boolean;
  wantsNews: boolean;
  locale: Locale;
};

/**
 * Signs at a volunteer's table: counted at once, as self-entered, until the volunteer marks it as seen. The network is
 * not counted, a village stands behind one mobile address; the link is, and above a table's pace it is marked for the
 * organisation, not refused.
 */
export async function signAtPoint(
  { now }: { now: Date },
  code: string,
  input: PointSignature,
): Promise<Result<undefined, Exclude<SignRefusal, 'support.error.code'>>> {
  const link = await findCampaignLink(code);
  if (!link || link.kind !== 'point') return refuse('not-found');
  if (!link.isOpen) return refuse('gone');
  const [campaign, brakes] = await Promise.all([findSigningCampaign(link.slug), readBrakes()]);
  if (!campaign) return refuse('gone');
  if (!isSigningOpen(campaign, now)) return refuse('support.closed');
  if (brakes.isReadOnly) return refuse('support.read-only');
  const isUsual = await withinLimit('point', link.id);
  if (!isUsual && !(await withinLimit('point-most', link.id))) return refuse('common.error.too-many');

  const { organisationId } = link;
  const region = regionsOfChoice(input.region)[0] ?? campaign.region;
  const person: Person = {
    name: input.name,
    contact: input.contact === '' ? null : input.contact,
    village: input.village,
    birthYear: input.birthYear,
  };
  const indexes = signerIndexes({ campaignId: campaign.id, organisationId, region }, person);
  const { count } = await withScope({ kind: 'citizen', organisationId }, (tx) =>
    tx
      .insert(signatures)
      .values({
        id: newId(),
        campaignId: campaign.id,
        organisationId,
        clientId: hashedId(input.clientId),
        state: 'confirmed',
        channel: 'point',
        assurance: 'self',
        region,
        personCipher: sealPerson(person),
        ...indexes,
        locale: input.locale,
        showsName: input.showsName && campaign.hasPublicNames,
        wantsNews: input.wantsNews && input.contact.includes('@'),
        consentVersion: SIGNING_CONSENT_VERSION,
        linkId: link.id,
        createdAt: now,
        confirmedAt: now,
      })
      .onConflictDoNothing(),
  );
  if (count === 0)
    await appDb.execute(
      sql`select app.count_at_point(${campaign.id}, ${indexes.signerIndex}, ${link.id}, ${now.toISOString()})`,
    );
  if (!isUsual) await appDb.execute(sql`select app.flag_link(${link.id}, ${now.toISOString()})`);
  return ok();
}
