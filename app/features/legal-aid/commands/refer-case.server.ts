import { and, desc, eq } from 'drizzle-orm';
import { cases, referrals } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { openKeys } from '../case-keys.server.ts';
import { addRecord, readRecords } from '../case-records.server.ts';
import { hasOpenCritical } from '../deadlines.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { tellApplicant, tellStaff } from '../notify.server.ts';
import { isInCharge, onCase, trail, type CaseInput, type NoCase } from '../on-case.server.ts';
import { onceHere } from '../once-here.server.ts';
import type { ReceiptWork } from '../receipt.server.ts';
import { mayMove, RETENTION_DAYS, type Mover } from '../rules/lifecycle.ts';

export type ReferRefusal =
  | NoCase
  | 'legal-desk.error.not-yours'
  | 'legal-desk.error.no-key'
  | 'legal-desk.error.state'
  | 'legal-desk.error.referral-open'
  | 'legal-desk.error.referral-not-agreed'
  | 'legal-case.outcome.error.critical';

/** The newest referral of a case. */
export async function referralOf(tx: LegalTx, caseId: string): Promise<typeof referrals.$inferSelect | null> {
  const [row] = await tx
    .select()
    .from(referrals)
    .where(eq(referrals.caseId, caseId))
    .orderBy(desc(referrals.id))
    .limit(1);
  return row ?? null;
}

/** Proposes to the applicant that somebody else take the case: who and why, sealed, readable with the receipt. Nothing leaves before a yes. */
export function proposeReferral(
  work: DeskWork,
  input: CaseInput & { to: string; reason: string },
): Promise<Result<undefined, ReferRefusal>> {
  return onCase<undefined, ReferRefusal>(work, 'refer', input, async (tx, at) => {
    const { keys, movers, subject } = at;
    const { id: caseId, organisationId } = subject;
    if (!isInCharge(at)) return refuse('legal-desk.error.not-yours');
    if (!movers.some((by) => mayMove(subject.state, 'referred_out', by))) return refuse('legal-desk.error.state');
    if (!keys.has(subject.keyVersion)) return refuse('legal-desk.error.no-key');
    const earlier = await referralOf(tx, caseId);
    if (earlier?.state === 'proposed' || earlier?.state === 'agreed')
      return refuse('legal-desk.error.referral-open', 'to');
    const { today } = work;
    const entry = { caseId, organisationId, kind: 'reason' as const, author: 'staff' as const, today };
    const recordId = await addRecord(
      tx,
      keys,
      { ...entry, authorId: work.staff.id, visibility: 'public' },
      { text: input.reason, to: input.to },
    );
    await tx
      .insert(referrals)
      .values({ id: newId(), caseId, organisationId, proposedBy: work.staff.id, recordId, madeOn: today });
    await tx.update(cases).set({ isWaitingForUs: false }).where(eq(cases.id, caseId));
    await trail(tx, work, caseId, 'referral.propose');
    await tellApplicant(tx, organisationId, caseId);
    return ok(undefined);
  });
}

/** What the applicant is asked: to whom and why. Null when nothing is proposed. */
export async function readProposal(work: ReceiptWork): Promise<{ to: string; text: string } | null> {
  return withLegalScope(work.scope, async (tx) => {
    const referral = await referralOf(tx, work.caseId);
    if (referral?.state !== 'proposed') return null;
    const keys = await openKeys(tx, work.holder, 'case', work.caseId);
    const record = (await readRecords(tx, keys, work.caseId, { kinds: ['reason'] })).find(
      (one) => one.id === referral.recordId,
    );
    const { text, to } = record?.content ?? {};
    return { to: typeof to === 'string' ? to : '', text: typeof text === 'string' ? text : '' };
  });
}

/** The applicant's yes or no to a proposed referral. */
export function decideReferral(
  work: ReceiptWork,
  { agrees, clientId }: { agrees: boolean; clientId: string },
): Promise<Result<undefined, 'legal-desk.error.referral-none'>> {
  const { caseId, scope, today } = work;
  return withLegalScope(scope, (tx) =>
    onceHere<undefined, 'legal-desk.error.referral-none'>(
      tx,
      { clientId, command: 'decide-referral', owner: caseId, today },
      async () => {
        const referral = await referralOf(tx, caseId);
        const [decided] = referral
          ? await tx
              .update(referrals)
              .set({ state: agrees ? 'agreed' : 'declined', decidedOn: today })
              .where(and(eq(referrals.id, referral.id), eq(referrals.state, 'proposed')))
              .returning({ by: referrals.proposedBy })
          : [];
        if (!decided) return refuse('legal-desk.error.referral-none');
        await tx.update(cases).set({ isWaitingForUs: true, lastOn: today }).where(eq(cases.id, caseId));
        await recordLegal(tx, {
          organisationId: scope.organisationId,
          actorKind: 'applicant',
          action: agrees ? 'referral.agree' : 'referral.decline',
          caseId,
          today,
        });
        await tellStaff(tx, scope.organisationId, [decided.by]);
        return ok(undefined);
      },
    ),
  );
}

/** The case was handed on, after the applicant agreed: it ends here and retention runs. Not while a critical date is open. */
export function handReferral(work: DeskWork, input: CaseInput): Promise<Result<undefined, ReferRefusal>> {
  return onCase<undefined, ReferRefusal>(work, 'hand-referral', input, async (tx, at) => {
    const { movers, subject } = at;
    if (!isInCharge(at)) return refuse('legal-desk.error.not-yours');
    if (!movers.some((by: Mover) => mayMove(subject.state, 'referred_out', by)))
      return refuse('legal-desk.error.state');
    const referral = await referralOf(tx, subject.id);
    if (referral?.state !== 'agreed') return refuse('legal-desk.error.referral-not-agreed');
    if (await hasOpenCritical(tx, subject.id)) return refuse('legal-case.outcome.error.critical');
    await tx.update(referrals).set({ state: 'handed' }).where(eq(referrals.id, referral.id));
    await tx
      .update(cases)
      .set({
        state: 'referred_out',
        outcome: 'referred',
        closedOn: work.today,
        lastOn: work.today,
        retentionUntil: addDays(work.today, RETENTION_DAYS.referred_out ?? 0),
      })
      .where(eq(cases.id, subject.id));
    await trail(tx, work, subject.id, 'referral.hand');
    await tellApplicant(tx, subject.organisationId, subject.id);
    return ok(undefined);
  });
}
