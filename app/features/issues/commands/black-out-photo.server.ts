import { and, eq } from 'drizzle-orm';
import { issuePhotos } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { deleteFile, getFile, putFile } from '#app/platform/files.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { blackOut, type Box } from '#app/platform/pictures.server.ts';
import { hasPicture } from '../photo-rows.server.ts';
import { codeReason } from '../rules/event-codes.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockIssue, record } from '../staff-work.server.ts';

type Refused = 'issues.staff.error.unknown' | 'issues.staff.error.no-boxes' | 'common.error.not-allowed';
type Photo = typeof issuePhotos.$inferSelect;

/**
 * Blacks parts of a picture out. New files take the place of the old ones, which a job deletes: what was under a box is
 * gone and cannot be brought back. The picture gets a new name, so that no cache anywhere answers with the old one.
 * Returns the picture's new identifier.
 */
export async function blackOutPhoto(
  work: StaffWork,
  { issueId, photoId, clientId, boxes }: { issueId: string; photoId: string; clientId: string; boxes: readonly Box[] },
): Promise<Result<{ photoId: string }, Refused>> {
  if (!mayHere(work, 'issue.moderate')) return refuse('common.error.not-allowed');
  if (boxes.length === 0) return refuse('issues.staff.error.no-boxes', 'box');
  // Drawn outside the transaction, which must not wait for pixels; the file's name tells below whether it is still that picture.
  const before = await findPhoto(work, issueId, photoId);
  const original = before ? await getFile(before.fullKey) : null;
  const drawn = original ? await blackOut(original, boxes) : null;
  const next = { id: newId(), fullKey: `photos/${newId()}.jpg`, thumbKey: `photos/${newId()}.jpg` };
  let isKept = false;
  try {
    if (drawn) {
      await putFile(next.fullKey, drawn.full);
      await putFile(next.thumbKey, drawn.thumb);
    }
    const result = await workOnce<{ photoId: string }, Refused>(
      work,
      { command: 'issue.black-out', clientId, content: [photoId, boxes] },
      async (tx) => {
        const issue = await lockIssue(tx, work, issueId);
        if (!issue || !before || !drawn) return refuse('issues.staff.error.unknown');
        const replaced = await tx
          .update(issuePhotos)
          .set({ ...next, width: drawn.width, height: drawn.height, redactedAt: work.now })
          .where(
            and(eq(issuePhotos.id, photoId), eq(issuePhotos.issueId, issueId), eq(issuePhotos.fullKey, before.fullKey)),
          );
        if (replaced.count === 0) return refuse('issues.staff.error.unknown');
        await enqueue(tx, 'files:delete', { keys: [before.fullKey, before.thumbKey] });
        await record(tx, work, issueId, {
          action: 'issue.photo-blacked-out',
          event: { kind: 'photo_redacted', reason: codeReason('photo-blacked-out') },
        });
        return ok({ photoId: next.id });
      },
    );
    isKept = result.ok && result.value.photoId === next.id;
    return result;
  } finally {
    if (drawn && !isKept) await Promise.all([deleteFile(next.fullKey), deleteFile(next.thumbKey)]);
  }
}

async function findPhoto({ scope }: StaffWork, issueId: string, photoId: string): Promise<Photo | undefined> {
  return withScope(scope, async (tx) => {
    const [photo] = await tx
      .select()
      .from(issuePhotos)
      .where(and(eq(issuePhotos.id, photoId), eq(issuePhotos.issueId, issueId), hasPicture));
    return photo;
  });
}
