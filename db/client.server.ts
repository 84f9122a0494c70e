import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '#app/platform/env.server.ts';
import * as schema from './schema/index.ts';

const pools: postgres.Sql[] = [];

/**
 * One pool a role; legal aid's is in legal-aid-client.server.ts. `appSql` works on tables under forced row-level security
 * and is reached through `withScope` only; `publicSql` sees the published views; `authSql` is the sign-in door.
 */
export function pool(url: string, max: number): postgres.Sql {
  const opened = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: 'icma', statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 },
  });
  pools.push(opened);
  return opened;
}

const { DATABASE_APP_URL, DATABASE_AUTH_URL, DATABASE_POOL, DATABASE_PUBLIC_URL } = env();

export const appSql = pool(DATABASE_APP_URL, DATABASE_POOL);
export const publicSql = pool(DATABASE_PUBLIC_URL, DATABASE_POOL);
export const authSql = pool(DATABASE_AUTH_URL, Math.ceil(DATABASE_POOL / 2));

/**
 * The same pool, preparing each statement once on each connection. The query builder sends its statements unprepared,
 * which costs a round trip and a new plan for every one.
 */
export function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  type Work = (tx: postgres.TransactionSql) => unknown;
  const withPrepared = (work: unknown) =>
    typeof work === 'function' ? (tx: postgres.TransactionSql) => (work as Work)(preparing(tx)) : work;
  return new Proxy(client, {
    get(target, name) {
      const own = Reflect.get(target, name) as unknown;
      if (name === 'unsafe')
        return (query: string, params: never[], options?: object) =>
          target.unsafe(query, params, { ...options, prepare: true });
      if (name === 'begin' || name === 'savepoint')
        return (...args: unknown[]) => (own as (...args: unknown[]) => unknown)(...args.map(withPrepared));
      return own;
    },
  });
}

export const authDb = drizzle(preparing(authSql), { schema });

export const appDb = drizzle(preparing(appSql), { schema });
/** A transaction with a scope; commands and queries of members take this. */
export type Tx = Parameters<Parameters<typeof appDb.transaction>[0]>[0];

export async function closePools(): Promise<void> {
  await Promise.all(pools.map((opened) => opened.end({ timeout: 5 })));
}
