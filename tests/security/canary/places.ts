import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import type postgres from 'postgres';
import { pdfText } from '#tests/support/pdf-text.ts';

/** Something that was written down somewhere: where, and what it says. */
export type Place = { where: string; text: string };

/** Every row of every table (the queue's too) as PostgreSQL writes it out, a place for each table. */
export async function tablesAsText(sql: postgres.Sql): Promise<Place[]> {
  const tables = await sql<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`;
  const places: Place[] = [];
  for (const { schema, name } of tables) {
    const rows = await sql<{ row: string }[]>`select t::text as row from ${sql(schema)}.${sql(name)} t`;
    places.push({ where: `table ${schema}.${name}`, text: rows.map(({ row }) => row).join('\n') });
  }
  return places;
}

/** Every file below a folder, whatever it is: as it lies there, and opened where it is a PDF, a zip (DOCX) or gzip. */
export function filesAsText(folder: string): Place[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return readings(readFileSync(path)).map((text) => ({ where: `file ${path.slice(folder.length + 1)}`, text }));
    });
}

/** What somebody who finds the bytes could read in them. */
export function readings(bytes: Buffer): string[] {
  const plain = [bytes.toString('utf8'), bytes.toString('utf16le')];
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return [...plain, pdfText(bytes)];
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return [...plain, ...zipEntries(bytes)];
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [...plain, gunzipSync(bytes).toString('utf8')];
  return plain;
}

/** The entries of a zip file by its central directory. */
function zipEntries(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const [method, size, start] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ];
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const content = bytes.subarray(from, from + size);
    texts.push((method === 8 ? inflateRawSync(content) : content).toString('utf8'));
  }
  return texts;
}
