import { choiceOf, regionsOfChoice } from '#app/kernel/regions.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { publicPlace } from '../public-place.server.ts';
import { categoryByKey, type CategoryKey } from '../rules/categories.ts';
import { seenToken } from '../rules/moves.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockIssue, record, type IssueRow } from '../staff-work.server.ts';

/** What strangers read of a report, and where it belongs (`region`: a choice's code). The reporter's own words stay beside it, unchanged. */
export type Wording = { title: string; details: string; place: string; category: CategoryKey; region: string };
export type WordingRefusal = 'issues.form.error.sensitive' | 'issues.form.error.region';

type Refused =
  WordingRefusal | 'issues.staff.error.unknown' | 'common.error.not-allowed' | 'common.error.changed-meanwhile';

/**
 * The columns that a wording changes. Another category may be more or less sensitive, so the public point is made anew
 * from the exact one. Refuses categories that are never stored as a report, and unknown regions.
 */
export function wordingChange(
  issue: Pick<IssueRow, 'region' | 'exactLat' | 'exactLng'>,
  wording: Wording,
): Result<Partial<IssueRow>, WordingRefusal> {
  const category = categoryByKey(wording.category);
  if (!category || category.sensitivity === 2) return refuse('issues.form.error.sensitive', 'category');
  // A choice may stand for town and district together: the report keeps the one it has.
  const region = choiceOf(issue.region) === wording.region ? issue.region : regionsOfChoice(wording.region)[0];
  if (region === undefined) return refuse('issues.form.error.region', 'region');
  const { exactLat, exactLng } = issue;
  const exact = exactLat === null || exactLng === null ? null : { lat: exactLat, lng: exactLng };
  const point = publicPlace(exact, category.sensitivity, region, wording.place);
  return ok({
    publicTitle: wording.title,
    publicDetails: wording.details,
    publicPlace: wording.place,
    category: category.key,
    theme: category.theme,
    sensitivity: category.sensitivity,
    region,
    publicLat: point?.lat ?? null,
    publicLng: point?.lng ?? null,
  });
}

/** Changes the public wording without a move. Of a public report, everybody sees the new words at once. */
export function editWording(
  work: StaffWork,
  { issueId, clientId, seen, wording }: { issueId: string; clientId: string; seen: string; wording: Wording },
): Promise<Result<undefined, Refused>> {
  return workOnce(work, { command: 'issue.edit', clientId, content: [issueId, wording] }, async (tx) => {
    const issue = await lockIssue(tx, work, issueId);
    if (!issue) return refuse('issues.staff.error.unknown');
    if (!mayHere(work, 'issue.moderate') || issue.state === 'withdrawn') return refuse('common.error.not-allowed');
    if (seenToken(issue) !== seen) return refuse('common.error.changed-meanwhile');
    const change = wordingChange(issue, wording);
    if (!change.ok) return change;
    await record(tx, work, issueId, { action: 'issue.edit', event: { kind: 'edit' }, change: change.value });
    return ok();
  });
}
