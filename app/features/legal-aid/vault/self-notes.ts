import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { checkedKey, KEY_LENGTH } from './aead.ts';
import { concat, utf8 } from './bytes.ts';

/**
 * The key of one person's own notes in one case (32 bytes): HKDF-SHA256 over the person's box secret and a version of the
 * case's key, info `vault/self/v1`. Both are needed: whoever else holds the case cannot open them, and once the case's
 * grants are erased its author cannot either. With lost box keys the notes are lost; nobody can grant them again.
 */
export function selfKey(boxSecret: Uint8Array, caseKey: Uint8Array): Uint8Array {
  return hkdf(sha256, concat(checkedKey(boxSecret), checkedKey(caseKey)), undefined, utf8('vault/self/v1'), KEY_LENGTH);
}
