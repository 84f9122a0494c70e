import { bytesToHex, concatBytes, equalBytes as equal, randomBytes as random } from '@noble/ciphers/utils.js';
import { VaultError } from './errors.ts';

const encoder = new TextEncoder();
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** A text as bytes: UTF-8 of its NFC form, so that one text has one form whichever keyboard made it. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text.normalize('NFC'));
}

/** Bytes as text; throws {@link VaultError} (bad-shape) when they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new VaultError('bad-shape');
  }
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...parts);
}

/** base64url without padding (RFC 4648 section 5): safe in cookies, forms and addresses. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(bytes.length - at, 3) + 1;
    for (let letter = 0; letter < letters; letter += 1) text += ALPHABET[(group >> (18 - 6 * letter)) & 63];
  }
  return text;
}

/** The reverse of {@link toBase64}; throws {@link VaultError} (bad-shape) on anything it would not have written itself. */
export function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let group = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    const value = VALUES.get(letter);
    if (value === undefined) throw new VaultError('bad-shape');
    group = ((group << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (group >> bits) & 255;
      at += 1;
    }
  }
  // A lone letter, or bits left over that no byte holds: two texts would mean the same bytes.
  if (bits >= 6 || (group & ((1 << bits) - 1)) !== 0) throw new VaultError('bad-shape');
  return bytes;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return bytesToHex(bytes);
}

/** Whether both hold the same bytes; takes as long for any two of one length. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return equal(a, b);
}

/** `length` bytes of the platform's random source (`crypto.getRandomValues`), in browser and server alike. */
export function randomBytes(length: number): Uint8Array {
  return random(length);
}

/**
 * Parts of an address as one unambiguous line of bytes: `v1|table|case|…`. A part that holds `|` could pretend to be two
 * and is refused ({@link VaultError}, bad-shape), and so is an empty one.
 */
export function contextOf(...parts: readonly (string | number | boolean)[]): Uint8Array {
  return lineOf('v1', parts);
}

/** The same for an address of a later shape, which begins with its version. */
export function laterContextOf(version: 'v2', ...parts: readonly (string | number | boolean)[]): Uint8Array {
  return lineOf(version, parts);
}

function lineOf(version: string, parts: readonly (string | number | boolean)[]): Uint8Array {
  const words = parts.map(String);
  if (words.some((word) => word === '' || word.includes('|'))) throw new VaultError('bad-shape');
  return utf8([version, ...words].join('|'));
}
