import { describe, expect, it } from 'vitest';
import { missingImprint } from '#app/features/elections/rules/imprint.ts';
import { seatsFor, signaturesFor } from '#app/features/elections/rules/municipality.ts';
import { looksLikeSigners } from '#app/features/elections/rules/no-signers.ts';

describe('seats and signatures by size', () => {
  const TABLE: [population: number, seats: number | null, signatures: number][] = [
    [1, 5, 15],
    [499, 5, 15],
    [500, 7, 15],
    [999, 7, 15],
    [1_000, 9, 15],
    [4_999, 9, 15],
    [5_000, 11, 30],
    [9_999, 11, 30],
    [10_000, 13, 50],
    [19_999, 13, 50],
    [20_000, 15, 75],
    [49_999, 15, 75],
    [50_000, 17, 100],
    [99_999, 17, 100],
    [100_000, 19, 150],
    [299_999, 19, 150],
    // The law's list of seats ends.
    [300_000, null, 150],
  ];
  for (const [population, seats, signatures] of TABLE)
    it(`${population} inhabitants`, () => {
      expect([seatsFor(population), signaturesFor(population)]).toEqual([seats, signatures]);
    });
});

describe('a label of the signature room', () => {
  it('may name a collector', () => {
    for (const label of ['Orxan', 'Qrup 2', 'Kənd mərkəzi', 'Leyla, Nigar'.split(',')[0] ?? '', 'Команда №3', 'A-12'])
      expect(looksLikeSigners(label), label).toBe(false);
  });

  it('may hold nobody’s document, telephone, birth date or list', () => {
    for (const text of [
      'AZE12345678',
      'AZE 12345678',
      'aa №1234567',
      '5ABC12D',
      '1234567',
      '050 123 45 67',
      '12.03.1980',
      'Əli, Vəli',
      'Əli\nVəli',
      'Əli; Vəli',
      'Əli | 12',
    ])
      expect(looksLikeSigners(text), text).toBe(true);
  });
});

describe('the imprint', () => {
  const whole = { producer: 'Mətbəə', orderer: 'Namizəd', printRun: 500, printedOn: '2025-01-10' };
  it('is whole with its four fields', () => expect(missingImprint(whole)).toEqual([]));
  it('names each field that is missing', () => {
    for (const field of ['producer', 'orderer', 'printRun', 'printedOn'] as const) {
      expect(missingImprint({ ...whole, [field]: field === 'printRun' ? 0 : ' ' })).toEqual([field]);
      expect(missingImprint({ ...whole, [field]: null })).toEqual([field]);
    }
    expect(missingImprint({})).toHaveLength(4);
  });
});
