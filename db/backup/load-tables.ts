import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type postgres from 'postgres';
import type { Ending, Manifest } from './manifest.ts';
import { BackupRefusal } from './refusal.ts';
import { copyTarget, countRows, listTables, quote, type CopiedTable } from './tables.ts';

/** Takes away everything that is in the database, so that it can be made anew. */
export async function emptyDatabase(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const schemas = await tx<{ name: string }[]>`
      select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`;
    for (const { name } of schemas) await tx.unsafe(`drop schema ${quote(name)} cascade`);
    await tx.unsafe(`create schema public; grant usage on schema public to public`);
  });
}

/** Fills the tables of a backup inside a transaction; pieces of one table come one after the other. */
export class TableLoader {
  #tx: postgres.TransactionSql;
  #kind: Manifest['kind'];
  #tables: Map<string, CopiedTable>;
  #current: { name: string; stream: Writable; done: Promise<void> } | undefined;
  /** Rows by `schema.table`. */
  readonly rows: Record<string, number> = {};

  constructor(tx: postgres.TransactionSql, manifest: Manifest) {
    this.#tx = tx;
    this.#kind = manifest.kind;
    this.#tables = new Map(manifest.tables.map((table) => [`${table.schema}.${table.name}`, table]));
  }

  /** Empties the tables; what migrations wrote into them is in the backup as well. */
  async prepare(): Promise<void> {
    const there = new Map(
      (await listTables(this.#tx, this.#kind)).map((table) => [`${table.schema}.${table.name}`, table]),
    );
    for (const [name, { columns }] of this.#tables) {
      const now = there.get(name)?.columns;
      const lost = columns.filter((column) => !now?.includes(column));
      if (!now || lost.length > 0) {
        throw new BackupRefusal(
          `This version has no place for ${name} (${lost.join(', ')}); restore with the version of the backup.`,
        );
      }
      this.rows[name] = 0;
    }
    // References are whole in the backup; checking them row by row would need an order that cycles do not have.
    await this.#tx`set local session_replication_role = replica`;
    await this.#tx`set local row_security = off`;
    const names = [...this.#tables.values()].map(({ schema, name }) => `${quote(schema)}.${quote(name)}`);
    // What refers to them and is not in this archive is empty: the tables were just made.
    await this.#tx.unsafe(`truncate ${names.join(', ')} cascade`);
  }

  async add(name: string, piece: Buffer): Promise<void> {
    if (this.#current?.name !== name) {
      await this.finish();
      const table = this.#tables.get(name);
      if (!table) throw new BackupRefusal(`The archive has rows of ${name}, which it does not describe.`);
      const stream = await this.#tx.unsafe(`copy ${copyTarget(table)} from stdin`).writable();
      const done = finished(stream, { readable: false });
      // Awaited at the table's end; until then a refused row must not count as an unhandled error.
      done.catch(() => undefined);
      this.#current = { name, stream, done };
    }
    const { stream, done } = this.#current;
    this.rows[name] = (this.rows[name] ?? 0) + countRows(piece);
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done]);
  }

  /** Ends the table at hand. */
  async finish(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    current?.stream.end();
    await current?.done;
  }

  /** Sets the sequences, frees the jobs that the old worker held, and compares with what was written. */
  async conclude({ rows, sequences }: Ending): Promise<void> {
    await this.finish();
    for (const { schema, name, value, isCalled } of sequences) {
      await this.#tx`select setval(${`${quote(schema)}.${quote(name)}`}::regclass, ${value}::bigint, ${isCalled})`;
    }
    const tx = this.#tx;
    await tx`update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null`;
    await tx`update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null`;
    requireRows(this.rows, rows);
  }
}

/** Refuses when the rows that came are not those that were written. */
export function requireRows(came: Record<string, number>, written: Record<string, number>): void {
  for (const [name, expected] of Object.entries(written)) {
    if (came[name] !== expected && (came[name] ?? 0) + expected > 0) {
      throw new BackupRefusal(`The archive is not whole: ${name} has ${came[name] ?? 0} of ${expected} rows.`);
    }
  }
}
