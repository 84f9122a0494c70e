import { eq } from 'drizzle-orm';
import { issueContacts, issuePhotos } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { WITHOUT_FILES } from '../photo-rows.server.ts';
import { lockOwnIssue, moveOwnIssue, receiptScope, type ReceiptWork } from '../receipt-work.server.ts';

/**
 * Takes a report back, from any state. The public words and points, the exact place, pictures and contact go; the text
 * as it was sent and its history stay inside the organisation, which may have written letters about it. Twice is once.
 */
export function withdrawIssue(work: ReceiptWork): Promise<Result<{ ref: number | null }, 'issues.receipt.expired'>> {
  const { holder } = work;
  return withScope(receiptScope(holder), async (tx) => {
    const issue = await lockOwnIssue(tx, holder);
    if (!issue) return refuse('issues.receipt.expired');
    if (issue.state === 'withdrawn') return ok({ ref: issue.ref });
    const mine = eq(issuePhotos.issueId, holder.issueId);
    const photos = await tx
      .select({ fullKey: issuePhotos.fullKey, thumbKey: issuePhotos.thumbKey })
      .from(issuePhotos)
      .where(mine)
      .for('update');
    await tx.update(issuePhotos).set(WITHOUT_FILES).where(mine);
    await tx.delete(issueContacts).where(eq(issueContacts.issueId, holder.issueId));
    const nowhere = { exactLat: null, exactLng: null, publicLat: null, publicLng: null };
    const silent = { publicTitle: null, publicDetails: null, publicPlace: null };
    await moveOwnIssue(tx, work, {
      from: issue.state,
      to: 'withdrawn',
      note: null,
      change: { ...nowhere, ...silent, awaits: null },
    });
    const keys = photos.flatMap((photo) => [photo.fullKey, photo.thumbKey]);
    if (keys.length > 0) await enqueue(tx, 'files:delete', { keys });
    return ok({ ref: issue.ref });
  });
}
