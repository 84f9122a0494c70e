import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, utf8 } from './bytes.ts';
import { VaultError } from './errors.ts';

/** A message to one public key: the sender's passing public key (32 bytes) and the ciphertext with its tag. */
export type HpkeMessage = { enc: Uint8Array; ciphertext: Uint8Array };

// RFC 9180 section 7: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.
const KEM = [0x00, 0x20];
const KDF = [0x00, 0x01];
const AEAD = [0x00, 0x03];
const KEM_SUITE = concat(utf8('KEM'), Uint8Array.from(KEM));
const SUITE = concat(utf8('HPKE'), Uint8Array.from([...KEM, ...KDF, ...AEAD]));
const VERSION = utf8('HPKE-v1');
const MODE_BASE = Uint8Array.of(0x00);
const NOTHING = new Uint8Array(0);
const PUBLIC_LENGTH = 32;

/** RFC 9180 section 4, LabeledExtract. */
function labeledExtract(suite: Uint8Array, salt: Uint8Array, label: string, ikm: Uint8Array): Uint8Array {
  return extract(sha256, concat(VERSION, suite, utf8(label), ikm), salt);
}

/** RFC 9180 section 4, LabeledExpand. */
function labeledExpand(
  suite: Uint8Array,
  prk: Uint8Array,
  label: string,
  info: Uint8Array,
  length: number,
): Uint8Array {
  const lengthBytes = Uint8Array.of(length >> 8, length & 255);
  return expand(sha256, prk, concat(lengthBytes, VERSION, suite, utf8(label), info), length);
}

/** RFC 9180 section 4.1: the shared secret of Encap and Decap. An all-zero agreement (section 7.1.4) is refused. */
function sharedSecret(secretKey: Uint8Array, publicKey: Uint8Array, enc: Uint8Array, receiver: Uint8Array): Uint8Array {
  const agreed = x25519.getSharedSecret(secretKey, publicKey);
  const prk = labeledExtract(KEM_SUITE, NOTHING, 'eae_prk', agreed);
  return labeledExpand(KEM_SUITE, prk, 'shared_secret', concat(enc, receiver), 32);
}

/** RFC 9180 section 5.1, KeySchedule in base mode; the nonce of the first and only message is the base nonce. */
function cipherOf(shared: Uint8Array, info: Uint8Array, aad: Uint8Array) {
  const pskIdHash = labeledExtract(SUITE, NOTHING, 'psk_id_hash', NOTHING);
  const infoHash = labeledExtract(SUITE, NOTHING, 'info_hash', info);
  const context = concat(MODE_BASE, pskIdHash, infoHash);
  const secret = labeledExtract(SUITE, shared, 'secret', NOTHING);
  const key = labeledExpand(SUITE, secret, 'key', context, 32);
  const nonce = labeledExpand(SUITE, secret, 'base_nonce', context, 12);
  return chacha20poly1305(key, nonce, aad);
}

/**
 * Single-shot HPKE in base mode (RFC 9180 section 6.1): only the holder of the secret half opens it, and only beside the
 * same `info` and `aad`. Throws {@link VaultError} (bad-shape) on a public key that is none.
 */
export function hpkeSeal(
  publicKey: Uint8Array,
  info: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array = NOTHING,
): HpkeMessage {
  try {
    const passing = x25519.keygen();
    const shared = sharedSecret(passing.secretKey, publicKey, passing.publicKey, publicKey);
    return { enc: passing.publicKey, ciphertext: cipherOf(shared, info, aad).encrypt(plaintext) };
  } catch {
    throw new VaultError('bad-shape');
  }
}

/** Opens what {@link hpkeSeal} made for the public half of `secretKey`; throws {@link VaultError} on anything else. */
export function hpkeOpen(
  secretKey: Uint8Array,
  info: Uint8Array,
  message: HpkeMessage,
  aad: Uint8Array = NOTHING,
): Uint8Array {
  if (secretKey.length !== PUBLIC_LENGTH || message.enc.length !== PUBLIC_LENGTH) throw new VaultError('bad-shape');
  try {
    const shared = sharedSecret(secretKey, message.enc, message.enc, x25519.getPublicKey(secretKey));
    return cipherOf(shared, info, aad).decrypt(message.ciphertext);
  } catch {
    throw new VaultError('not-opened');
  }
}
