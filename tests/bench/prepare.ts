import postgres from 'postgres';
import { migrateDatabase } from '#db/migrate.ts';
import { LOGIN_ROLES, roleUrl } from '#db/roles.ts';
import { seedDemo } from '#db/seed/demo/seed-demo.ts';
import { seedManyIssues } from '#db/seed/many-issues.ts';
import { loadReference } from '#db/seed/reference/load.ts';

/** `refs`: the newest public reports. */
export type BenchDatabase = {
  refs: number[];
  urls: Record<`DATABASE_${'APP' | 'PUBLIC' | 'AUTH' | 'WORKER' | 'LEGAL'}_URL`, string>;
};

/**
 * Makes (or finds again) a measuring database with the demo story and `issues` invented reports. It stands beside the
 * instance's own on the same server, so that nobody's data is touched, and stays for the next run.
 */
export async function openBenchDatabase(
  serverUrl: string,
  secret: string,
  issues: number,
  fresh: boolean,
  say: (text: string) => void,
): Promise<BenchDatabase> {
  const name = `icma_bench_${issues}`;
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    if (fresh) await server.unsafe(`drop database if exists ${name} with (force)`);
    const [found] = await server`select 1 from pg_database where datname = ${name}`;
    if (!found) await server.unsafe(`create database ${name} template template0 encoding 'UTF8'`);
  } finally {
    await server.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrateDatabase(url.href, secret);
  const refs = await fill(url.href, issues, say);
  const [app, open, auth, worker, desk] = LOGIN_ROLES.map((role) => roleUrl(url.href, secret, role)) as [
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    refs,
    urls: {
      DATABASE_APP_URL: app,
      DATABASE_PUBLIC_URL: open,
      DATABASE_AUTH_URL: auth,
      DATABASE_WORKER_URL: worker,
      DATABASE_LEGAL_URL: desk,
    },
  };
}

/** Reads the story and fills up to `issues` reports; says how long it took through `say`. */
async function fill(adminUrl: string, issues: number, say: (text: string) => void): Promise<number[]> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const [someone] = await sql`select 1 from users limit 1`;
    if (!someone) {
      await loadReference(sql);
      await seedDemo(sql, new Date());
    }
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from issues`;
    const missing = issues - (row?.n ?? 0);
    if (missing > 0) {
      const from = performance.now();
      await seedManyIssues(sql, missing);
      say(`${missing} reports seeded in ${((performance.now() - from) / 1000).toFixed(0)} s`);
    }
    const newest = await sql<
      { ref: string }[]
    >`select ref from issues where is_public order by published_at desc limit 40`;
    return newest.map((entry) => Number(entry.ref));
  } finally {
    await sql.end();
  }
}
