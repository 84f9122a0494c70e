import { describe, expect, it } from 'vitest';
import { decodeTable, delimiterOf } from '#app/kernel/decode-table.ts';
import {
  headerOf,
  IMPORT_COLUMNS,
  importKey,
  readDay,
  readHeader,
  readImportRow,
} from '#app/features/issues/rules/import-table.ts';

const TODAY = '2026-11-22';
const header = readHeader(['Tarix', 'Başlıq', 'Təsvir', 'Rayon', 'Yer', 'Kateqoriya', 'Enlik', 'Uzunluq']);
const good = [
  '09.05.2024',
  'Su borusu partlayıb',
  'Yola axır',
  'Astara',
  'Kijəbə, məktəbin yanı',
  'İçməli su təchizatı',
  '38,53',
  '48.81',
];
const withCell = (column: string, value: string) =>
  good.map((cell, at) => (IMPORT_ORDER[at] === column ? value : cell));
const IMPORT_ORDER = ['date', 'title', 'details', 'region', 'place', 'category', 'latitude', 'longitude'];
const read = (cells: readonly string[]) => readImportRow(cells, header, TODAY);

describe('the header of a table', () => {
  it.each(['az', 'en', 'ru'] as const)('is found by the template’s names in %s, in any order', (locale) => {
    const names = IMPORT_COLUMNS.map((column) => headerOf(column, locale)).toReversed();
    const found = readHeader(names);
    expect([...found.columns.keys()].sort()).toEqual([...IMPORT_COLUMNS].sort());
    expect(found.missing).toEqual([]);
  });

  it('forgives spelling and names what is missing and what is not used', () => {
    const found = readHeader([' TARIX ', 'basliq', 'Telefon', 'Tarix', 'КАТЕГОРИЯ']);
    expect(found.columns.get('date')).toBe(0);
    expect(found.columns.get('title')).toBe(1);
    expect(found.missing).toEqual(['region', 'place']);
    expect(found.ignored).toEqual(['Telefon', 'Tarix']);
  });
});

describe('a row', () => {
  it('becomes a report', () => {
    expect(read(good)).toEqual({
      row: {
        date: '2024-05-09',
        title: 'Su borusu partlayıb',
        details: 'Yola axır',
        region: 'AZ-AST',
        place: 'Kijəbə, məktəbin yanı',
        category: 'water_supply',
        point: { lat: 38.53, lng: 48.81 },
      },
    });
  });

  it.each([
    ['date', '', 'required'],
    ['date', '31.02.2024', 'date'],
    ['date', 'dünən', 'date'],
    ['date', '23.11.2026', 'date-future'],
    ['title', '  ', 'required'],
    ['title', 'x'.repeat(121), 'too-long'],
    ['details', 'x'.repeat(4001), 'too-long'],
    ['place', '', 'required'],
    ['region', 'Atlantida', 'region'],
    ['category', 'nə bilim', 'category'],
    ['category', 'Erkən nikah', 'sensitive'],
    ['latitude', 'şimal', 'point'],
    ['longitude', '', 'point'],
    ['latitude', '60', 'outside'],
  ])('is refused for %s “%s”: %s', (column, value, code) => {
    expect(read(withCell(column, value))).toEqual({ errors: [{ column, code }] });
  });

  it('names every wrong cell', () => {
    const result = read(['', '', '', '', '', '', '', '']);
    expect('errors' in result && result.errors.map(({ column }) => column)).toEqual([
      'date',
      'title',
      'region',
      'place',
      'category',
    ]);
    expect(read([])).toHaveProperty('errors');
  });

  it.each([
    ['Astara rayonu', 'AZ-AST'],
    ['AZ-AST', 'AZ-AST'],
    ['Астара', 'AZ-AST'],
    ['Gəncə', 'AZ-GA'],
    ['Gəncə şəhəri', 'AZ-GA'],
    ['Шеки', 'AZ-SAK'],
    ['seki', 'AZ-SAK'],
    ['Şəki şəhəri', 'AZ-SA'],
  ])('knows the region “%s”', (name, code) => {
    const result = read(withCell('region', name));
    expect('row' in result && result.row.region).toBe(code);
  });

  it('is the same report however it is spelt', () => {
    const key = importKey({ date: '2024-05-09', title: 'Su borusu partlayıb', place: 'Kijəbə' });
    expect(importKey({ date: '2024-05-09', title: ' su  BORUSU partlayib', place: 'kijebe' })).toBe(key);
    expect(importKey({ date: '2024-05-10', title: 'Su borusu partlayıb', place: 'Kijəbə' })).not.toBe(key);
    expect(importKey({ date: '2024-05-09', title: 'Su borusu partlayıb', place: 'Pensər' })).not.toBe(key);
  });
});

describe('days', () => {
  it.each([
    ['2024-05-09', '2024-05-09'],
    ['2024-5-9', '2024-05-09'],
    ['2024-05-09 14:30', '2024-05-09'],
    ['9.5.2024', '2024-05-09'],
    ['09/05/2024', '2024-05-09'],
    ['09.05.24', '2024-05-09'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2023', undefined],
    ['13.13.2024', undefined],
    ['1850-01-01', undefined],
    ['5', undefined],
    ['', undefined],
  ])('%s → %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});

describe('the bytes of a table', () => {
  const bytesOf = (...bytes: number[]) => new Uint8Array(bytes);

  it('are read in the encoding they came in', () => {
    expect(decodeTable(new TextEncoder().encode('\ufeffTarix;Şəki'))).toEqual({
      text: 'Tarix;Şəki',
      encoding: 'utf-8',
    });
    // “Дата;Место” as an old Russian table program saves it.
    expect(decodeTable(bytesOf(0xc4, 0xe0, 0xf2, 0xe0, 0x3b, 0xcc, 0xe5, 0xf1, 0xf2, 0xee))).toEqual({
      text: 'Дата;Место',
      encoding: 'windows-1251',
    });
    // “Başlıq;Gün”, Turkish code page.
    expect(decodeTable(bytesOf(0x42, 0x61, 0xfe, 0x6c, 0xfd, 0x71, 0x3b, 0x47, 0xfc, 0x6e))).toEqual({
      text: 'Başlıq;Gün',
      encoding: 'windows-1254',
    });
    expect(decodeTable(bytesOf(0xff, 0xfe, 0x41, 0, 0x3b, 0, 0x42, 0))).toEqual({ text: 'A;B', encoding: 'utf-16le' });
  });

  it('are refused when they are no text', () => {
    expect(decodeTable(bytesOf(0x50, 0x4b, 3, 4, 0, 0, 0))).toBeNull();
    expect(decodeTable(bytesOf(0xff, 0xd8, 0xff, 0xe0, 0, 0x10))).toBeNull();
  });

  it.each([
    ['Tarix;Başlıq;Yer\n1,2;3;4', ';'],
    ['Date,Title,Place', ','],
    ['Дата\tМесто', '\t'],
    ['"a,b,c,d";x;y', ';'],
    ['tək', ';'],
    ['', ';'],
  ])('have their cells apart: %j', (text, sign) => {
    expect(delimiterOf(text)).toBe(sign);
  });
});
