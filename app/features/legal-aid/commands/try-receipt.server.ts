import { eq } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import { readReceipt as readIssueReceipt } from '#app/features/issues/rules/receipt.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { openReceipt } from '../receipt.server.ts';
import { parseReceipt } from '../vault/receipts.ts';

export type TriedReceipt = { kind: 'issue' } | { kind: 'legal'; setCookie: string; isDraft: boolean };

/**
 * The digits that somebody typed. Unknown and wrong ones get one answer after the same work. Guesses are limited by
 * network and by locator, so that many networks together guess nothing either (right ones do not count), and by network whatever they are, since each costs a derivation. Digits of an
 * issue's receipt are said to be such by their first digit; nothing is looked up for that.
 */
export async function tryReceipt(
  { clientKey, now }: { clientKey: string; now: Date },
  typed: string,
): Promise<Result<TriedReceipt, 'legal-intake.error.code' | 'common.error.too-many'>> {
  const parsed = parseReceipt(typed);
  if (!parsed) return readIssueReceipt(typed) ? ok({ kind: 'issue' }) : refuse('legal-intake.error.code', 'code');
  // A network that is past its limit must not use up a locator's as well: others type that one.
  for (const [limit, subject] of [
    ['legal-receipt-typed', clientKey],
    ['legal-receipt', clientKey],
    ['legal-receipt-target', parsed.locator],
  ] as const)
    if (!(await withinLimit(limit, subject))) return refuse('common.error.too-many', 'code');
  const opened = await openReceipt(typed, now);
  if (!opened) return refuse('legal-intake.error.code', 'code');
  await forgive('legal-receipt', clientKey);
  await forgive('legal-receipt-target', parsed.locator);
  const { caseId, organisationId, setCookie } = opened;
  const [row] = await withLegalScope({ kind: 'legal_receipt', organisationId, caseId }, (tx) =>
    tx.select({ state: cases.state }).from(cases).where(eq(cases.id, caseId)),
  );
  return ok({ kind: 'legal', setCookie, isDraft: row?.state === 'draft' });
}
