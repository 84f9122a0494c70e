import { and, desc, eq } from 'drizzle-orm';
import { cases, records, referrals } from '#db/schema/legal-aid.ts';
import { openKeys } from './case-keys.server.ts';
import { openRow } from './case-records.server.ts';
import { readThread, type CaseThread } from './case-thread.server.ts';
import { shownDeadlines, type ShownDeadline } from './deadlines.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import type { ReceiptWork } from './receipt.server.ts';
import type { Reason } from './rules/contents.ts';
import type { NotTakenReason, Outcome, Track } from './rules/desk.ts';
import type { CaseState } from './rules/lifecycle.ts';
import { retentionEnd, retentionWarning } from './rules/retention.ts';

/** A question to the applicant: may the case be handed on? */
export type ReferralQuestion = { id: string; text: string; toOrganisationId: string | null; madeOn: string };

/** What the applicant sees of a case. */
export type ReceiptView = CaseThread & {
  number: number | null;
  track: Track;
  state: CaseState;
  isWaitingForUs: boolean;
  /** Whether somebody of the desk has it. */
  isClaimed: boolean;
  isFrozen: boolean;
  checkInOn: string | null;
  openedOn: string;
  lastOn: string;
  outcome: Outcome | null;
  notTakenReason: NotTakenReason | null;
  /** After this day it is erased; null while work goes on. */
  keptUntil: string | null;
  /** Set once the end is near. */
  warning: { warnedOn: string; erasedAfter: string } | null;
  deadlines: ShownDeadline[];
  referral: ReferralQuestion | null;
};

/** The case behind a receipt as its holder reads it; null while it is a draft, and once it is erased. */
export function readReceiptCase(work: ReceiptWork): Promise<ReceiptView | null> {
  const { caseId, holder, scope } = work;
  return withLegalScope(scope, async (tx) => {
    const [row] = await tx.select().from(cases).where(eq(cases.id, caseId));
    if (!row || row.state === 'draft' || row.state === 'erased') return null;
    const keys = await openKeys(tx, holder, 'case', caseId);
    const [question] = await tx
      .select({ referral: referrals, record: records })
      .from(referrals)
      .innerJoin(records, eq(records.id, referrals.recordId))
      .where(and(eq(referrals.caseId, caseId), eq(referrals.state, 'proposed')))
      .orderBy(desc(referrals.id))
      .limit(1);
    const asked = question ? (openRow(question.record, keys).content as Partial<Reason> | null) : null;
    return {
      ...(await readThread(tx, keys, caseId, { staffId: null })),
      number: row.number,
      track: row.track,
      state: row.state,
      isWaitingForUs: row.isWaitingForUs,
      isClaimed: row.claimedBy !== null,
      isFrozen: row.isFrozen,
      checkInOn: row.checkInOn,
      openedOn: row.openedOn,
      lastOn: row.lastOn,
      outcome: row.outcome,
      notTakenReason: row.notTakenReason,
      keptUntil: retentionEnd(row),
      warning: retentionWarning(row),
      deadlines: await shownDeadlines(tx, work),
      referral: question
        ? {
            id: question.referral.id,
            text: asked?.text ?? '',
            toOrganisationId: question.referral.toOrganisationId,
            madeOn: question.referral.madeOn,
          }
        : null,
    };
  });
}
