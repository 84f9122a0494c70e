import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { hmac } from '#app/platform/crypto.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';

export type ConfirmRefusal = 'common.error.too-many' | 'not-found';

/**
 * "It concerns me too": counted once for each device and report. `device` is a random text from a cookie; what is kept
 * of it differs from report to report, so that nobody can read from the table which reports one device confirmed.
 */
export async function confirmIssue(
  { clientKey }: { clientKey: string },
  { ref, device }: { ref: number; device: string },
): Promise<Result<undefined, ConfirmRefusal>> {
  if (!(await withinLimit('confirm', clientKey))) return refuse('common.error.too-many');
  const [row] = await appDb.execute<{ found: boolean }>(
    sql`select app.confirm_issue(${ref}, ${hmac('confirmation', `${ref}:${device}`)}) as found`,
  );
  return row?.found ? ok() : refuse('not-found');
}
