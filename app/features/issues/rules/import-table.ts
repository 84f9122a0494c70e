import { fold } from '#app/kernel/az-text.ts';
import { isInsideCountryBounds } from '#app/kernel/geo.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { REGIONS, regionsForChoice, type LatLng } from '#app/kernel/regions.ts';
import { categories as azNames } from '#app/i18n/messages/az/categories.ts';
import { categories as enNames } from '#app/i18n/messages/en/categories.ts';
import { categories as ruNames } from '#app/i18n/messages/ru/categories.ts';
import { LIMITS } from '../forms.ts';
import { CATEGORY_KEYS, isReportable, type CategoryKey } from './categories.ts';

/** Old reports out of a table: what its columns mean, and what each row would become. Pure: the file itself is read elsewhere. */
export const IMPORT_COLUMNS = [
  'date',
  'title',
  'details',
  'region',
  'place',
  'category',
  'latitude',
  'longitude',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];
export const REQUIRED_COLUMNS: readonly ImportColumn[] = ['date', 'title', 'region', 'place', 'category'];

/** Names of the columns, as people write them in three languages; compared folded. The first of each language stands in the template. */
const HEADERS: Record<ImportColumn, Record<(typeof LOCALES)[number], readonly string[]>> = {
  date: { az: ['Tarix', 'Gün'], en: ['Date', 'Day', 'Reported on'], ru: ['Дата', 'День'] },
  title: {
    az: ['Başlıq', 'Problem', 'Mövzu'],
    en: ['Title', 'Issue', 'Problem', 'Subject'],
    ru: ['Заголовок', 'Проблема', 'Тема'],
  },
  details: {
    az: ['Təsvir', 'Ətraflı', 'Mətn'],
    en: ['Details', 'Description', 'Text'],
    ru: ['Описание', 'Подробности', 'Текст'],
  },
  region: {
    az: ['Rayon', 'Rayon və ya şəhər', 'Şəhər'],
    en: ['District', 'Region', 'City'],
    ru: ['Район', 'Регион', 'Город'],
  },
  place: { az: ['Yer', 'Ünvan', 'Kənd'], en: ['Place', 'Location', 'Address'], ru: ['Место', 'Адрес', 'Село'] },
  category: { az: ['Kateqoriya', 'Növ'], en: ['Category', 'Type'], ru: ['Категория', 'Вид'] },
  latitude: { az: ['Enlik', 'Enlik (lat)'], en: ['Latitude', 'Lat'], ru: ['Широта'] },
  longitude: { az: ['Uzunluq', 'Uzunluq (lng)'], en: ['Longitude', 'Lng', 'Lon'], ru: ['Долгота'] },
};

export type ColumnErrorCode =
  'required' | 'too-long' | 'date' | 'date-future' | 'region' | 'category' | 'sensitive' | 'point' | 'outside';
export type ColumnError = { column: ImportColumn; code: ColumnErrorCode };

/** What a good row becomes. `date` is a calendar day, `YYYY-MM-DD`. */
export type ImportRow = {
  date: string;
  title: string;
  details: string;
  region: string;
  place: string;
  category: CategoryKey;
  point: LatLng | null;
};

const plain = (text: string): string => fold(text).replaceAll(/\s+/gu, ' ').trim();

const COLUMN_OF = new Map(
  IMPORT_COLUMNS.flatMap((column) => [
    [column, column] as const,
    ...LOCALES.flatMap((locale) => HEADERS[column][locale].map((name) => [plain(name), column] as const)),
  ]),
);

/** The header that the template shows in a language. */
export function headerOf(column: ImportColumn, locale: (typeof LOCALES)[number]): string {
  return HEADERS[column][locale][0] ?? column;
}

export type Header = { columns: Map<ImportColumn, number>; missing: ImportColumn[]; ignored: string[] };

/** Finds the columns by their names, in any order and language; the first of two alike counts, unknown ones are left out. */
export function readHeader(cells: readonly string[]): Header {
  const columns = new Map<ImportColumn, number>();
  const ignored: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const column = COLUMN_OF.get(plain(cell));
    if (column && !columns.has(column)) columns.set(column, at);
    else if (cell.trim() !== '') ignored.push(cell.trim());
  }
  return { columns, missing: REQUIRED_COLUMNS.filter((column) => !columns.has(column)), ignored };
}

