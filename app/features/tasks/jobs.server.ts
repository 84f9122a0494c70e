import { sql } from 'drizzle-orm';
import type { Task } from 'graphile-worker';
import { appDb } from '#db/client.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { PENDING_DAYS } from './rules/kinds.ts';

const DAY = 86_400_000;

/** Forgets join forms that nobody decided on for long, and what is left of those turned down; tells how many. */
export async function forgetJoining(at: Date): Promise<number> {
  const before = new Date(at.getTime() - PENDING_DAYS * DAY).toISOString();
  const rows = await appDb.execute<{ n: number }>(sql`select app.forget_join_submissions(${before}::timestamptz) as n`);
  return rows[0]?.n ?? 0;
}

export const taskTasks: Record<string, Task> = {
  'tasks:forget-joining': async () => void (await forgetJoining(now())),
};
