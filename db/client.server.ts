import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '#app/platform/env.server.ts';
import * as schema from './schema/index.ts';

/**
 * One pool a role. `appSql` works on tables under forced row-level security and is reached through
 * `withScope` only; `publicSql` sees the published views; `authSql` is the sign-in door.
 */
function pool(url: string, max: number): postgres.Sql {
  return postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: 'icma', statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 },
  });
}

const { DATABASE_APP_URL, DATABASE_AUTH_URL, DATABASE_POOL, DATABASE_PUBLIC_URL } = env();

export const appSql = pool(DATABASE_APP_URL, DATABASE_POOL);
export const publicSql = pool(DATABASE_PUBLIC_URL, DATABASE_POOL);
export const authSql = pool(DATABASE_AUTH_URL, Math.ceil(DATABASE_POOL / 2));

export const authDb = drizzle(authSql, { schema });

export const appDb = drizzle(appSql, { schema });
/** A transaction with a scope; commands and queries of members take this. */
export type Tx = Parameters<Parameters<typeof appDb.transaction>[0]>[0];

export async function closePools(): Promise<void> {
  await Promise.all([appSql.end({ timeout: 5 }), publicSql.end({ timeout: 5 }), authSql.end({ timeout: 5 })]);
}
