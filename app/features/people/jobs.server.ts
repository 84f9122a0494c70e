import { sql } from 'drizzle-orm';
import type { Task } from 'graphile-worker';
import { appDb } from '#db/client.server.ts';
import { now } from '#app/platform/clock.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { runImport } from './commands/import-people.server.ts';
import { UNDO_DAYS } from './rules/kinds.ts';

const DAY = 86_400_000;

/** Settles merges that can no longer be undone (db/guards/041-people.sql); tells how many there were. */
export async function settleMerges(at: Date): Promise<number> {
  const before = new Date(at.getTime() - UNDO_DAYS * DAY).toISOString();
  const rows = await appDb.execute<{ n: number }>(sql`select app.settle_merges(${before}::timestamptz) as n`);
  return rows[0]?.n ?? 0;
}

export const peopleTasks: Record<string, Task> = {
  'people:import': async (payload) => runImport(payload as Tasks['people:import'], now()),
  'people:settle-merges': async () => void (await settleMerges(now())),
};
