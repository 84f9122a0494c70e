import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { KEY_LENGTH } from './aead.ts';
import { concat, randomBytes } from './bytes.ts';
import { VaultError } from './errors.ts';

/** What only the person holds: an X25519 secret (`box`, receives keys) and an Ed25519 secret (`sign`, vouches). 32 bytes each. */
export type StaffSecret = { box: Uint8Array; sign: Uint8Array };

/** The public halves, 32 bytes each. */
export type StaffPublic = { box: Uint8Array; sign: Uint8Array };

/** New keys of a person; from the platform's random source. */
export function makeStaffKeys(): { secret: StaffSecret; public: StaffPublic } {
  const secret = { box: x25519.utils.randomSecretKey(), sign: ed25519.utils.randomSecretKey() };
  return { secret, public: publicOf(secret) };
}

/** The public halves that belong to a secret. */
export function publicOf(secret: StaffSecret): StaffPublic {
  return { box: x25519.getPublicKey(secret.box), sign: ed25519.getPublicKey(secret.sign) };
}

/** The public half of an X25519 secret. */
export function publicBox(boxSecret: Uint8Array): Uint8Array {
  return x25519.getPublicKey(boxSecret);
}

/** Both secrets as 64 bytes, box first: the form that is wrapped. */
export function packSecret(secret: StaffSecret): Uint8Array {
  return concat(secret.box, secret.sign);
}

/** The reverse of {@link packSecret}; throws {@link VaultError} (bad-shape) unless there are 64 bytes. */
export function unpackSecret(bytes: Uint8Array): StaffSecret {
  if (bytes.length !== 2 * KEY_LENGTH) throw new VaultError('bad-shape');
  return { box: new Uint8Array(bytes.subarray(0, KEY_LENGTH)), sign: new Uint8Array(bytes.subarray(KEY_LENGTH)) };
}

/** A new random key of 32 bytes: of a case, an identity, a bundle, a file, a team. */
export function makeKey(): Uint8Array {
  return randomBytes(KEY_LENGTH);
}
