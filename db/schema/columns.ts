import { sql, type SQL } from 'drizzle-orm';
import { check, timestamp, uuid, type PgColumn } from 'drizzle-orm/pg-core';

/** Moments are stored with their zone and read as `Date`. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const id = () => uuid('id').primaryKey();

/** `column in ('a', 'b')` as a named constraint, so that the states in code and in the table are one list. */
export function oneOf(name: string, column: PgColumn, values: readonly string[]): ReturnType<typeof check> {
  const list: SQL = sql.raw(values.map((value) => `'${value}'`).join(', '));
  return check(name, sql`${column} in (${list})`);
}
