import { stringify } from 'csv-stringify/sync';
import { eq, is } from 'drizzle-orm';
import { getTableConfig, PgTable, type PgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '#db/client.server.ts';
import * as schema from '#db/schema/index.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { zipStream, type ZipEntry } from '#app/platform/zip-stream.server.ts';
import { SEALED_AT } from './sealed-at.server.ts';

/** A table of the team as anybody can read it: sealed texts opened, what serves only the machine left out. */
export type TakenTable = { name: string; columns: string[]; rows: Record<string, string>[] };

/** Her own scope, or that of an operator who broke the glass. */
type Reading = Extract<Scope, { kind: 'member' | 'glass' }>;
type OwnTable = { name: string; table: PgTable; organisation: PgColumn; columns: PgColumn[] };

/** Hashes, indexes and keys say nothing to a person. */
const FOR_THE_MACHINE = /_(hash|index|key)$|^organisation_id$|^client_id$|^origin_id$/;

/** Every table that holds something of an organisation, read from the schema itself: one added tomorrow goes out too. */
export function ownTables(): OwnTable[] {
  return (Object.values(schema) as unknown[])
    .filter((value): value is PgTable => is(value, PgTable))
    .map((table) => ({ table, ...getTableConfig(table) }))
    .filter((entry) => entry.schema === undefined)
    .flatMap(({ columns, name, table }) => {
      const organisation = columns.find((column) => column.name === 'organisation_id');
      return organisation ? [{ name, table, organisation, columns }] : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Columns of a team's tables that are sealed and that nothing here opens; for the test, which wants none. */
export const sealedWithoutKey = (): string[] =>
  ownTables().flatMap(({ columns, name }) =>
    columns
      .filter((column) => column.name.endsWith('cipher'))
      .map((column) => `${name}.${column.name}`)
      .filter((place) => !(place in SEALED_AT)),
  );

function textOf(
  place: string,
  value: unknown,
  row: Record<string, unknown>,
  { organisationId, kind }: Reading,
): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (place.endsWith('cipher')) {
    // Whoever breaks the glass reads what the team does, and whom it knows stays sealed.
    if (kind === 'glass') return '•••';
    const at = SEALED_AT[place];
    return typeof value === 'string' && at ? unseal(value, at(organisationId, row)) : '';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}

/** One table, whole, within the caller's scope: her own, or that of an operator who broke the glass. */
async function readTable(tx: Tx, own: OwnTable, scope: Reading): Promise<TakenTable> {
  const kept = own.columns.filter((column) => !FOR_THE_MACHINE.test(column.name));
  const rows = (await tx.select().from(own.table).where(eq(own.organisation, scope.organisationId))) as Record<
    string,
    unknown
  >[];
  const properties = Object.entries(own.table as unknown as Record<string, PgColumn>);
  const propertyOf = (column: PgColumn) => properties.find(([, one]) => one === column)?.[0] ?? column.name;
  return {
    name: own.name,
    columns: kept.map((column) => column.name),
    rows: rows.map((row) =>
      Object.fromEntries(
        kept.map((column) => [column.name, textOf(`${own.name}.${column.name}`, row[propertyOf(column)], row, scope)]),
      ),
    ),
  };
}

/** The team's tables that are not empty, one after the other: one is in memory at a time. */
export async function* readTeam(scope: Reading): AsyncGenerator<TakenTable, void, undefined> {
  yield {
    name: 'team_people',
    columns: ['id', 'name'],
    rows: await withScope(scope, (tx) =>
      tx.select({ id: schema.users.id, name: schema.users.name }).from(schema.users),
    ),
  };
  for (const own of ownTables()) {
    const table = await withScope(scope, (tx) => readTable(tx, own, scope));
    if (table.rows.length > 0) yield table;
  }
}

const bytes = (text: string) => new TextEncoder().encode(text);

async function* entries(scope: Extract<Scope, { kind: 'member' }>, about: string): AsyncGenerator<ZipEntry> {
  yield { name: 'READ-ME.txt', bytes: bytes(about) };
  for await (const { columns, name, rows } of readTeam(scope)) {
    // No cell that a table program would take for a formula; the mark in front tells it that this is UTF-8.
    const table = stringify(rows, { header: true, columns, escape_formulas: true });
    yield { name: `${name}.csv`, bytes: bytes(`\uFEFF${table}`) };
    yield { name: `${name}.json`, bytes: bytes(JSON.stringify(rows, null, 1)) };
  }
}

/** Everything the team has on this server, as an archive of tables: for reading (CSV) and for another program (JSON). */
export const takeOut = (scope: Extract<Scope, { kind: 'member' }>, about: string): AsyncGenerator<Uint8Array> =>
  zipStream(entries(scope, about));
