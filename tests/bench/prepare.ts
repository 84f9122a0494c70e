import postgres from 'postgres';
import { migrateDatabase } from '#db/migrate.ts';
import { LOGIN_ROLES, roleUrl } from '#db/roles.ts';

/** The measuring database stands beside the instance's own on the same server, so that nobody's data is touched. */
const NAME = 'icma_bench';

export type BenchDatabase = { adminUrl: string; urls: Record<`DATABASE_${'APP' | 'PUBLIC' | 'AUTH' | 'WORKER'}_URL`, string> };

/** Makes (or finds again) the measuring database, migrated and with the demo story in it. */
export async function openBenchDatabase(serverUrl: string, secret: string, fresh: boolean): Promise<BenchDatabase> {
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    if (fresh) await server.unsafe(`drop database if exists ${NAME} with (force)`);
    const [found] = await server`select 1 from pg_database where datname = ${NAME}`;
    if (!found) await server.unsafe(`create database ${NAME} template template0 encoding 'UTF8'`);
  } finally {
    await server.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${NAME}`;
  await migrateDatabase(url.href, secret);
  const [app, open, auth, worker] = LOGIN_ROLES.map((role) => roleUrl(url.href, secret, role)) as [string, string, string, string];
  return { adminUrl: url.href, urls: { DATABASE_APP_URL: app, DATABASE_PUBLIC_URL: open, DATABASE_AUTH_URL: auth, DATABASE_WORKER_URL: worker } };
}

/** How many reports there are; the measured sizes are filled up to, never cut down. */
export async function countIssues(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from issues`;
  return row?.n ?? 0;
}
