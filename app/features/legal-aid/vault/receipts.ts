import { randomBytes } from './bytes.ts';
import { VaultError } from './errors.ts';

/** Digits that find the case; not secret. */
const LOCATOR_LENGTH = 8;
/** Digits of the whole receipt; the last 20 (66 bits) are the secret. */
const RECEIPT_LENGTH = 28;
/** The largest multiple of 10 (and of 5) that a byte holds: bytes from here on are thrown away, or low digits would win. */
const FAIR_BELOW = 250;

/**
 * A new receipt: 28 digits, the first of them 5–9 (so that it is never taken for the receipt of an issue report), each
 * uniform. `locator` (8 digits) may be stored; `secret` (20 digits) never: only what Argon2id makes of it.
 */
export function makeReceipt(): { digits: string; locator: string; secret: string } {
  const [first = 0, ...others] = fairBytes(RECEIPT_LENGTH);
  const digits = `${5 + (first % 5)}${others.map((byte) => byte % 10).join('')}`;
  return { digits, ...halves(digits) };
}

function fairBytes(count: number): number[] {
  const fair: number[] = [];
  while (fair.length < count) fair.push(...[...randomBytes(count)].filter((byte) => byte < FAIR_BELOW));
  return fair.slice(0, count);
}

function halves(digits: string): { locator: string; secret: string } {
  return { locator: digits.slice(0, LOCATOR_LENGTH), secret: digits.slice(LOCATOR_LENGTH) };
}

/** A receipt as somebody typed it, in any grouping with spaces, dashes or dots; null when it is none. Plain digits only. */
export function parseReceipt(text: string): { locator: string; secret: string } | null {
  const digits = text.replaceAll(/[\s\p{Dash}.]/gu, '');
  return /^[5-9][0-9]{27}$/.test(digits) ? halves(digits) : null;
}

/** 28 digits as people read them: 7 groups of 4. Throws {@link VaultError} (bad-shape) on anything but 28 digits. */
export function formatReceipt(digits: string): string {
  if (!/^[0-9]{28}$/.test(digits)) throw new VaultError('bad-shape');
  return (digits.match(/.{4}/g) ?? []).join(' ');
}
