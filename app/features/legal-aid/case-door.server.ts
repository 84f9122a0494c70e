import { and, eq, isNull, ne } from 'drizzle-orm';
import { assignments, cases, legalAudit } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { openKeys, type Keys } from './case-keys.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { moversOf, type Mover } from './rules/lifecycle.ts';

/** The trail's word for opening; one such entry a day lets a person in. */
export const OPENED = 'case.open';

export type CaseRow = typeof cases.$inferSelect;

/** Where somebody stands before a case of the desk. */
export type AtCase = {
  subject: CaseRow;
  /** The versions of its key that the person holds; empty where nobody granted one. */
  keys: Keys;
  isHolder: boolean;
  /** Second lawyer, or covering. */
  isAssigned: boolean;
  movers: readonly Mover[];
  /** Gave a reason today. */
  isOpened: boolean;
};

/** A case for the person at work; null when there is none to see: another desk's, a draft, erased, or kept from the person. */
export async function standAtCase(
  tx: LegalTx,
  work: Pick<DeskWork, 'holder' | 'role' | 'scope' | 'staff' | 'today'>,
  caseId: string,
): Promise<AtCase | null> {
  const [subject] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), ne(cases.state, 'erased')));
  if (!subject) return null;
  const { today } = work;
  const staffId = work.staff.id;
  const keys = await openKeys(tx, work.holder, 'case', caseId);
  const [opened] = await tx
    .select({ n: legalAudit.n })
    .from(legalAudit)
    .where(
      and(
        eq(legalAudit.caseId, caseId),
        eq(legalAudit.actorId, staffId),
        eq(legalAudit.action, OPENED),
        eq(legalAudit.onDay, today),
      ),
    )
    .limit(1);
  const [assigned] = await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(eq(assignments.caseId, caseId), eq(assignments.staffId, staffId), isNull(assignments.toOn)))
    .limit(1);
  return {
    subject,
    keys,
    isHolder: subject.claimedBy === staffId,
    isAssigned: assigned !== undefined,
    movers: moversOf({ id: staffId, role: work.role }, subject.claimedBy),
    isOpened: opened !== undefined,
  };
}
