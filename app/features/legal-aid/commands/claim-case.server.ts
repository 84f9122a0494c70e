import { and, eq, isNull } from 'drizzle-orm';
import { assignments, cases } from '#db/schema/legal-aid.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { possibleConflicts } from '../conflicts.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { onCase, trail, type CaseInput, type NoCase } from '../on-case.server.ts';

export type ClaimRefusal =
  | NoCase
  | 'legal-desk.error.no-key'
  | 'legal-desk.error.court-bar'
  | 'legal-desk.error.conflict'
  | 'legal-desk.error.taken';

/**
 * Takes a new case. One statement decides who was first: of fifty at once one gets it (guarantee G24). Whoever holds no key
 * cannot claim, nor somebody with a possible conflict that the lead has not decided, nor a non-member of the Bar court work.
 */
export function claimCase(work: DeskWork, input: CaseInput): Promise<Result<{ number: number | null }, ClaimRefusal>> {
  const { caseId } = input;
  return onCase<{ number: number | null }, ClaimRefusal>(work, 'claim', input, async (tx, { keys, subject }) => {
    if (!keys.has(subject.keyVersion)) return refuse('legal-desk.error.no-key');
    if (subject.isCourt && !work.isBar) return refuse('legal-desk.error.court-bar');
    if (work.role !== 'lead' && (await possibleConflicts(tx, [caseId])).has(caseId))
      return refuse('legal-desk.error.conflict');
    const [claimed] = await tx
      .update(cases)
      .set({ claimedBy: work.staff.id, state: 'claimed', lastOn: work.today })
      .where(and(eq(cases.id, caseId), eq(cases.state, 'new'), isNull(cases.claimedBy)))
      .returning({ number: cases.number });
    if (!claimed) return refuse('legal-desk.error.taken');
    await tx.insert(assignments).values({
      id: newId(),
      caseId,
      organisationId: subject.organisationId,
      staffId: work.staff.id,
      role: 'responsible',
      fromOn: work.today,
    });
    await trail(tx, work, caseId, 'case.claim');
    return ok({ number: claimed.number });
  });
}
