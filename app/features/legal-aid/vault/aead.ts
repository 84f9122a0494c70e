import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { randomBytes } from './bytes.ts';
import { VaultError } from './errors.ts';

/** What XChaCha20-Poly1305 leaves: a random nonce of 24 bytes and the ciphertext with its tag of 16 bytes at the end. */
export type Sealed = { nonce: Uint8Array; ciphertext: Uint8Array };

export const KEY_LENGTH = 32;
export const NONCE_LENGTH = 24;
export const TAG_LENGTH = 16;

/** Refuses a key of a wrong length ({@link VaultError}, bad-shape) before anything is done with it. */
export function checkedKey(key: Uint8Array): Uint8Array {
  if (key.length !== KEY_LENGTH) throw new VaultError('bad-shape');
  return key;
}

/** Seals under `key` (32 bytes) so that it opens only beside the same `context` (draft-irtf-cfrg-xchacha section 2). */
export function seal(key: Uint8Array, context: Uint8Array, bytes: Uint8Array): Sealed {
  const nonce = randomBytes(NONCE_LENGTH);
  return { nonce, ciphertext: xchacha20poly1305(checkedKey(key), nonce, context).encrypt(bytes) };
}

/** Opens what {@link seal} made; throws {@link VaultError} when key, context, nonce or any byte is another. */
export function open(key: Uint8Array, context: Uint8Array, sealed: Sealed): Uint8Array {
  checkedKey(key);
  if (sealed.nonce.length !== NONCE_LENGTH) throw new VaultError('bad-shape');
  try {
    return xchacha20poly1305(key, sealed.nonce, context).decrypt(sealed.ciphertext);
  } catch {
    throw new VaultError('not-opened');
  }
}
