import { VaultError } from './errors.ts';

/** Short texts are filled to multiples of this, bytes. */
const STEP = 512;
/** Longer ones, above this size, to multiples of this size, bytes. */
const LARGE = 4096;

/** How long {@link pad} makes `length` bytes: multiples of 512 B up to 4 KiB, above that multiples of 4 KiB. */
export function paddedLength(length: number): number {
  const marked = length + 1;
  const step = marked <= LARGE ? STEP : LARGE;
  return Math.ceil(marked / step) * step;
}

/** Fills up with 80 00 00… (ISO/IEC 7816-4), so that a ciphertext tells only roughly how much was written. */
export function pad(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(paddedLength(bytes.length));
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  return padded;
}

/** The reverse of {@link pad}; throws {@link VaultError} (bad-shape) on bytes that it did not make. */
export function unpad(padded: Uint8Array): Uint8Array {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  if (end < 0 || padded[end] !== 0x80 || paddedLength(end) !== padded.length) throw new VaultError('bad-shape');
  return new Uint8Array(padded.subarray(0, end));
}
