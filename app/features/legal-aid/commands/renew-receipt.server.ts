import { and, eq, ne } from 'drizzle-orm';
import { cases, grants, receipts } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { changeGuard } from '../case-guard.server.ts';
import { openKeys, ownLink } from '../case-keys.server.ts';
import { grantToApplicant } from '../holders.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { prepareReceipt, type MadeReceipt, type ReceiptWork } from '../receipt.server.ts';
import { endUnlocksOf } from '../unlock.server.ts';
import { parseReceipt } from '../vault/receipts.ts';

/**
 * The receipt that a page showed takes the place of the one in use: it is granted every key of the case, the old one and
 * all that was opened with it end. The page shows the digits first and sends them, so that no lost answer loses a case.
 */
export async function renewReceipt(
  work: ReceiptWork,
  shown: string,
): Promise<Result<{ receiptId: string; secret: Uint8Array }, 'legal-intake.error.receipt' | 'common.error.too-many'>> {
  const { caseId, holder, scope, today } = work;
  const { organisationId } = scope;
  if (!parseReceipt(shown)) return refuse('legal-intake.error.receipt', 'receipt');
  // A derivation each time, by whoever holds a receipt: a limit of its own.
  if (!(await withinLimit('legal-receipt-renew', caseId))) return refuse('common.error.too-many');
  const made = await prepareReceipt(organisationId, caseId, today, shown);
  return withLegalScope(scope, async (tx) => {
    const [row] = await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId)).for('update');
    if (!row) return refuse('legal-intake.error.receipt' as const, 'receipt');
    await changeGuard(tx, await openKeys(tx, holder, 'case', caseId), caseId, { receipt: made });
    await replaceReceipt(tx, work, made);
    return ok({ receiptId: made.id, secret: made.secret });
  });
}

/** Grants the new receipt every key that the one in use holds, and ends that one with all that it opened. */
export async function replaceReceipt(
  tx: LegalTx,
  { caseId, holder, scope: { organisationId }, today }: ReceiptWork,
  made: MadeReceipt,
): Promise<void> {
  await tx.insert(receipts).values(made.row);
  for (const kind of ['case', 'identity'] as const)
    for (const [version, key] of await openKeys(tx, holder, kind, caseId))
      await grantToApplicant(
        tx,
        { organisationId, kind, subjectId: caseId, version },
        key,
        { id: made.id, box: made.box },
        { grantedBy: null, reason: 'rotation', today },
        ownLink({ box: made.secret }, { kind, subjectId: caseId, version }, key),
      );
  await tx
    .delete(grants)
    .where(and(eq(grants.subjectId, caseId), eq(grants.holderKind, 'applicant'), ne(grants.keyId, made.id)));
  await tx.delete(receipts).where(and(eq(receipts.caseId, caseId), ne(receipts.id, made.id)));
  await endUnlocksOf(tx, caseId);
  await recordLegal(tx, { organisationId, actorKind: 'applicant', action: 'receipt.renew', caseId, today });
}
