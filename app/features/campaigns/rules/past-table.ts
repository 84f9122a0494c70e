import { isReportable, type CategoryKey } from '#app/features/issues/rules/categories.ts';
import { categoryNamed, readDay, regionNamed } from '#app/features/issues/rules/import-table.ts';
import { campaigns as azNames } from '#app/i18n/messages/az/campaigns.ts';
import { campaigns as enNames } from '#app/i18n/messages/en/campaigns.ts';
import { campaigns as ruNames } from '#app/i18n/messages/ru/campaigns.ts';
import { fold } from '#app/kernel/az-text.ts';
import { LOCALES, type Locale } from '#app/kernel/locale.ts';
import { LIMITS } from '../forms.ts';
import { PROVEN_OUTCOMES, type Outcome } from './lifecycle.ts';

/** Campaigns from before, out of a table: what its columns mean and what each row would become. Pure: the file is read elsewhere. */
export const PAST_COLUMNS = [
  'title',
  'category',
  'region',
  'place',
  'started',
  'ended',
  'summary',
  'demand',
  'body',
  'before',
  'after',
  'evidence',
  'verifier',
  'verified',
  'outcome',
] as const;
export type PastColumn = (typeof PAST_COLUMNS)[number];
const OPTIONAL: readonly PastColumn[] = ['place', 'started', 'summary', 'body'];
export const PAST_REQUIRED: readonly PastColumn[] = PAST_COLUMNS.filter((column) => !OPTIONAL.includes(column));

/** Names of the columns as people write them, compared folded. The first of each language stands in the template. */
const HEADERS: Record<PastColumn, Record<Locale, readonly string[]>> = {
  title: { az: ['Kampaniya', 'Başlıq', 'Ad'], en: ['Campaign', 'Title', 'Name'], ru: ['Кампания', 'Название'] },
  category: { az: ['Kateqoriya', 'Mövzu'], en: ['Category', 'Theme'], ru: ['Категория', 'Тема'] },
  region: { az: ['Rayon', 'Şəhər'], en: ['District', 'Region', 'City'], ru: ['Район', 'Город'] },
  place: { az: ['Yer', 'Kənd'], en: ['Place', 'Village'], ru: ['Место', 'Село'] },
  started: { az: ['Başlanğıc', 'Başladı'], en: ['Started', 'Start', 'From'], ru: ['Начало'] },
  ended: { az: ['Son', 'Bitdi', 'İl'], en: ['Ended', 'End', 'Year'], ru: ['Конец', 'Окончание', 'Год'] },
  summary: { az: ['Qısaca', 'Təsvir'], en: ['Summary', 'Description'], ru: ['Кратко', 'Описание'] },
  demand: { az: ['Tələb'], en: ['Demand', 'Ask'], ru: ['Требование'] },
  body: { az: ['Qurum', 'Kimə'], en: ['Authority', 'Body', 'Addressee'], ru: ['Орган', 'Кому'] },
  before: { az: ['Əvvəl'], en: ['Before'], ru: ['До', 'Было'] },
  after: { az: ['Sonra', 'İndi'], en: ['After', 'Now'], ru: ['После', 'Стало'] },
  evidence: {
    az: ['Sübutun ünvanı', 'Sübut'],
    en: ['Evidence address', 'Evidence'],
    ru: ['Ссылка на доказательство', 'Доказательство'],
  },
  verifier: { az: ['Kim yoxlayıb', 'Yoxlayan'], en: ['Verified by', 'Verifier'], ru: ['Кто проверил', 'Проверил'] },
  verified: { az: ['Yoxlanılıb', 'Yoxlama günü'], en: ['Verified on'], ru: ['Проверено', 'Дата проверки'] },
  outcome: { az: ['Nəticə'], en: ['Outcome', 'Result'], ru: ['Результат', 'Итог'] },
};

/** Besides the state's own name in each language, what people write instead. */
const OUTCOME_NAMES: Record<Outcome, readonly string[]> = {
  won: ['nail olunub', 'uğurlu', 'успех'],
  partly_won: ['qismən', 'частично'],
  not_won: ['alınmadı', 'не удалось'],
};

export type PastErrorCode = 'missing' | 'long' | 'short' | 'unknown' | 'day' | 'future' | 'order' | 'url' | 'sensitive';
export type PastError = { column: PastColumn; code: PastErrorCode };
export type PastRow = {
  title: string;
  category: CategoryKey;
  region: string;
  place: string;
  /** Days of the calendar, `YYYY-MM-DD`. */
  started: string | null;
  ended: string;
  summary: string;
  demand: string;
  body: string;
  before: string;
  after: string;
  evidence: string;
  verifier: string;
  verified: string;
  outcome: Outcome;
};

const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[\s_]+/gu, ' ')
    .trim();
