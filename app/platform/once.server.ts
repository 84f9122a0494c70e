import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { submissions } from '#db/schema/index.ts';
import type { Result } from '#app/kernel/result.ts';
import { hashedId } from './crypto.server.ts';

/**
 * Does a form's work once: the second sending of the same form gets the first one's outcome, also when both arrive
 * together. A refusal is not remembered, so that the corrected form may be sent under the same id.
 *
 * `owner` binds the form's id to a command and to an organisation or person: the same id used elsewhere is another form.
 * The outcome is kept for a month and read without a scope: identifiers and states only, never what somebody wrote.
 */
export async function once<T, Code extends string>(
  tx: Tx,
  { clientId, command, owner }: { clientId: string; command: string; owner: string },
  work: () => Promise<Result<T, Code>>,
): Promise<Result<T, Code>> {
  const id = hashedId(`${command}/${owner}/${clientId}`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  const [earlier] = await tx.select().from(submissions).where(eq(submissions.clientId, id));
  if (earlier) return { ok: true, value: (earlier.outcome as { value: T }).value };
  const result = await work();
  if (result.ok) await tx.insert(submissions).values({ clientId: id, command, outcome: { value: result.value } });
  return result;
}