const CATEGORY_OF = new Map(
  CATEGORY_KEYS.flatMap((key) =>
    [key, azNames[`category.${key}`], enNames[`category.${key}`], ruNames[`category.${key}`]].map(
      (name) => [plain(name), key] as const,
    ),
  ),
);

const REGION_OF = new Map(
  // A citizens' choice first, so that the bare name of town and district means the district, as in their form.
  [
    ...REGIONS,
    ...regionsForChoice().map(({ code, full, short, regions }) => ({
      code: regions[0] ?? code,
      full,
      short,
      slug: code,
    })),
  ].flatMap((region) =>
    [region.code, region.slug, ...LOCALES.flatMap((locale) => [region.short[locale], region.full[locale]])].map(
      (name) => [plain(name), region.code] as const,
    ),
  ),
);

/** A category or a region by its key, code or name in any of the languages, however it is spelt; undefined for anything else. */
export const categoryNamed = (text: string): CategoryKey | undefined => CATEGORY_OF.get(plain(text));
export const regionNamed = (text: string): string | undefined => REGION_OF.get(plain(text));

/** `2024-05-09`, `09.05.2024`, `9/5/2024` or `9.5.24` → `2024-05-09`; undefined for anything that is no day of the calendar. */
export function readDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(text);
  const [year = '', month = '', day = ''] = iso ? iso.slice(1, 4) : local ? [local[3], local[2], local[1]] : [];
  if (year === '') return undefined;
  const whole = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${whole}T00:00:00Z`);
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole);
  return isReal && whole >= '1990-01-01' ? whole : undefined;
}

/** Two rows that say the same are one report: same day, title and place, however they are spelt. */
export function importKey({ date, title, place }: Pick<ImportRow, 'date' | 'title' | 'place'>): string {
  return [date, plain(title), plain(place)].join('\n');
}

/** Reads a row. `today` is the present day in the country (`YYYY-MM-DD`). Names every wrong cell, not only the first. */
export function readImportRow(
  cells: readonly string[],
  { columns }: Header,
  today: string,
): { row: ImportRow } | { errors: ColumnError[] } {
  const errors: ColumnError[] = [];
  const cell = (column: ImportColumn): string =>
    (cells[columns.get(column) ?? -1] ?? '').replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim();
  const wrong = (column: ImportColumn, code: ColumnErrorCode): undefined => void errors.push({ column, code });
  const words = (column: 'title' | 'details' | 'place'): string => {
    const value = column === 'details' ? cell(column) : cell(column).replaceAll(/\s+/gu, ' ');
    if (value === '' && REQUIRED_COLUMNS.includes(column)) wrong(column, 'required');
    if (value.length > LIMITS[column]) wrong(column, 'too-long');
    return value;
  };
  const known = <T>(column: ImportColumn, found: T | undefined, code: ColumnErrorCode): T | undefined =>
    cell(column) === '' ? wrong(column, 'required') : found === undefined ? wrong(column, code) : found;

  const date = known('date', readDay(cell('date')), 'date');
  if (date !== undefined && date > today) wrong('date', 'date-future');
  const title = words('title');
  const details = words('details');
  const region = known('region', REGION_OF.get(plain(cell('region'))), 'region');
  const place = words('place');
  const category = known('category', CATEGORY_OF.get(plain(cell('category'))), 'category');
  if (category !== undefined && !isReportable(category)) wrong('category', 'sensitive');
  const point = readPoint(cell('latitude'), cell('longitude'), wrong);
  if (errors.length > 0 || date === undefined || region === undefined || category === undefined) return { errors };
  return { row: { date, title, details, region, place, category, point } };
}

function readPoint(
  latitude: string,
  longitude: string,
  wrong: (column: ImportColumn, code: ColumnErrorCode) => undefined,
): LatLng | null {
  if (latitude === '' && longitude === '') return null;
  const number = (text: string) => (/^-?\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN);
  const point = { lat: number(latitude), lng: number(longitude) };
  if (Number.isNaN(point.lat)) wrong('latitude', 'point');
  if (Number.isNaN(point.lng)) wrong('longitude', 'point');
  if (Number.isNaN(point.lat + point.lng)) return null;
  if (!isInsideCountryBounds(point)) wrong('latitude', 'outside');
  return point;
}
