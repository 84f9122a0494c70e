import { checkedKey } from './aead.ts';
import { contextOf } from './bytes.ts';
import { VaultError } from './errors.ts';
import { hpkeOpen, hpkeSeal, type HpkeMessage } from './hpke.ts';

/**
 * Whose key is handed to whom: `kind` and `subjectId` name what it opens (a case, a case's identity, a bundle of cases,
 * the team's conflict key), `version` the key's number, `holderId` and `keyId` the person and the key it is handed to.
 */
export type GrantPlace = {
  kind: 'case' | 'identity' | 'bundle' | 'team';
  subjectId: string;
  version: number;
  holderId: string;
  keyId: string;
};

/** A granted key as it lies in a row. */
export type Grant = HpkeMessage;

/** The grant's place as HPKE `info`: a row copied to another case, version, person or key does not open. */
export function grantContext(place: GrantPlace): Uint8Array {
  if (!Number.isSafeInteger(place.version) || place.version < 1) throw new VaultError('bad-shape');
  return contextOf('grant', place.kind, place.subjectId, place.version, place.holderId, place.keyId);
}

/** Hands a key (32 bytes) to the holder of `holderPublicKey` (X25519, 32 bytes). Anybody can; no secret is needed. */
export function grantKey(key: Uint8Array, holderPublicKey: Uint8Array, place: GrantPlace): Grant {
  return hpkeSeal(holderPublicKey, grantContext(place), checkedKey(key));
}

/** Takes a granted key out with the holder's secret; throws {@link VaultError} when the row was not made for this place. */
export function openGrant(boxSecret: Uint8Array, place: GrantPlace, grant: Grant): Uint8Array {
  return checkedKey(hpkeOpen(boxSecret, grantContext(place), grant));
}
