import { and, eq } from 'drizzle-orm';
import { issueFlags } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { codeReason } from '../rules/event-codes.ts';
import type { FlagKind } from '../rules/kinds.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockIssue, record } from '../staff-work.server.ts';

export type FlagDecision = { flagId: string; clientId: string; accept: boolean; reason: string };
type Refused =
  | 'issues.staff.error.unknown'
  | 'issues.staff.error.reason'
  | 'issues.staff.error.flag-decided'
  | 'common.error.not-allowed';
export type Decided = { issueId: string; kind: FlagKind; accept: boolean };

/**
 * Decides on a "report this page" or on a body's reply. An accepted reply stands on the public page from then on; an
 * accepted report of a page means that the organisation will mend it, and leads to the report. Dismissing needs a reason.
 */
export function decideFlag(
  work: StaffWork,
  { flagId, clientId, accept, reason }: FlagDecision,
): Promise<Result<Decided, Refused>> {
  return workOnce<Decided, Refused>(
    work,
    { command: 'issue.decide-flag', clientId, content: [flagId, accept] },
    async (tx) => {
      if (!mayHere(work, 'issue.moderate')) return refuse('common.error.not-allowed');
      const mine = and(eq(issueFlags.id, flagId), eq(issueFlags.organisationId, work.scope.organisationId));
      const [flag] = await tx.select().from(issueFlags).where(mine).for('update');
      if (!flag) return refuse('issues.staff.error.unknown');
      if (flag.state !== 'open') return refuse('issues.staff.error.flag-decided');
      if (!accept && reason === '') return refuse('issues.staff.error.reason', 'reason');
      await lockIssue(tx, work, flag.issueId);
      await tx
        .update(issueFlags)
        .set({
          state: accept ? 'accepted' : 'dismissed',
          decidedBy: work.scope.userId,
          decidedAt: work.now,
          contactCipher: null,
        })
        .where(mine);
      await record(tx, work, flag.issueId, {
        action: accept ? 'issue.flag-accepted' : 'issue.flag-dismissed',
        event: {
          kind: flag.kind === 'body_reply' ? 'body_reply' : 'note',
          reason: reason || codeReason('flag-accepted'),
        },
      });
      return ok({ issueId: flag.issueId, kind: flag.kind, accept });
    },
  );
}
