import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { decodeTable, delimiterOf } from '#app/kernel/decode-table.ts';
import { sealBytes, unsealBytes } from '#app/platform/crypto.server.ts';
import { getFile, putFile } from '#app/platform/files.server.ts';

export const MOST_ROWS = 50_000;
export type TableRow = { cells: string[]; line: number };
type Refused =
  | 'people.import.error.no-file'
  | 'people.import.error.not-a-table'
  | 'people.import.error.empty'
  | 'people.import.error.too-many';

/** The rows of a table one after another, so that a large one is never held as rows. `line` counts as editors do. */
export async function* readRows(text: string): AsyncGenerator<TableRow> {
  const pieces = function* () {
    for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
  };
  const parser = Readable.from(pieces()).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(text.slice(0, 10_000)),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
      max_record_size: 64 * 1024,
    }),
  );
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
    yield { cells: record, line: info.lines };
}

export type TableHead = { text: string; header: string[]; sample: string[][]; rows: number };

/** Looks at an uploaded table: that it is one, its columns, its first rows and how many there are. */
export async function inspectTable(bytes: Uint8Array): Promise<Result<TableHead, Refused>> {
  if (bytes.length === 0) return refuse('people.import.error.no-file', 'file');
  const decoded = decodeTable(bytes);
  if (!decoded) return refuse('people.import.error.not-a-table', 'file');
  const { text } = decoded;
  let header: string[] | undefined;
  const sample: string[][] = [];
  let rows = 0;
  try {
    for await (const { cells } of readRows(text)) {
      if (!header) header = cells.map((cell) => cell.trim().slice(0, 80)).slice(0, 200);
      else {
        rows += 1;
        if (sample.length < 5) sample.push(cells);
      }
      if (rows > MOST_ROWS) return refuse('people.import.error.too-many', 'file');
    }
  } catch (error) {
    if (error instanceof CsvError) return refuse('people.import.error.not-a-table', 'file');
    throw error;
  }
  return header && rows > 0 ? ok({ text, header, sample, rows }) : refuse('people.import.error.empty', 'file');
}

const place = (importId: string) => `people-imports/${importId}`;

/** The table waits encrypted, bound to its import. */
export async function keepTable(key: string, importId: string, text: string): Promise<void> {
  await putFile(key, sealBytes(new TextEncoder().encode(text), place(importId)));
}

export async function openTable(key: string, importId: string): Promise<string | undefined> {
  const sealed = await getFile(key);
  return sealed ? new TextDecoder().decode(unsealBytes(sealed, place(importId))) : undefined;
}
