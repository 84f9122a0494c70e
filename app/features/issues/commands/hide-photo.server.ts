import { and, eq } from 'drizzle-orm';
import { issuePhotos } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { hasPicture } from '../photo-rows.server.ts';
import { codeReason } from '../rules/event-codes.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockIssue, record } from '../staff-work.server.ts';

type Refused = 'issues.staff.error.unknown' | 'common.error.not-allowed';

/** Leaves a picture out of everything public, or shows it again. The file stays for the organisation. */
export function hidePhoto(
  work: StaffWork,
  { issueId, photoId, clientId, isHidden }: { issueId: string; photoId: string; clientId: string; isHidden: boolean },
): Promise<Result<undefined, Refused>> {
  return workOnce(work, { command: 'issue.hide-photo', clientId, content: [photoId, isHidden] }, async (tx) => {
    const issue = await lockIssue(tx, work, issueId);
    if (!issue) return refuse('issues.staff.error.unknown');
    if (!mayHere(work, 'issue.moderate')) return refuse('common.error.not-allowed');
    const mine = and(eq(issuePhotos.id, photoId), eq(issuePhotos.issueId, issueId), hasPicture);
    const [photo] = await tx.select({ isHidden: issuePhotos.isHidden }).from(issuePhotos).where(mine);
    if (!photo) return refuse('issues.staff.error.unknown');
    if (photo.isHidden !== isHidden) {
      await tx.update(issuePhotos).set({ isHidden }).where(mine);
      const code = isHidden ? 'photo-hidden' : 'photo-shown';
      await record(tx, work, issueId, {
        action: `issue.${code}`,
        event: { kind: 'photo_redacted', reason: codeReason(code) },
      });
    }
    return ok();
  });
}
