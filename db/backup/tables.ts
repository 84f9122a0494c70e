import type postgres from 'postgres';

/** A table as it is copied: its columns without those that the database computes. */
export interface CopiedTable {
  schema: string;
  name: string;
  columns: string[];
}

/** Where a sequence stands. */
export interface SequenceState {
  schema: string;
  name: string;
  value: string;
  isCalled: boolean;
}

type Reader = postgres.Sql | postgres.TransactionSql;

/**
 * What goes into which archive. `instance` may be kept for years: the tables of the house, the jobs that wait, and what
 * legal aid has sealed. `keys` are the wrapped keys of legal aid, and must not be kept longer than a week (KEYS_KEPT_DAYS):
 * taking a key away is how a case is erased.
 */
export const ARCHIVE_KINDS = ['instance', 'keys'] as const;
export type ArchiveKind = (typeof ARCHIVE_KINDS)[number];
const SCHEMAS: Readonly<Record<ArchiveKind, readonly string[]>> = {
  instance: ['public', 'graphile_worker', 'legal'],
  keys: ['vault_keys'],
};
/** The worker's own record of its schema, which its installer writes; keys that somebody has open at this moment. */
const NOT_COPIED = ['graphile_worker.migrations', 'vault_keys.unlocks'];

/** All tables that belong into an archive. */
export async function listTables(sql: Reader, kind: ArchiveKind = 'instance'): Promise<CopiedTable[]> {
  const rows = await sql<CopiedTable[]>`
    select n.nspname as schema, c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname in ${sql([...SCHEMAS[kind]])} and c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname || '.' || c.relname not in ${sql(NOT_COPIED)}
    group by 1, 2
    order by 1, 2`;
  return [...rows];
}

/** Where all sequences stand. */
export async function listSequences(sql: Reader, kind: ArchiveKind = 'instance'): Promise<SequenceState[]> {
  const rows = await sql<{ schema: string; name: string }[]>`
    select schemaname as schema, sequencename as name from pg_sequences
    where schemaname in ${sql([...SCHEMAS[kind]])} order by 1, 2`;
  const states: SequenceState[] = [];
  for (const { schema, name } of rows) {
    const [state] = await sql<{ value: string; isCalled: boolean }[]>`
      select last_value::text as value, is_called as "isCalled" from ${sql(schema)}.${sql(name)}`;
    if (state) states.push({ schema, name, ...state });
  }
  return states;
}

/** The migrations that a database has seen, oldest first, by the hash of their text. */
export async function listMigrations(sql: Reader): Promise<string[]> {
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by created_at, id`;
  return rows.map(({ hash }) => hash);
}

/** `"schema"."name" (columns)` for COPY, which takes no parameters. */
export function copyTarget({ schema, name, columns }: CopiedTable): string {
  return `${quote(schema)}.${quote(name)} (${columns.map(quote).join(', ')})`;
}

/** An identifier as SQL writes it. */
export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** The rows in a piece of COPY's text form, where a line break inside a value is written `\\n` and a real one ends a row. */
export function countRows(bytes: Buffer): number {
  let rows = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) rows += 1;
  return rows;
}
