import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { env } from './env.server.ts';

/**
 * "Encrypted" in our sense: under keys derived from the instance's secret, which is not in the database.
 * Every key has one purpose, and every ciphertext is bound to the place it belongs to.
 */
const keys = new Map<string, Buffer>();

function key(purpose: string): Buffer {
  let found = keys.get(purpose);
  if (!found) {
    found = Buffer.from(hkdfSync('sha256', Buffer.from(env().ICMA_SECRET, 'hex'), '', `icma/v1/${purpose}`, 32));
    keys.set(purpose, found);
  }
  return found;
}

/** Encrypts text for one place, named by `context` (`users.email`); the same context is needed to open it. */
export function seal(text: string, context: string): string {
  const nonce = randomBytes(24);
  const sealed = xchacha20poly1305(key('seal'), nonce, Buffer.from(context)).encrypt(Buffer.from(text, 'utf8'));
  return `v1.${Buffer.concat([nonce, sealed]).toString('base64url')}`;
}

/** Throws when the text was changed, moved to another place, or sealed under another secret. */
export function unseal(sealed: string, context: string): string {
  const [version, data] = sealed.split('.');
  if (version !== 'v1' || !data) throw new Error(`Unknown seal for ${context}`);
  const bytes = Buffer.from(data, 'base64url');
  const opened = xchacha20poly1305(key('seal'), bytes.subarray(0, 24), Buffer.from(context)).decrypt(
    bytes.subarray(24),
  );
  return Buffer.from(opened).toString('utf8');
}

/** The same for a file's bytes: a version byte, the nonce, what is sealed. */
export function sealBytes(bytes: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(24);
  const sealed = xchacha20poly1305(key('seal-bytes'), nonce, Buffer.from(context)).encrypt(bytes);
  return Buffer.concat([Buffer.from([1]), nonce, sealed]);
}

/** Throws as `unseal` does. */
export function unsealBytes(sealed: Uint8Array, context: string): Uint8Array {
  if (sealed[0] !== 1) throw new Error(`Unknown seal for ${context}`);
  return xchacha20poly1305(key('seal-bytes'), sealed.subarray(1, 25), Buffer.from(context)).decrypt(
    sealed.subarray(25),
  );
}

/** Equality without the value: the same normalised contact always gives the same index. */
export function blindIndex(kind: 'email' | 'phone', normalised: string): string {
  return createHmac('sha256', key('blind-index')).update(`${kind}:${normalised}`).digest('base64url');
}

/** HMAC under a purpose's own key, as hex. */
export function hmac(purpose: string, text: string): string {
  return createHmac('sha256', key(purpose)).update(text).digest('hex');
}

/** 256 random bits for links and cookies, safe in an address. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a random token: tokens carry enough chance of their own for a plain hash. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares two texts of equal length in constant time; unequal lengths are unequal. */
export function isSame(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Decimal digits from an HMAC, `count` at most 40: a 256-bit number leaves no visible bias. */
export function hmacDigits(purpose: string, text: string, count: number): string {
  const number = BigInt(`0x${hmac(purpose, text)}`) % 10n ** BigInt(count);
  return number.toString().padStart(count, '0');
}

/** A stable identifier made from a form's own random id, so that the table does not hold the id itself. */
export function hashedId(id: string): string {
  const hex = tokenHash(`icma-form:${id}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
