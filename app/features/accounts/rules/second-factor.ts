import { lowerPlain } from '#app/kernel/az-text.ts';

/** Steps of 30 seconds, six digits; a clock may be one step off. */
export const STEP_SECONDS = 30;
export const STEP_WINDOW = 1;

/** Ten codes of 24 letters (120 random bits each), so that a plain hash of one says nothing. */
export const RECOVERY_CODES = 10;
export const RECOVERY_LETTERS = 24;
/** Base32 of RFC 4648: no 0, 1, 8 or 9 to mistake for letters. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** The number of the 30-second step at a moment. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** A code works once: its step has to be later than the last one used. */
export function isFreshStep(step: number, lastStep: number | null): boolean {
  return lastStep === null || step > lastStep;
}

/** Random bytes (one a letter) → `abcd-efgh-…`; 256 is a multiple of 32, so every letter is as likely as another. */
export function recoveryCode(bytes: Uint8Array): string {
  return [...bytes]
    .map((byte) => ALPHABET[byte % 32])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** What was typed where a code is asked for: six digits are the app's code, 24 letters a recovery code. */
export function readCode(typed: string): { kind: 'totp' | 'recovery'; value: string } | null {
  const plain = lowerPlain(typed).replace(/[\s-]/g, '');
  if (/^\d{6}$/.test(plain)) return { kind: 'totp', value: plain };
  return plain.length === RECOVERY_LETTERS && [...plain].every((letter) => ALPHABET.includes(letter))
    ? { kind: 'recovery', value: plain }
    : null;
}
