import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { watchedPromises } from '#db/schema/index.ts';

/**
 * Writes down that a promise became a campaign's demand, in the transaction that makes the demand. Answers false when the
 * promise is not the scope's own or became one already.
 */
export async function linkPromise(
  tx: Tx,
  { promiseId, demandId }: { promiseId: string; demandId: string },
): Promise<boolean> {
  const linked = await tx
    .update(watchedPromises)
    .set({ demandId })
    .where(and(eq(watchedPromises.id, promiseId), isNull(watchedPromises.demandId)))
    .returning({ id: watchedPromises.id });
  return linked.length > 0;
}
