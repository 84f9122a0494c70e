import { eq, sql } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { recordLegal, type LegalEntry } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { tellStaff } from '../notify.server.ts';
import { onceHere } from '../once-here.server.ts';
import type { ReceiptWork } from '../receipt.server.ts';
import { mayMove, type Mover } from '../rules/lifecycle.ts';

type Refusal = 'legal-oversight.error.erase';
type By = Pick<LegalEntry, 'actorKind' | 'actorId'> & { mover: Mover; today: string };

/**
 * Erases a case inside the caller's scope: keys, receipt, words, indexes and dates now, file bodies by the worker. A draft
 * leaves nothing, a request its number. In old long backups the sealed words stay; their keys were never in them, and the
 * key backups that had them are gone within seven days. A legal hold stands against the lead and the night, never against
 * the applicant. `last` as in `Result`: who had it in hand is told.
 */
export async function eraseCase(
  tx: LegalTx,
  caseId: string,
  { mover, today, ...actor }: By,
): Promise<Result<undefined, Refusal>> {
  const [subject] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('update');
  if (!subject || !mayMove(subject.state, 'erased', mover) || (subject.isOnHold && mover !== 'applicant'))
    return refuse('legal-oversight.error.erase' as const);
  const { claimedBy, organisationId } = subject;
  const [erased] = await tx.execute<{ bodies: string[] | null }>(sql`select app.erase_legal_case(${caseId}) as bodies`);
  if (!erased?.bodies) return refuse('legal-oversight.error.erase' as const);
  if (erased.bodies.length > 0) await enqueue(tx, 'files:delete', { keys: erased.bodies });
  await recordLegal(tx, { organisationId, ...actor, action: 'case.erase', caseId, reason: mover, today });
  if (claimedBy && mover !== 'system' && claimedBy !== actor.actorId) await tellStaff(tx, organisationId, [claimedBy]);
  return ok(undefined);
}

/** By the applicant with the receipt, at any time. The receipt opens nothing afterwards; the caller ends its cookie. */
export function eraseByReceipt(
  { caseId, scope, today }: ReceiptWork,
  { clientId }: { clientId: string },
): Promise<Result<{ erased: true }, Refusal>> {
  return withLegalScope(scope, (tx) =>
    onceHere(tx, { clientId, command: 'erase-case', owner: caseId, today }, async () => {
      const done = await eraseCase(tx, caseId, { actorKind: 'applicant', actorId: null, mover: 'applicant', today });
      return done.ok ? ok({ erased: true as const }) : done;
    }),
  );
}

/** By the lead, once the work on it has ended. */
export function eraseByLead(
  { role, scope, staff, today }: Pick<DeskWork, 'role' | 'scope' | 'staff' | 'today'>,
  { caseId, clientId }: { caseId: string; clientId: string },
): Promise<Result<{ erased: true }, Refusal>> {
  return withLegalScope(scope, (tx) =>
    onceHere(tx, { clientId, command: 'erase-case', owner: staff.id, today }, async () => {
      if (role !== 'lead') return refuse('legal-oversight.error.erase' as const);
      const done = await eraseCase(tx, caseId, { actorKind: 'staff', actorId: staff.id, mover: 'lead', today });
      return done.ok ? ok({ erased: true as const }) : done;
    }),
  );
}
