import { eq, sql } from 'drizzle-orm';
import { doneForms } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { Result } from '#app/kernel/result.ts';
import { hashedId } from '#app/platform/crypto.server.ts';

/**
 * Does a form's work once, as platform/once does, in the walled room's own table: a day instead of a moment and no name of
 * a command, so that nothing says when somebody asked for help. The outcome is identifiers and states, never words.
 */
export async function onceHere<T, Code extends string>(
  tx: LegalTx,
  { clientId, command, owner, today }: { clientId: string; command: string; owner: string; today: string },
  work: () => Promise<Result<T, Code>>,
): Promise<Result<T, Code>> {
  const id = hashedId(`legal/${command}/${owner}/${clientId}`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  const [earlier] = await tx.select().from(doneForms).where(eq(doneForms.id, id));
  if (earlier) return { ok: true, value: (earlier.outcome as { value: T }).value };
  const result = await work();
  if (result.ok) await tx.insert(doneForms).values({ id, outcome: { value: result.value }, onDay: today });
  return result;
}
