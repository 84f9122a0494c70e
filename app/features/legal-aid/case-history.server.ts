import { desc, eq } from 'drizzle-orm';
import { legalAudit } from '#db/schema/legal-aid.ts';
import { shownNames } from './case-facts.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { withLegalScope } from './legal-scope.server.ts';

const MOST = 300;

export type HistoryEntry = Pick<typeof legalAudit.$inferSelect, 'n' | 'onDay' | 'action' | 'reason' | 'actorKind'> & {
  name: string | null;
};

/** What was done in a case, newest first, at most 300 deeds. */
export function listCaseHistory({ scope }: Pick<DeskWork, 'scope'>, caseId: string): Promise<HistoryEntry[]> {
  return withLegalScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(legalAudit)
      .where(eq(legalAudit.caseId, caseId))
      .orderBy(desc(legalAudit.n))
      .limit(MOST);
    const names = await shownNames(
      tx,
      rows.map((row) => row.actorId),
    );
    return rows.map(({ action, actorId, actorKind, n, onDay, reason }) => ({
      n,
      onDay,
      action,
      reason,
      actorKind,
      name: actorId === null ? null : (names.get(actorId) ?? null),
    }));
  });
}
