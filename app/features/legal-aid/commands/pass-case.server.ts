import { and, eq, inArray, isNull } from 'drizzle-orm';
import { assignments, cases, staff } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import type { AtCase } from '../case-door.server.ts';
import { keptOutBy } from '../case-guard.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { grantToStaff, listTrusted, type TrustedHolder } from '../holders.server.ts';
import { tellStaff } from '../notify.server.ts';
import { isInCharge, onCase, sealReason, trail, type CaseInput, type NoCase } from '../on-case.server.ts';
import { IN_HAND, type CaseState } from '../rules/lifecycle.ts';

export type PassRefusal =
  | NoCase
  | 'legal-desk.error.not-yours'
  | 'legal-desk.error.no-key'
  | 'legal-desk.error.state'
  | 'legal-desk.error.court-bar'
  | 'legal-desk.error.receiver';

const inHand = (state: CaseState): boolean => (IN_HAND as readonly CaseState[]).includes(state);

/** Puts a case back into the queue, with a sealed reason; the lead is told. */
export function returnCase(
  work: DeskWork,
  input: CaseInput & { reason: string },
): Promise<Result<undefined, PassRefusal>> {
  return onCase<undefined, PassRefusal>(work, 'return', input, async (tx, at) => {
    const { subject } = at;
    if (!isInCharge(at)) return refuse('legal-desk.error.not-yours');
    if (!inHand(subject.state)) return refuse('legal-desk.error.state');
    if (!at.keys.has(subject.keyVersion)) return refuse('legal-desk.error.no-key');
    await sealReason(tx, work, at, input.reason);
    await tx.update(cases).set({ claimedBy: null, state: 'new', lastOn: work.today }).where(eq(cases.id, subject.id));
    await endAssignments(tx, subject.id, work.today);
    await trail(tx, work, subject.id, 'case.return');
    const leads = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.organisationId, subject.organisationId), eq(staff.role, 'lead'), eq(staff.state, 'vouched')));
    await tellStaff(
      tx,
      subject.organisationId,
      leads.map((row) => row.id).filter((id) => id !== work.staff.id),
    );
    return ok(undefined);
  });
}

/** How a colleague comes into a case: has it from now on, covers, or reads along as second lawyer. */
export type PassRole = 'responsible' | 'cover' | 'second';

/**
 * Gives a colleague the case's key, every version that the giver holds, and the role. To pass it on is for whoever has the
 * case and for the lead. Nobody who is kept out, not trusted, or (for court work) not of the Bar is a receiver.
 */
export function passCase(
  work: DeskWork,
  input: CaseInput & { role: PassRole; toStaffId: string; reason: string },
): Promise<Result<undefined, PassRefusal>> {
  return onCase<undefined, PassRefusal>(work, `pass-${input.role}`, input, async (tx, at) => {
    const { subject } = at;
    const { reason, role, toStaffId } = input;
    if (!isInCharge(at)) return refuse('legal-desk.error.not-yours');
    if (!inHand(subject.state) && subject.state !== 'new') return refuse('legal-desk.error.state');
    if (!at.keys.has(subject.keyVersion)) return refuse('legal-desk.error.no-key');
    const receiver = (await listReceivers(tx, work, at)).find((one) => one.staffId === toStaffId);
    if (!receiver) return refuse('legal-desk.error.receiver', 'toStaffId');
    if (role === 'responsible' && subject.isCourt && !receiver.isBar)
      return refuse('legal-desk.error.court-bar', 'toStaffId');
    const recordId = await sealReason(tx, work, at, reason);
    await giveKeys(tx, work, at, receiver, role === 'responsible' ? 'transfer' : 'cover');
    if (role === 'responsible') {
      await endAssignments(tx, subject.id, work.today, ['responsible']);
      const state = subject.state === 'new' ? 'claimed' : subject.state;
      await tx.update(cases).set({ claimedBy: toStaffId, state, lastOn: work.today }).where(eq(cases.id, subject.id));
    }
    await tx.insert(assignments).values({
      id: newId(),
      caseId: subject.id,
      organisationId: subject.organisationId,
      staffId: toStaffId,
      role,
      fromOn: work.today,
      recordId,
    });
    await trail(tx, work, subject.id, role === 'responsible' ? 'case.transfer' : `case.${role}`);
    await tellStaff(tx, subject.organisationId, [toStaffId]);
    return ok(undefined);
  });
}

/** Who may be given the case: trusted lawyers and leads other than who has it, and never somebody kept out of it. */
export async function listReceivers(tx: LegalTx, work: DeskWork, { keys, subject }: AtCase): Promise<TrustedHolder[]> {
  const keptOut = await keptOutBy(tx, keys, subject.id);
  return (await listTrusted(tx, work.scope.organisationId)).filter(
    (one) => one.role !== 'custodian' && one.staffId !== subject.claimedBy && !keptOut.includes(one.staffId),
  );
}

async function giveKeys(
  tx: LegalTx,
  work: DeskWork,
  { keys, subject }: AtCase,
  receiver: TrustedHolder,
  reason: 'transfer' | 'cover',
): Promise<void> {
  for (const [version, key] of keys)
    await grantToStaff(
      tx,
      { organisationId: subject.organisationId, kind: 'case', subjectId: subject.id, version },
      key,
      [receiver],
      { grantedBy: work.staff.id, reason, today: work.today },
    );
}

/** Ends what people do in a case, of these roles or all. */
export async function endAssignments(
  tx: LegalTx,
  caseId: string,
  today: string,
  roles: readonly PassRole[] = ['responsible', 'cover', 'second'],
): Promise<void> {
  await tx
    .update(assignments)
    .set({ toOn: today })
    .where(and(eq(assignments.caseId, caseId), isNull(assignments.toOn), inArray(assignments.role, [...roles])));
}
