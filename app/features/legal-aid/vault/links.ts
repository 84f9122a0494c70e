import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { checkedKey, KEY_LENGTH } from './aead.ts';
import { contextOf, equalBytes, toHex, utf8 } from './bytes.ts';

/**
 * Who made a version of a key. A grant (HPKE, base mode) says nothing of who granted: anybody who writes the database could
 * add a version of their own, and what is written from then on would be theirs. So a version is used only with a link: a
 * signature of somebody of the desk, or a MAC that only a holder of an earlier version, or the applicant, can make.
 */
export type VersionPlace = { kind: 'case' | 'identity' | 'bundle' | 'team'; subjectId: string; version: number };

/** The key itself is in the message as a hash: 256 random bits give nothing away by it. */
function message({ kind, subjectId, version }: VersionPlace, key: Uint8Array): Uint8Array {
  return contextOf('version', kind, subjectId, version, toHex(sha256(checkedKey(key))));
}

/** By a person of the desk, with the Ed25519 secret: 64 bytes. */
export function signVersion(signSecret: Uint8Array, place: VersionPlace, key: Uint8Array): Uint8Array {
  return ed25519.sign(message(place, key), signSecret);
}

export function isVersionSigned(
  signPublic: Uint8Array,
  place: VersionPlace,
  key: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== 64) return false;
  try {
    return ed25519.verify(signature, message(place, key), signPublic, { zip215: false });
  } catch {
    return false;
  }
}

/** By whoever holds `secret` (an earlier version of the key, or the applicant's X25519 secret): HMAC-SHA256, 32 bytes. */
export function macVersion(secret: Uint8Array, place: VersionPlace, key: Uint8Array): Uint8Array {
  return hmac(
    sha256,
    hkdf(sha256, checkedKey(secret), undefined, utf8('vault/link/v1'), KEY_LENGTH),
    message(place, key),
  );
}

export function isVersionMac(secret: Uint8Array, place: VersionPlace, key: Uint8Array, mac: Uint8Array): boolean {
  return equalBytes(macVersion(secret, place, key), mac);
}
