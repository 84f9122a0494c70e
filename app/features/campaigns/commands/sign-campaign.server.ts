import { sql } from 'drizzle-orm';
import { signatures } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { readBrakes } from '#app/platform/brakes.server.ts';
import { hashedId, hmac } from '#app/platform/crypto.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import type { Person } from '../rules/signer.ts';
import { isSigningOpen } from '../rules/support.ts';
import { signerIndexes, sealPerson } from '../signer.server.ts';
import { SIGNING_CONSENT_VERSION } from '../signing-forms.ts';
import { findCollector, findSigningCampaign, isCampaignGone } from '../signing-campaign.server.ts';

export type WebSignature = {
  clientId: string;
  name: string;
  /** Already normalised: E.164 or a plain e-mail address. */
  contact: string;
  /** A region's code or a choice's. */
  region: string;
  village: string;
  showsName: boolean;
  wantsNews: boolean;
  /** Ten digits that a volunteer handed over, or `''`. */
  code: string;
  v: string;
  from: string;
  locale: Locale;
};

export type SignRefusal =
  'not-found' | 'gone' | 'support.closed' | 'support.read-only' | 'support.error.code' | 'common.error.too-many';

export const codeHash = (campaignId: string, code: string): string => hmac('signing-code', `${campaignId}\n${code}`);

class WrongCode extends Error {}

/**
 * Adds somebody's support on the web: one row and one job, whatever the person did before. A new, a repeated and a
 * blocked signature get the same answer here; what differs is the letter (job support:answer). Nothing is stored while
 * signing is closed, paused or held by the operator's brake.
 */
export async function signCampaign(
  { clientKey, now }: { clientKey: string; now: Date },
  slug: string,
  input: WebSignature,
): Promise<Result<undefined, SignRefusal>> {
  // Asked together: three questions take as long as the slowest.
  const [campaign, brakes, isWithin] = await Promise.all([
    findSigningCampaign(slug),
    readBrakes(),
    withinLimit('sign', clientKey),
  ]);
  if (!campaign) return refuse((await isCampaignGone(slug)) ? 'gone' : 'not-found');
  if (!isSigningOpen(campaign, now)) return refuse('support.closed');
  if (brakes.isReadOnly) return refuse('support.read-only');
  if (!isWithin) return refuse('common.error.too-many');
  if (input.code !== '' && !(await withinLimit('sign-code', `${campaign.id}/${clientKey}`)))
    return refuse('common.error.too-many');

  const region = regionsOfChoice(input.region)[0] ?? campaign.region;
  const { organisationId, linkId } = await findCollector(campaign, input);
  const person: Person = { name: input.name, contact: input.contact, village: input.village, birthYear: null };
  const indexes = signerIndexes({ campaignId: campaign.id, organisationId, region }, person);
  const signerIndex = indexes.signerIndex ?? '';
  try {
    await withScope({ kind: 'citizen', organisationId }, async (tx) => {
      // The statements travel together. A citizen's scope reads nothing back, so nobody learns here who signed before.
      await Promise.all([
        tx
          .insert(signatures)
          .values({
            id: newId(),
            campaignId: campaign.id,
            organisationId,
            clientId: hashedId(input.clientId),
            channel: 'web',
            region,
            personCipher: sealPerson(person),
            ...indexes,
            locale: input.locale,
            showsName: input.showsName && campaign.hasPublicNames,
            wantsNews: input.wantsNews,
            consentVersion: SIGNING_CONSENT_VERSION,
            linkId,
            createdAt: now,
          })
          .onConflictDoNothing(),
        // One waiting letter a signer, however often the form is sent.
        enqueue(
          tx,
          'support:answer',
          { organisationId, campaignId: campaign.id, signerIndex },
          { key: `support:answer/${signerIndex}` },
        ),
      ]);
      if (input.code === '') return;
      const [row] = await tx.execute<{ done: boolean }>(
        sql`select app.sign_with_code(${campaign.id}, ${signerIndex}, ${codeHash(campaign.id, input.code)}, ${now.toISOString()}) as done`,
      );
      if (!row?.done) throw new WrongCode();
    });
  } catch (error) {
    if (error instanceof WrongCode) return refuse('support.error.code', 'code');
    throw error;
  }
  if (input.code !== '') await forgive('sign-code', `${campaign.id}/${clientKey}`);
  return ok();
}
