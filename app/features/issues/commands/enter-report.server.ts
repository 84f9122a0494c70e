import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { isInsideCountry } from '#app/platform/gazetteer/gazetteer.server.ts';
import { mayHere, type StaffWork } from '#app/platform/staff-work.server.ts';
import { cleanAll, type PhotoRefusal } from './report-problem.server.ts';
import { submitIssue, type NewIssue, type SubmitRefusal, type Submitted } from './submit-issue.server.ts';

export type EntryInput = Omit<NewIssue, 'source' | 'reportedAt'> & { source: 'visit' | 'call' | 'message' };
type Refused = SubmitRefusal | PhotoRefusal | 'common.error.not-allowed';

/**
 * A colleague writes a report down for somebody: it waits for a moderator like any other, in the colleague's own
 * organisation, whatever the region. The receipt is for the person it came from.
 */
export async function enterReport(
  work: StaffWork,
  input: EntryInput,
  sent: readonly { bytes: Uint8Array; isTooLarge: boolean }[],
): Promise<Result<Submitted, Refused>> {
  if (!mayHere(work, 'issue.enter')) return refuse('common.error.not-allowed');
  if (input.point && !isInsideCountry(input.point.lat, input.point.lng))
    return refuse('issues.form.error.outside', 'place');
  const pictures = await cleanAll(sent);
  if (!pictures.ok) return pictures;
  const submitted = await submitIssue(work, input, pictures.value);
  return submitted.ok ? ok(submitted.value) : submitted;
}
