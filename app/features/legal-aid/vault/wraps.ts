import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { KEY_LENGTH, open, seal, type Sealed } from './aead.ts';
import { contextOf, randomBytes, utf8 } from './bytes.ts';
import { VaultError } from './errors.ts';

/** What a wrapping key is made of: a printed code, a passkey's PRF output, a session's cookie, a receipt's secret. */
export type WrapKind = 'recovery' | 'prf' | 'unlock' | 'receipt-key';

/** A wrapped secret as it lies in a row. */
export type Wrapped = Sealed;

const CODE_BYTES = 20;
const CODE_LETTERS = 32;
/** Thinner input would be guessable and must pass through Argon2id first. */
const LEAST_BYTES = 16;

/**
 * The wrapping key (32 bytes) of random bytes: HKDF-SHA256 (RFC 5869) without salt, info `vault/<kind>/v1`, so that one
 * input gives unrelated keys for unrelated uses. For random bytes only (16 or more); a passphrase goes through Argon2id.
 */
export function kekFromBytes(bytes: Uint8Array, kind: WrapKind): Uint8Array {
  if (bytes.length < LEAST_BYTES) throw new VaultError('bad-shape');
  return hkdf(sha256, bytes, undefined, utf8(`vault/${kind}/v1`), KEY_LENGTH);
}

/** Wraps a secret under a wrapping key; `context` says whose it is and what for (no `|`), and must be the same to unwrap. */
export function wrapSecret(kek: Uint8Array, bytes: Uint8Array, context: string): Wrapped {
  return seal(kek, contextOf('wrap', context), bytes);
}

/** Takes a secret out; throws {@link VaultError} when key, context or any byte is another. */
export function unwrapSecret(kek: Uint8Array, wrapped: Wrapped, context: string): Uint8Array {
  return open(kek, contextOf('wrap', context), wrapped);
}

/** Digits and letters that are not mistaken for each other on paper: no I, L, O, U. */
const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_VALUES = new Map([...CODE_ALPHABET].map((letter, value) => [letter, value]));
/** What hands write and keyboards type instead: look-alikes of the Latin alphabet, and Cyrillic keys with the same face. */
const LOOK_ALIKES = new Map([
  ...['O0', 'I1', 'İ1', 'L1', '|1'].map((pair): [string, string] => [pair[0] as string, pair[1] as string]),
  ...[...'АВЕКМНОРСТХ'].map((letter, at): [string, string] => [letter, 'ABEKMH0PCTX'[at] as string]),
]);

/**
 * A printed code of 160 random bits: 32 letters in groups of 4 with dashes. Whoever holds the paper opens the person's
 * vault: shown once, kept nowhere.
 */
export function makeRecoveryCode(): { text: string; bytes: Uint8Array } {
  const bytes = randomBytes(CODE_BYTES);
  return { text: recoveryText(bytes), bytes };
}

function recoveryText(bytes: Uint8Array): string {
  let letters = '';
  let group = 0;
  let bits = 0;
  for (const byte of bytes) {
    group = ((group << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      letters += CODE_ALPHABET[(group >> bits) & 31];
    }
  }
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/**
 * What somebody typed from the paper, as its 20 bytes, or null. Spaces, dashes, dots and lower case do not matter; O is 0,
 * I and L are 1, and Cyrillic letters that look Latin are taken as such.
 */
export function parseRecoveryCode(text: string): Uint8Array | null {
  const letters = [...text.normalize('NFC').replaceAll(/[\s\p{Dash}._]/gu, '')].map((letter) => {
    const upper = letter.toUpperCase();
    return LOOK_ALIKES.get(upper) ?? upper;
  });
  if (letters.length !== CODE_LETTERS) return null;
  const bytes = new Uint8Array(CODE_BYTES);
  let group = 0;
  let bits = 0;
  let at = 0;
  for (const letter of letters) {
    const value = CODE_VALUES.get(letter);
    if (value === undefined) return null;
    group = ((group << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (group >> bits) & 255;
      at += 1;
    }
  }
  return bytes;
}
