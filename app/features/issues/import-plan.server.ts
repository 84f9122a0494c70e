import { CsvError, parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { TIME_ZONE } from '#app/kernel/dates.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { decodeTable, delimiterOf, type TableEncoding } from '#app/kernel/decode-table.ts';
import { importKey, readHeader, readImportRow, type ImportColumn, type ImportRow } from './rules/import-table.ts';
import type { ImportPreview, PreviewRow } from './staff-views.ts';

export const MAX_IMPORT_BYTES = 2 * 1024 * 1024;
export const MAX_IMPORT_ROWS = 1000;

export type TableRefusal =
  | 'issues.staff.import.error.no-file'
  | 'issues.staff.import.error.too-large'
  | 'issues.staff.import.error.not-a-table'
  | 'issues.staff.import.error.too-many-rows'
  | 'issues.staff.import.error.empty'
  | 'issues.staff.import.error.columns';

/** A table as read: text cells only, the header apart. `missing` columns make a refusal with their names. */
export type Table = {
  text: string;
  encoding: TableEncoding;
  header: ReturnType<typeof readHeader>;
  records: { cells: string[]; line: number }[];
};
export type TableResult = Result<Table, TableRefusal> & { missing?: ImportColumn[] };

/** Reads an uploaded file as a table. Nothing of it is trusted: size, encoding, shape and names are looked at first. */
export function readTable(bytes: Uint8Array): TableResult {
  if (bytes.length === 0) return refuse('issues.staff.import.error.no-file', 'file');
  if (bytes.length > MAX_IMPORT_BYTES) return refuse('issues.staff.import.error.too-large', 'file');
  const decoded = decodeTable(bytes);
  return decoded
    ? readTableText(decoded.text, decoded.encoding)
    : refuse('issues.staff.import.error.not-a-table', 'file');
}

export function readTableText(text: string, encoding: TableEncoding): TableResult {
  const parsed = parseRecords(text);
  if (!parsed) return refuse('issues.staff.import.error.not-a-table', 'file');
  const [head, ...records] = parsed;
  if (!head || records.length === 0) return refuse('issues.staff.import.error.empty', 'file');
  const header = readHeader(head.cells);
  if (header.missing.length > 0)
    return { ...refuse('issues.staff.import.error.columns', 'file'), missing: header.missing };
  if (records.length > MAX_IMPORT_ROWS) return refuse('issues.staff.import.error.too-many-rows', 'file');
  return ok({ text, encoding, header, records });
}

type RawRecord = { record: string[]; info: { lines: number } };

function parseRecords(text: string): Table['records'] | undefined {
  try {
    const found = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
      max_record_size: 64 * 1024,
      to: MAX_IMPORT_ROWS + 2,
    }) as unknown as RawRecord[];
    return found.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

export type Plan = ImportPreview & { ready: { row: ImportRow; line: number }[] };

/**
 * What an import would do, row by row: the dry run shows it and the import does it, so that the two cannot differ.
 * A row is a duplicate when an earlier row of the file, or a report of the organisation, has its day, title and place.
 */
export async function planImport(tx: Tx, organisationId: string, table: Table, now: Date): Promise<Plan> {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(now);
  const read = table.records.map(({ cells, line }) => ({
    cells,
    line,
    result: readImportRow(cells, table.header, today),
  }));
  const titles = read.flatMap(({ result }) => ('row' in result ? [result.row.title] : []));
  const known = await listKnownKeys(tx, organisationId, titles);
  const inFile = new Set<string>();
  const ready: Plan['ready'] = [];
  const rows = read.map(({ cells, line, result }): PreviewRow => {
    const cell = (column: ImportColumn) => (cells[table.header.columns.get(column) ?? -1] ?? '').slice(0, 160);
    const shown = {
      line,
      date: cell('date'),
      title: cell('title'),
      region: cell('region'),
      place: cell('place'),
      category: cell('category'),
    };
    if ('errors' in result) return { ...shown, outcome: 'wrong', errors: result.errors };
    const key = importKey(result.row);
    if (known.has(key)) return { ...shown, outcome: 'known', errors: [] };
    if (inFile.has(key)) return { ...shown, outcome: 'repeated', errors: [] };
    inFile.add(key);
    ready.push({ row: result.row, line });
    return { ...shown, outcome: 'ready', errors: [] };
  });
  return {
    rows,
    ready,
    encoding: table.encoding,
    ignored: table.header.ignored,
    counts: {
      ready: ready.length,
      duplicates: rows.filter(({ outcome }) => outcome === 'known' || outcome === 'repeated').length,
      wrong: rows.filter(({ outcome }) => outcome === 'wrong').length,
    },
  };
}

/** Keys of the organisation's reports that have one of the titles. An imported report's day is that of its first event. */
async function listKnownKeys(tx: Tx, organisationId: string, titles: readonly string[]): Promise<Set<string>> {
  if (titles.length === 0) return new Set();
  const rows = await tx.execute<{ date: string; title: string; place: string }>(sql`
    select i.title, i.place,
           to_char(coalesce((select min(e.created_at) from issue_events e where e.issue_id = i.id), i.created_at) at time zone ${TIME_ZONE}, 'YYYY-MM-DD') as date
    from issues i
    where i.organisation_id = ${organisationId}
      and app.fold(i.title) in (select app.fold(wanted.title) from jsonb_array_elements_text(${JSON.stringify(titles)}::jsonb) as wanted (title))`);
  return new Set(rows.map(importKey));
}
