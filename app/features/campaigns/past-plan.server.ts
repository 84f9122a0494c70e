import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaigns } from '#db/schema/index.ts';
import { decodeTable, delimiterOf } from '#app/kernel/decode-table.ts';
import type { Translate } from '#app/i18n/words.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { regionName } from '#app/kernel/regions.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import {
  PAST_COLUMNS,
  pastHeaderOf,
  pastKey,
  readPastHeader,
  readPastRow,
  type PastColumn,
  type PastHeader,
  type PastRow,
} from './rules/past-table.ts';
import type { PastPreview } from './rules/past-views.ts';

export const MAX_PAST_BYTES = 1024 * 1024;
export const MAX_PAST_ROWS = 200;

export type PastTableRefusal =
  `spread.past.error.${'no-file' | 'too-large' | 'not-a-table' | 'too-many-rows' | 'empty' | 'columns'}`;
export type PastTable = { text: string; header: PastHeader; records: { cells: string[]; line: number }[] };
export type PastTableResult = Result<PastTable, PastTableRefusal> & { missing?: PastColumn[] };

/** Reads an uploaded file as a table; nothing of it is trusted. */
export function readPastTable(bytes: Uint8Array): PastTableResult {
  if (bytes.length === 0) return refuse('spread.past.error.no-file', 'file');
  if (bytes.length > MAX_PAST_BYTES) return refuse('spread.past.error.too-large', 'file');
  const decoded = decodeTable(bytes);
  return decoded ? readPastText(decoded.text) : refuse('spread.past.error.not-a-table', 'file');
}

export function readPastText(text: string): PastTableResult {
  let found: { record: string[]; info: { lines: number } }[];
  try {
    found = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
      max_record_size: 128 * 1024,
      to: MAX_PAST_ROWS + 2,
    }) as unknown as typeof found;
  } catch (error) {
    if (error instanceof CsvError) return refuse('spread.past.error.not-a-table', 'file');
    throw error;
  }
  const [head, ...records] = found.map(({ record, info }) => ({ cells: record, line: info.lines }));
  if (!head || records.length === 0) return refuse('spread.past.error.empty', 'file');
  const header = readPastHeader(head.cells);
  if (header.missing.length > 0) return { ...refuse('spread.past.error.columns', 'file'), missing: header.missing };
  if (records.length > MAX_PAST_ROWS) return refuse('spread.past.error.too-many-rows', 'file');
  return ok({ text, header, records });
}

/** What an import would do: the dry run shows it and the import does it, so that the two cannot differ. */
export async function planPast(
  tx: Tx,
  organisationId: string,
  table: PastTable,
  now: Date,
): Promise<PastPreview & { ready: PastRow[] }> {
  const today = dayOf(now);
  const own = await tx
    .select({ title: campaigns.title, endedAt: campaigns.endedAt })
    .from(campaigns)
    .where(eq(campaigns.organisationId, organisationId));
  const known = new Set(
    own.flatMap(({ title, endedAt }) => (endedAt ? [pastKey({ title, ended: dayOf(endedAt) })] : [])),
  );
  const inFile = new Set<string>();
  const ready: PastRow[] = [];
  const rows = table.records.map(({ cells, line }): PastPreview['rows'][number] => {
    const cell = (column: PastColumn) => (cells[table.header.columns.get(column) ?? -1] ?? '').slice(0, 160);
    const shown = {
      line,
      title: cell('title'),
      region: cell('region'),
      ended: cell('ended'),
      outcome: cell('outcome'),
      errors: [],
    };
    const result = readPastRow(cells, table.header, today);
    if ('errors' in result) return { ...shown, verdict: 'wrong', errors: result.errors };
    const key = pastKey(result.row);
    if (known.has(key)) return { ...shown, verdict: 'known' };
    if (inFile.has(key)) return { ...shown, verdict: 'repeated' };
    inFile.add(key);
    ready.push(result.row);
    return { ...shown, verdict: 'ready' };
  });
  const count = (...verdicts: string[]) => rows.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return {
    rows,
    ready,
    ignored: table.header.ignored,
    counts: { ready: ready.length, duplicates: count('known', 'repeated'), wrong: count('wrong') },
  };
}

/** The table to fill in, in the person's language, as table programs here open it: semicolons and a byte-order mark. */
export function pastTemplate({ t, locale }: { t: Translate; locale: Locale }): string {
  const example: Record<PastColumn, string> = {
    title: t('spread.past.example.title'),
    category: t('category.street_light'),
    region: regionName('AZ-GA', locale),
    place: t('spread.past.example.place'),
    started: '15.02.2023',
    ended: '20.11.2023',
    summary: t('spread.past.example.summary'),
    demand: t('spread.past.example.demand'),
    body: t('spread.past.example.body'),
    before: t('spread.past.example.before'),
    after: t('spread.past.example.after'),
    evidence: 'https://icma.example/subut',
    verifier: t('spread.past.example.verifier'),
    verified: '25.11.2023',
    outcome: t('campaigns.state.won'),
  };
  return stringify(
    [PAST_COLUMNS.map((column) => pastHeaderOf(column, locale)), PAST_COLUMNS.map((column) => example[column])],
    { bom: true, delimiter: ';', record_delimiter: '\r\n' },
  );
}
