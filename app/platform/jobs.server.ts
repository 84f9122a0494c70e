import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';

/** Tasks and what each needs. Handlers may run twice; nothing may happen twice. */
export type Tasks = {
  'mail:send': { mailId: string };
  'issues:digest': Record<string, never>;
  'issues:digest-organisation': { organisationId: string };
  'letters:send': { organisationId: string; letterId: string };
  'files:delete': { keys: string[] };
  'audit:seal': Record<string, never>;
  housekeeping: Record<string, never>;
};

/** Anything that can run SQL inside the command's transaction. */
type Executor = Pick<Tx, 'execute'>;

/**
 * Puts work on the queue inside the transaction: it runs if, and only if, the command commits.
 * `key` makes a second enqueueing replace the first while it waits.
 */
export async function enqueue<Task extends keyof Tasks>(
  tx: Executor,
  task: Task,
  payload: Tasks[Task],
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await tx.execute(
    sql`select app.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${options.key ?? null}, ${options.runAt?.toISOString() ?? null})`,
  );
}
