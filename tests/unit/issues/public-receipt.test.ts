import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LOCATOR_DIGITS,
  readReceipt,
  receiptCode,
  receiptFrom,
  SECRET_DIGITS,
  SEED_DIGITS,
} from '#app/features/issues/rules/receipt.ts';

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const receipt = digits(SEED_DIGITS).map(receiptFrom);
/** What people put between digits. */
const gap = fc.constantFrom('', ' ', '  ', '-', '–', '\u00a0', '.', '\n', '\t');

describe('a receipt', () => {
  it('has 28 digits of which the first is 1 to 4', () => {
    fc.assert(
      fc.property(receipt, ({ locator, secret }) => {
        expect(locator).toMatch(new RegExp(`^[1-4]\\d{${LOCATOR_DIGITS - 1}}$`));
        expect(secret).toMatch(new RegExp(`^\\d{${SECRET_DIGITS}}$`));
      }),
    );
  });

  it('keeps the ends of its range', () => {
    expect(receiptFrom('0'.repeat(40))).toEqual({ locator: '10000000', secret: '0'.repeat(20) });
    expect(receiptFrom('00000000000039999999' + '9'.repeat(20))).toEqual({
      locator: '49999999',
      secret: '9'.repeat(20),
    });
    expect(receiptFrom('00000000000040000000' + '1'.repeat(20)).locator).toBe('10000000');
  });

  it('is read as people type it', () => {
    fc.assert(
      fc.property(receipt, fc.array(gap, { minLength: 28, maxLength: 28 }), (one, gaps) => {
        const typed = [...receiptCode(one)].map((digit, at) => digit + (gaps[at] ?? '')).join('');
        expect(readReceipt(`  ${typed} `)).toEqual(one);
      }),
    );
    expect(readReceipt('１２３４ 5678 9012 3456 7890 1234 5678')).toEqual({
      locator: '12345678',
      secret: '90123456789012345678',
    });
  });

  it.each([
    '',
    '1',
    '5'.repeat(28),
    '0'.repeat(28),
    '1'.repeat(27),
    '1'.repeat(29),
    `${'1'.repeat(27)}x`,
    '१'.repeat(28),
    '1e27',
  ])('is not “%s”', (typed) => {
    expect(readReceipt(typed)).toBeUndefined();
  });
});
