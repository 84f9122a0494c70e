import { organisationForRegion, type OrganisationCard } from '#app/features/organisations/public.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { isInsideCountry } from '#app/platform/gazetteer/gazetteer.server.ts';
import { cleanPicture, type Picture, type PictureRefusal } from '#app/platform/pictures.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { MAX_PHOTOS, type PinRegion } from '../forms.ts';
import { settleRegion } from '../settle-region.server.ts';
import { submitIssue, type NewIssue, type Submitted, type SubmitRefusal } from './submit-issue.server.ts';

/** A picture as it came; `isTooLarge` when its bytes were not kept. */
type SentPicture = { bytes: Uint8Array; isTooLarge: boolean };

export type PhotoRefusal = `issues.form.error.photo-${'count' | 'format' | 'large' | 'broken'}`;
export type ReportRefusal =
  | SubmitRefusal
  | PhotoRefusal
  | 'issues.form.error.no-organisation'
  | 'issues.form.error.pin-region'
  | 'common.error.too-many';

const REFUSALS: Record<PictureRefusal, PhotoRefusal> = {
  'picture-format': 'issues.form.error.photo-format',
  'picture-too-large': 'issues.form.error.photo-large',
  'picture-broken': 'issues.form.error.photo-broken',
};

/**
 * The citizen's own form: counts it against the network's limit, finds who reads reports from there, cleans the
 * pictures and takes the report in. Everything is looked at before anything is stored; one bad picture refuses all.
 */
export async function reportProblem(
  { clientKey, now }: { clientKey: string; now: Date },
  { pinRegion, ...input }: Omit<NewIssue, 'source'> & { pinRegion?: PinRegion },
  sent: readonly SentPicture[],
): Promise<Result<Submitted & { organisation: OrganisationCard }, ReportRefusal>> {
  if (input.point && !isInsideCountry(input.point.lat, input.point.lng))
    return refuse('issues.form.error.outside', 'place');
  const region = settleRegion({ ...input, pinRegion });
  if (!region.ok) return region;
  if (!(await withinLimit('report', clientKey))) return refuse('common.error.too-many');
  const organisation = await organisationForRegion(region.value);
  if (!organisation) return refuse('issues.form.error.no-organisation', 'region');
  const pictures = await cleanAll(sent);
  if (!pictures.ok) return pictures;
  const scope = { kind: 'citizen', organisationId: organisation.id } as const;
  const submitted = await submitIssue(
    { scope, now },
    { ...input, region: region.value, source: 'web' },
    pictures.value,
  );
  return submitted.ok ? ok({ ...submitted.value, organisation }) : submitted;
}

/** One after another: three pictures at once would take three times the memory. */
export async function cleanAll(sent: readonly SentPicture[]): Promise<Result<Picture[], PhotoRefusal>> {
  if (sent.length > MAX_PHOTOS) return refuse('issues.form.error.photo-count', 'photos');
  const pictures: Picture[] = [];
  for (const { bytes, isTooLarge } of sent) {
    const picture = isTooLarge ? 'picture-too-large' : await cleanPicture(bytes);
    if (typeof picture === 'string') return refuse(REFUSALS[picture], 'photos');
    pictures.push(picture);
  }
  return ok(pictures);
}
