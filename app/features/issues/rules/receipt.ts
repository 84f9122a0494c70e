/**
 * A receipt: 28 digits that belong to one report and to nobody by name. The first 8 (the locator, starting 1–4) find
 * the report, the other 20 (66 bits) prove that one may follow it. Pure: where the digits come from is the command's
 * business.
 */
export const LOCATOR_DIGITS = 8;
export const SECRET_DIGITS = 20;
/** Digits that {@link receiptFrom} needs: two independent twenties. */
export const SEED_DIGITS = 40;

export type Receipt = { locator: string; secret: string };

const FIRST_LOCATOR = 10_000_000n;
const LOCATORS = 40_000_000n;

/** A receipt out of 40 random-looking digits. The locator lies in 10000000–49999999, so it is never mistaken for a telephone number. */
export function receiptFrom(digits: string): Receipt {
  const locator = FIRST_LOCATOR + (BigInt(digits.slice(0, 20)) % LOCATORS);
  return { locator: locator.toString(), secret: digits.slice(20, 20 + SECRET_DIGITS) };
}

/** The 28 digits as one text. */
export function receiptCode({ locator, secret }: Receipt): string {
  return locator + secret;
}

/** What a person typed: spaces, dashes, dots and full-width digits are forgiven; anything else is undefined. */
export function readReceipt(typed: string): Receipt | undefined {
  const plain = typed.normalize('NFKC').replaceAll(/[\s\p{Pd}.,·_]/gu, '');
  if (!/^[1-4]\d{27}$/.test(plain)) return undefined;
  return { locator: plain.slice(0, LOCATOR_DIGITS), secret: plain.slice(LOCATOR_DIGITS) };
}