const COLUMN_OF = new Map(
  PAST_COLUMNS.flatMap((column) => [
    [column, column] as const,
    ...LOCALES.flatMap((locale) => HEADERS[column][locale].map((name) => [plain(name), column] as const)),
  ]),
);
const OUTCOME_OF = new Map(
  (Object.keys(OUTCOME_NAMES) as Outcome[]).flatMap((outcome) =>
    [
      outcome,
      azNames[`campaigns.state.${outcome}`],
      enNames[`campaigns.state.${outcome}`],
      ruNames[`campaigns.state.${outcome}`],
      ...OUTCOME_NAMES[outcome],
    ].map((name) => [plain(name), outcome] as const),
  ),
);

/** The header that the template shows in a language. */
export function pastHeaderOf(column: PastColumn, locale: Locale): string {
  return HEADERS[column][locale][0] ?? column;
}

export type PastHeader = { columns: Map<PastColumn, number>; missing: PastColumn[]; ignored: string[] };

/** Finds the columns by their names, in any order and language; the first of two alike counts, unknown ones are left out. */
export function readPastHeader(cells: readonly string[]): PastHeader {
  const columns = new Map<PastColumn, number>();
  const ignored: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const column = COLUMN_OF.get(plain(cell));
    if (column && !columns.has(column)) columns.set(column, at);
    else if (cell.trim() !== '') ignored.push(cell.trim());
  }
  return { columns, missing: PAST_REQUIRED.filter((column) => !columns.has(column)), ignored };
}

/** One campaign twice in a table, or once here already: same title and day of its end. */
export function pastKey({ title, ended }: Pick<PastRow, 'title' | 'ended'>): string {
  return `${plain(title)}\n${ended}`;
}

/** A day, or a year alone: its first day where something begins, its last where it ends. */
function readPastDay(text: string, edge: '01-01' | '12-31'): string | undefined {
  return readDay(/^(19|20)\d\d$/.test(text) ? `${text}-${edge}` : text);
}

const LONGEST: Partial<Record<PastColumn, number>> = {
  title: LIMITS.title,
  place: LIMITS.place,
  summary: LIMITS.summary,
  demand: LIMITS.demand,
  body: 200,
  before: LIMITS.outcome,
  after: LIMITS.outcome,
  evidence: LIMITS.url,
  verifier: 200,
};

/**
 * Reads a row. `today` is the present day in the country. A case needs before, after, who verified it and when; a won one
 * evidence as well. Names every wrong cell, not only the first.
 */
export function readPastRow(
  cells: readonly string[],
  { columns }: PastHeader,
  today: string,
): { row: PastRow } | { errors: PastError[] } {
  const errors: PastError[] = [];
  const wrong = (column: PastColumn, code: PastErrorCode): undefined => void errors.push({ column, code });
  const cell = (column: PastColumn): string => (cells[columns.get(column) ?? -1] ?? '').trim();
  const text = (column: PastColumn, least = 1): string => {
    const value = cell(column);
    if (value === '' && !OPTIONAL.includes(column)) wrong(column, 'missing');
    else if (value !== '' && value.length < least) wrong(column, 'short');
    else if (value.length > (LONGEST[column] ?? LIMITS.story)) wrong(column, 'long');
    return value;
  };
  const named = <T>(column: PastColumn, read: (value: string) => T | undefined): T | undefined => {
    const value = cell(column);
    const found = value === '' ? undefined : read(value);
    return found ?? wrong(column, value === '' ? 'missing' : 'unknown');
  };
  const day = (column: PastColumn, edge: '01-01' | '12-31'): string | undefined => {
    const value = cell(column);
    if (value === '') return OPTIONAL.includes(column) ? undefined : wrong(column, 'missing');
    const found = readPastDay(value, edge);
    if (found === undefined) return wrong(column, 'day');
    // The year that runs is not over: its last day stands for "until today".
    if (found > today) return /^\d{4}$/.test(value) && value === today.slice(0, 4) ? today : wrong(column, 'future');
    return found;
  };
  const title = text('title', 5);
  const category = named('category', categoryNamed);
  if (category && !isReportable(category)) wrong('category', 'sensitive');
  const region = named('region', regionNamed);
  const outcome = named('outcome', (value) => OUTCOME_OF.get(plain(value)));
  const started = day('started', '01-01') ?? null;
  const ended = day('ended', '12-31');
  const verified = day('verified', '12-31');
  if (started !== null && ended !== undefined && started > ended) wrong('started', 'order');
  const rest = {
    place: text('place'),
    summary: text('summary'),
    demand: text('demand', 5),
    body: text('body'),
    before: text('before', 5),
    after: text('after', 5),
    verifier: text('verifier', 3),
  };
  const evidence = cell('evidence');
  const isProven = outcome !== undefined && (PROVEN_OUTCOMES as readonly Outcome[]).includes(outcome);
  if (evidence === '' && isProven) wrong('evidence', 'missing');
  else if (evidence !== '' && !(/^https?:\/\/\S+$/i.test(evidence) && URL.canParse(evidence))) wrong('evidence', 'url');
  else if (evidence.length > LIMITS.url) wrong('evidence', 'long');
  if (errors.length > 0 || !category || !region || !outcome || ended === undefined || verified === undefined)
    return { errors };
  return { row: { title, category, region, started, ended, evidence, verified, outcome, ...rest } };
}
