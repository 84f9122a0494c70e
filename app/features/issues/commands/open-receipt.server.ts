import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import { isReceiptRight } from '../receipts.server.ts';
import { readReceipt } from '../rules/receipt.ts';

/** One report, and the right to follow it. */
export type ReceiptHolder = { issueId: string; organisationId: string };
export type ReceiptRefusal = 'issues.receipt.error.wrong' | 'common.error.too-many';

type Found = { issue_id: string; organisation_id: string; secret_hmac: string };

/** Compared with when there is no such locator, so that a wrong one takes the same work as a wrong secret. */
const NOTHING = '0'.repeat(64);

/**
 * Whose receipt this is. An unknown locator, a wrong secret and a text that is no code get one answer. Guesses are
 * limited per network: six wrong ones in ten minutes, right ones do not count. A text that cannot be a code is no guess.
 */
export async function openReceipt(
  { clientKey }: { clientKey: string },
  typed: string,
): Promise<Result<ReceiptHolder, ReceiptRefusal>> {
  const receipt = readReceipt(typed);
  if (!receipt) return refuse('issues.receipt.error.wrong', 'code');
  if (!(await withinLimit('receipt', clientKey))) return refuse('common.error.too-many', 'code');
  const [found] = await appDb.execute<Found>(
    sql`select issue_id, organisation_id, secret_hmac from app.find_receipt(${receipt.locator})`,
  );
  if (!isReceiptRight(receipt, found?.secret_hmac ?? NOTHING) || !found)
    return refuse('issues.receipt.error.wrong', 'code');
  await forgive('receipt', clientKey);
  return ok({ issueId: found.issue_id, organisationId: found.organisation_id });
}
