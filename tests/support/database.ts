import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { LOGIN_ROLES, roleUrl } from '#db/roles.ts';
import { TEST_SECRET } from '#tests/support/temporary-database.mjs';

/** A database of one test file. `urls` are the connections of the roles that web and worker use. */
export interface TestDatabase {
  adminUrl: string;
  secret: string;
  urls: Record<(typeof LOGIN_ROLES)[number], string>;
  drop: () => Promise<void>;
}

/** The address of another database on the same server. */
export function databaseAt(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** Clones the migrated template (some 50 ms); `empty` gives a database without any table instead. */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = inject('testDatabaseAdminUrl');
  const name = `icma_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, (sql) =>
    empty
      ? sql`create database ${sql(name)} template template1`
      : cloneDatabase(sql, inject('testDatabaseTemplate'), name),
  );
  const adminUrl = databaseAt(server, name);
  return {
    adminUrl,
    secret: TEST_SECRET,
    urls: Object.fromEntries(
      LOGIN_ROLES.map((role) => [role, roleUrl(adminUrl, TEST_SECRET, role)]),
    ) as TestDatabase['urls'],
    drop: () => onServer(server, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  };
}

/** Clones a database that nobody is connected to, with the rights on the database itself, which are not cloned. */
export async function cloneDatabase(sql: postgres.Sql, template: string, name: string): Promise<void> {
  await sql`create database ${sql(name)} template ${sql(template)}`;
  await sql`revoke all on database ${sql(name)} from public`;
  for (const role of LOGIN_ROLES) await sql`grant connect on database ${sql(name)} to ${sql(role)}`;
}

/** Does something as the administrator of the test server, in no test's database. */
export async function onServer(url: string, work: (sql: postgres.Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
