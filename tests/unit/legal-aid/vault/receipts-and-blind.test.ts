import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blindIndex, nameTokens, normaliseForBlind } from '#app/features/legal-aid/vault/blind.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { makeKey } from '#app/features/legal-aid/vault/keys.ts';
import { formatReceipt, makeReceipt, parseReceipt } from '#app/features/legal-aid/vault/receipts.ts';
import { fold } from '#app/kernel/az-text.ts';

/** How far counts may stray from even, in chi-squared: the value that chance exceeds once in a million for `n` digits. */
const CHANCE: Readonly<Record<number, number>> = { 5: 33.4, 10: 45.1 };

function chiSquared(counts: number[], expected: number): number {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('a receipt', () => {
  const many = Array.from({ length: 20_000 }, makeReceipt);

  it('is 28 digits: 8 that find the case and 20 that open it', () => {
    for (const { digits, locator, secret } of many.slice(0, 500)) {
      expect(digits).toMatch(/^[5-9][0-9]{27}$/);
      expect(locator + secret).toBe(digits);
      expect(locator).toHaveLength(8);
    }
    expect(new Set(many.map(({ secret }) => secret)).size).toBe(many.length);
  });

  it('has every digit as often as the others, the first from 5 to 9', () => {
    const first = [5, 6, 7, 8, 9].map((digit) => many.filter(({ digits }) => digits.startsWith(String(digit))).length);
    expect(chiSquared(first, many.length / 5)).toBeLessThan(CHANCE[5] as number);
    const counts = Array<number>(10).fill(0);
    for (const { digits } of many) for (const digit of digits.slice(1)) (counts[Number(digit)] as number) += 1;
    expect(chiSquared(counts, (many.length * 27) / 10)).toBeLessThan(CHANCE[10] as number);
  });

  it('is read in any grouping, and written in one', () => {
    const digits = '5123456789012345678901234567';
    expect(formatReceipt(digits)).toBe('5123 4567 8901 2345 6789 0123 4567');
    const read = { locator: '51234567', secret: '89012345678901234567' };
    const typed = [
      digits,
      formatReceipt(digits),
      ' 51234567-8901 2345678901.234567 ',
      digits.split('').join('\u00a0'),
      digits.replace('8', '–8'),
    ];
    for (const text of typed) expect(parseReceipt(text)).toEqual(read);
  });

  it('is null when it is none, digits of other scripts included', () => {
    const digits = '5123456789012345678901234567';
    const wrong = [
      '',
      digits.slice(1),
      `${digits}0`,
      `4${digits.slice(1)}`,
      digits.replace('1', 'l'),
      digits.replaceAll('1', '١'),
      digits.replaceAll('1', '１'),
      `${digits}\u0000`,
    ];
    for (const text of wrong) expect(parseReceipt(text), text).toBeNull();
    expect(() => formatReceipt('12')).toThrow(VaultError);
  });
});

describe('a blind index', () => {
  const team = makeKey();
  const name = (text: string) => blindIndex(team, 'name', text);

  it('of a person is one, however the name is written', () => {
    const written = [
      'Əliyev Rəşad Qasım oğlu',
      'RƏŞAD ƏLİYEV Qasım',
      'eliyev resad qasim',
      ' Rəşad  Qasım-oğlu, Əliyev ',
      'Əliyev R\u0259s\u0327ad Qasım',
    ];
    expect(new Set(written.map(name)).size).toBe(1);
    expect(name('Quliyeva Şəhla Həsən qızı')).toBe(name('Şəhla Həsən Quliyeva'));
    expect(name('Гасымов Чингиз оглы')).toBe(name('Чингиз Гасымов'));
    expect(name('Şəki Çay')).toBe(name('Sheki Chay'));
    expect(name('Rəşad Əliyev')).not.toBe(name('Rəşad Quliyev'));
  });

  it('of a phone number is one, however it is written', () => {
    const written = [
      '0501234567',
      '050 123-45-67',
      '+994 50 123 45 67',
      '00994501234567',
      '994501234567',
      '501234567',
      '+994 (0)50 123 45 67',
    ];
    expect(new Set(written.map((text) => normaliseForBlind('phone', text)))).toEqual(new Set(['994501234567']));
    expect(normaliseForBlind('phone', '+7 903 123 45 67')).toBe('79031234567');
  });

  it('of a personal code is one in any case of letters', () => {
    expect(new Set(['5kx9qi2', '5KX9QI2', ' 5KX-9Qİ2 '].map((text) => blindIndex(team, 'fin', text))).size).toBe(1);
  });

  it('says nothing without the key, and does not confuse kinds', () => {
    expect(name('Rəşad')).toMatch(/^[0-9a-f]{64}$/);
    expect(blindIndex(makeKey(), 'name', 'Rəşad')).not.toBe(name('Rəşad'));
    expect(blindIndex(team, 'phone', '1234567')).not.toBe(blindIndex(team, 'fin', '1234567'));
  });

  it('is refused for nothing: empty fields are not one person', () => {
    for (const text of ['', ' - ', '!!!', 'oğlu']) expect(() => name(text)).toThrow(VaultError);
    expect(() => blindIndex(team, 'phone', 'yoxdur')).toThrow(VaultError);
  });

  it('folds as the rest of the project does, and the order of words never matters', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'əƏıIİiöüçşğŞĞqgjwabcdshkzyАәБғҒҝөүҹщьъ'),
      maxLength: 12,
      minLength: 1,
    });
    fc.assert(fc.property(letters, (word) => nameTokens(`${word} x1`).includes('x1')));
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(nameTokens(`${a} ${b}`)).toEqual(nameTokens(`${b} ${a}`));
        const folded = fold(a);
        if (folded !== '' && !/^(oglu|ogli|gizi|kizi|gyzy)$/.test(folded)) expect(nameTokens(a)).toEqual([folded]);
      }),
    );
  });
});
