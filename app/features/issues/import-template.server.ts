import { stringify } from 'csv-stringify/sync';
import type { Translate } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { regionName } from '#app/kernel/regions.ts';
import { headerOf, IMPORT_COLUMNS, type ImportColumn } from './rules/import-table.ts';

/** The table to fill in, in the person's language, as table programs here open it: semicolons and a byte-order mark. */
export function importTemplate({ t, locale }: { t: Translate; locale: Locale }): string {
  const example: Record<ImportColumn, string> = {
    date: '09.05.2024',
    title: t('issues.staff.import.example.title'),
    details: t('issues.staff.import.example.details'),
    region: regionName('AZ-AST', locale),
    place: t('issues.staff.import.example.place'),
    category: t('category.water_supply'),
    latitude: '38.5314',
    longitude: '48.8155',
  };
  const lines = [
    IMPORT_COLUMNS.map((column) => headerOf(column, locale)),
    IMPORT_COLUMNS.map((column) => example[column]),
  ];
  return stringify(lines, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
}
