import { and, eq } from 'drizzle-orm';
import { watchedDecisions } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';

/** Shows a recorded decision to everybody, or takes it back. What is shown already keeps its day. */
export function publishDecision(
  work: StaffWork,
  { decisionId, clientId, isPublic }: { decisionId: string; clientId: string; isPublic: boolean },
): Promise<Result<null, 'common.error.not-allowed' | 'watch.error.unknown'>> {
  if (!mayHere(work, 'watch.write')) return Promise.resolve(refuse('common.error.not-allowed'));
  const { scope, now } = work;
  return workOnce(work, { command: 'publish-decision', clientId, content: { decisionId, isPublic } }, async (tx) => {
    const mine = and(eq(watchedDecisions.id, decisionId), eq(watchedDecisions.organisationId, scope.organisationId));
    const [row] = await tx
      .select({ at: watchedDecisions.publishedAt })
      .from(watchedDecisions)
      .where(mine)
      .for('update');
    if (!row) return refuse('watch.error.unknown');
    if ((row.at !== null) === isPublic) return ok(null);
    await tx
      .update(watchedDecisions)
      .set({ publishedAt: isPublic ? now : null, updatedAt: now })
      .where(mine);
    await audit(tx, scope, {
      action: isPublic ? 'decision.published' : 'decision.taken-back',
      subjectType: 'watched_decision',
      subjectId: decisionId,
    });
    return ok(null);
  });
}
