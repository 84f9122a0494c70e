import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { isInsideCountry } from '#app/platform/gazetteer/gazetteer.server.ts';
import type { PinRegion } from '../forms.ts';
import { settleRegion } from '../settle-region.server.ts';
import { mayHere, type StaffWork } from '#app/platform/staff-work.server.ts';
import { cleanAll, type PhotoRefusal } from './report-problem.server.ts';
import { submitIssue, type NewIssue, type SubmitRefusal, type Submitted } from './submit-issue.server.ts';

export type EntryInput = Omit<NewIssue, 'source' | 'reportedAt'> & {
  source: 'visit' | 'call' | 'message';
  pinRegion?: PinRegion;
};
type Refused = SubmitRefusal | PhotoRefusal | 'issues.form.error.pin-region' | 'common.error.not-allowed';

/**
 * A colleague writes a report down for somebody: it waits for a moderator like any other, in the colleague's own
 * organisation, whatever the region. The receipt is for the person it came from.
 */
export async function enterReport(
  work: StaffWork,
  { pinRegion, ...input }: EntryInput,
  sent: readonly { bytes: Uint8Array; isTooLarge: boolean }[],
): Promise<Result<Submitted, Refused>> {
  if (!mayHere(work, 'issue.enter')) return refuse('common.error.not-allowed');
  if (input.point && !isInsideCountry(input.point.lat, input.point.lng))
    return refuse('issues.form.error.outside', 'place');
  const region = settleRegion({ ...input, pinRegion });
  if (!region.ok) return region;
  const pictures = await cleanAll(sent);
  if (!pictures.ok) return pictures;
  const submitted = await submitIssue(work, { ...input, region: region.value }, pictures.value);
  return submitted.ok ? ok(submitted.value) : submitted;
}
