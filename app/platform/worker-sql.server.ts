import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from '#db/schema/index.ts';
import { env } from './env.server.ts';

/** The worker's own connections. Opened on first use, because the web process loads the same bundle. */
let opened: postgres.Sql | undefined;
let lent: { pool: postgres.Sql; db: PostgresJsDatabase<typeof schema> } | undefined;

const connect = (max: number) => postgres(env().DATABASE_WORKER_URL, { max, onnotice: () => undefined });

export function workerPool(): postgres.Sql {
  opened ??= connect(2);
  return opened;
}

/** The same for queries of drizzle, which makes connections unable to take a `Date`: it has one of its own. */
export function workerDb(): PostgresJsDatabase<typeof schema> {
  if (!lent) {
    const pool = connect(1);
    lent = { pool, db: drizzle(pool, { schema }) };
  }
  return lent.db;
}

export async function closeWorkerPool(): Promise<void> {
  await Promise.all([opened?.end({ timeout: 5 }), lent?.pool.end({ timeout: 5 })]);
}
