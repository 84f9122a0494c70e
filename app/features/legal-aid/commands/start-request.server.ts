import { ok, refuse, type Result } from '#app/kernel/result.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { findDesk } from '../desks.server.ts';
import { readHandover } from '../handover.server.ts';
import { beginRequest } from './begin-request.server.ts';

export type StartRefusal =
  'common.error.choose' | 'common.error.too-many' | 'legal-intake.error.no-recipients' | 'common.error.form-changed';

/** The first page was sent: a draft with its receipt. Robots that fill every field get the answer of a full house. */
export async function startRequest(
  { clientKey, locale, now }: { clientKey: string; locale: Locale; now: Date },
  {
    desk: slug,
    forSomebody,
    handover,
    website,
  }: { desk: string; forSomebody: boolean; handover: string; website: string },
): Promise<Result<{ setCookie: string }, StartRefusal>> {
  if (website !== '' || !(await withinLimit('legal-request', clientKey))) return refuse('common.error.too-many');
  const desk = await findDesk(slug);
  if (!desk) return refuse('common.error.choose', 'desk');
  if (!desk.takesRequests) return refuse('legal-intake.error.no-recipients', 'desk');
  const from = readHandover(handover);
  const isCampaign = from?.from === 'campaign';
  const begun = await beginRequest(
    {
      organisationId: desk.organisationId,
      track: isCampaign ? 'campaign' : 'person',
      language: locale,
      filedForSomebody: forSomebody,
      ...(from ? { handover: from.from } : {}),
      ...(from?.campaignId ? { campaignId: from.campaignId } : {}),
      draft: { answers: isCampaign ? { track: 'campaign', ...(from.need ? { need: from.need } : {}) } : {} },
    },
    now,
  );
  return ok({ setCookie: begun.setCookie });
}
