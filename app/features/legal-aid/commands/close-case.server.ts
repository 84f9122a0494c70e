import { and, eq } from 'drizzle-orm';
import { cases, dates, staff } from '#db/schema/legal-aid.ts';
import { refuse, type Result } from '#app/kernel/result.ts';
import { hasOpenCritical } from '../deadlines.server.ts';
import { addWords, doInCase, done, type CaseRefusal, type DeedForm } from '../case-work.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { tellApplicant } from '../notify.server.ts';
import type { OutcomeContent, Reason } from '../rules/contents.ts';
import type { NotTakenReason, Outcome } from '../rules/desk.ts';
import { mayMove, type CaseState } from '../rules/lifecycle.ts';

export type Closing = DeedForm & {
  outcome: Outcome;
  /** For `not_taken`, and only for it. */
  notTakenReason: NotTakenReason | null;
  /** What the applicant reads. */
  text: string;
};

/** The state that an outcome leads to. */
export function stateOf(outcome: Outcome): Extract<CaseState, 'closed' | 'not_taken' | 'referred_out'> {
  return outcome === 'not_taken' ? 'not_taken' : outcome === 'referred' ? 'referred_out' : 'closed';
}

type CloseRefusal = CaseRefusal | 'legal-case.outcome.error.critical' | 'common.error.choose';

/**
 * Ends the work on a case with an outcome and a text to the applicant. From then on retention runs (rules/retention).
 * Refuses while a critical date is open: it is to be done, with its sign-off, or dropped. What else was open is dropped.
 */
export function closeCase(
  work: DeskWork,
  { notTakenReason, outcome, text, ...form }: Closing,
): Promise<Result<{ done: true }, CloseRefusal>> {
  const state = stateOf(outcome);
  const deed = { command: 'case.close', needs: 'key', reason: notTakenReason ?? outcome } as const;
  return doInCase<{ done: true }, CloseRefusal>(work, form, deed, async (at) => {
    const { movers, subject, tx } = at;
    if ((outcome === 'not_taken') !== (notTakenReason !== null)) return refuse('common.error.choose', 'notTakenReason');
    if (!movers.some((mover) => mayMove(subject.state, state, mover)))
      return refuse(subject.state === 'new' ? 'legal-case.error.not-yours' : 'legal-case.error.ended');
    const open = and(eq(dates.caseId, subject.id), eq(dates.state, 'open'));
    if (await hasOpenCritical(tx, subject.id)) return refuse('legal-case.outcome.error.critical');
    const content: OutcomeContent = { text };
    await addWords(at, work, { kind: 'outcome', visibility: 'public', content });
    await tx.update(dates).set({ state: 'dropped', doneOn: work.today }).where(open);
    await tx
      .update(cases)
      .set({
        state,
        outcome,
        notTakenReason,
        closedOn: work.today,
        dueOn: null,
        checkInOn: null,
        isWaitingForUs: false,
        firstReplyOn: subject.firstReplyOn ?? work.today,
        retentionUntil: null,
        retentionWarnedOn: null,
      })
      .where(eq(cases.id, subject.id));
    await tellApplicant(tx, subject.organisationId, subject.id);
    return done();
  });
}

/** What a case has no more once it is taken up again. */
export const REOPENED = {
  state: 'claimed',
  outcome: null,
  notTakenReason: null,
  closedOn: null,
  retentionUntil: null,
  retentionWarnedOn: null,
} as const;

/** Takes an ended case up again, with a reason; what was counted for its erasure is forgotten and begins anew at its next end. */
export function reopenCase(
  work: DeskWork,
  { text, ...form }: DeedForm & { text: string },
): Promise<Result<{ done: true }, CaseRefusal>> {
  return doInCase(work, form, { command: 'case.reopen', needs: 'key' }, async (at) => {
    const { movers, subject, tx } = at;
    if (!['closed', 'not_taken', 'referred_out'].includes(subject.state)) return refuse('legal-case.error.ended');
    if (!movers.some((mover) => mayMove(subject.state, 'claimed', mover))) return refuse('legal-case.error.not-yours');
    const [last] = await tx
      .select({ state: staff.state })
      .from(staff)
      .where(eq(staff.id, subject.claimedBy ?? work.staff.id));
    const claimedBy = subject.claimedBy && last?.state === 'vouched' ? subject.claimedBy : work.staff.id;
    // Court work is for members of the Bar (rule A17); a trigger says so as well.
    if (subject.isCourt && claimedBy === work.staff.id && !work.isBar) return refuse('legal-case.error.not-yours');
    const content: Reason = { text };
    await addWords(at, work, { kind: 'reason', visibility: 'team', content });
    await tx
      .update(cases)
      .set({ ...REOPENED, claimedBy, isWaitingForUs: true })
      .where(eq(cases.id, subject.id));
    await tellApplicant(tx, subject.organisationId, subject.id);
    return done();
  });
}
