/**
 * Brings a database to the present shape: roles, extensions, tables, the worker's schema, and the guards
 * (functions, policies, published views), which are applied whole each time. Safe to run again.
 * Needs DATABASE_ADMIN_URL (a superuser, or a role that may create roles and owns the database) and ICMA_SECRET.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations } from 'graphile-worker';
import postgres from 'postgres';
import { LOGIN_ROLES, rolePassword, roleUrl, SILENT_ROLES } from './roles.ts';

const here = (path: string) => new URL(path, import.meta.url);

/** Creates what is missing and sets the passwords; roles belong to the server, so two starts at once may meet here. */
async function createRoles(sql: postgres.Sql, secret: string): Promise<void> {
  await sql`select pg_advisory_lock(hashtext('icma-roles'))`;
  try {
    for (const role of SILENT_ROLES) await createRole(sql, role, 'NOLOGIN');
    for (const role of LOGIN_ROLES) await createRole(sql, role, `LOGIN PASSWORD '${rolePassword(secret, role)}'`);
  } finally {
    await sql`select pg_advisory_unlock(hashtext('icma-roles'))`;
  }
}

async function createRole(sql: postgres.Sql, role: string, login: string): Promise<void> {
  const [existing] = await sql`select 1 from pg_roles where rolname = ${role}`;
  await sql.unsafe(`${existing ? 'ALTER' : 'CREATE'} ROLE ${role} ${login} NOCREATEDB NOCREATEROLE NOINHERIT`);
  const [member] = await sql`select pg_has_role(current_user, ${role}, 'MEMBER') as yes`;
  if (!member?.yes) await sql.unsafe(`GRANT ${role} TO current_user WITH SET TRUE`);
}

async function applyGuards(sql: postgres.Sql): Promise<void> {
  const files = readdirSync(here('./guards/'))
    .filter((name) => name.endsWith('.sql'))
    .sort();
  await sql.begin(async (tx) => {
    for (const file of files) await tx.unsafe(readFileSync(here(`./guards/${file}`), 'utf8'));
  });
}

/**
 * Brings the database behind `adminUrl` to the present shape. A restore passes a folder with the first migrations
 * only and no guards, to make the tables as they were when the backup was taken.
 */
export async function migrateDatabase(
  adminUrl: string,
  secret: string,
  { migrationsFolder = fileURLToPath(here('./migrations')), withGuards = true } = {},
): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await createRoles(sql, secret);
    const database = new URL(adminUrl).pathname.slice(1);
    await sql.unsafe(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      REVOKE ALL ON DATABASE "${database}" FROM PUBLIC;
      GRANT CONNECT ON DATABASE "${database}" TO ${LOGIN_ROLES.join(', ')};
      GRANT CREATE, CONNECT ON DATABASE "${database}" TO icma_owner;
      GRANT CREATE, USAGE ON SCHEMA public TO icma_owner;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      CREATE SCHEMA IF NOT EXISTS graphile_worker AUTHORIZATION icma_worker;
    `);
    // Its installer says CREATE SCHEMA IF NOT EXISTS, for which PostgreSQL asks the right even when there is one.
    await sql.unsafe(`GRANT CREATE ON DATABASE "${database}" TO icma_worker`);
    await runMigrations({ connectionString: roleUrl(adminUrl, secret, 'icma_worker') });
    await sql.unsafe(`REVOKE CREATE ON DATABASE "${database}" FROM icma_worker`);
    await sql`set role icma_owner`;
    await migrate(drizzle(sql), { migrationsFolder });
    await sql`reset role`;
    if (withGuards) await applyGuards(sql);
  } finally {
    await sql.end();
  }
}

if (import.meta.main) {
  const { DATABASE_ADMIN_URL, ICMA_SECRET } = process.env;
  if (!DATABASE_ADMIN_URL || !ICMA_SECRET) throw new Error('DATABASE_ADMIN_URL and ICMA_SECRET must be set');
  await migrateDatabase(DATABASE_ADMIN_URL, ICMA_SECRET);
}
