import { and, asc, eq, inArray } from 'drizzle-orm';
import { grants } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { GrantKind } from './rules/desk.ts';
import { listEverTrusted, type Link } from './holders.server.ts';
import { VaultError } from './vault/errors.ts';
import { openGrant } from './vault/grants.ts';
import { isVersionMac, isVersionSigned, macVersion, signVersion, type VersionPlace } from './vault/links.ts';

/** Who holds keys in this request: a member of staff or the applicant, with the secret the cookie brought. */
export type Holder = { kind: 'staff' | 'applicant'; id: string; keyId: string; box: Uint8Array };

/** Keys of one subject by their version. */
export type Keys = ReadonlyMap<number, Uint8Array>;

/** The version of a case's and of its name's key that the server makes at hand-in; the browser's are below it. */
export const HAND_IN_VERSION = 100;

/**
 * The versions of a subject's key that the holder was granted and whose maker is proved (vault/links); empty when none. A
 * grant that does not open, or that somebody slipped in, counts as not granted.
 */
export async function openKeys(tx: LegalTx, holder: Holder, kind: GrantKind, subjectId: string): Promise<Keys> {
  return (await openKeysOf(tx, holder, kind, [subjectId])).get(subjectId) ?? new Map<number, Uint8Array>();
}

/** The same for several subjects at once. */
export async function openKeysOf(
  tx: LegalTx,
  holder: Holder,
  kind: GrantKind,
  subjectIds: readonly string[],
): Promise<Map<string, Keys>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(grants)
    .where(and(eq(grants.kind, kind), inArray(grants.subjectId, [...subjectIds]), eq(grants.keyId, holder.keyId)))
    .orderBy(asc(grants.version));
  const signers = rows.some((row) => row.linkBy) ? await signersOf(tx, rows[0]?.organisationId ?? '') : new Map();
  const opened = new Map<string, Map<number, Uint8Array>>();
  for (const row of rows) {
    const keys = opened.get(row.subjectId) ?? new Map<number, Uint8Array>();
    const key = openOrNull(holder, kind, row);
    if (key && isProved({ holder, keys, key, row, kind, signers })) keys.set(row.version, key);
    opened.set(row.subjectId, keys);
  }
  return opened;
}

type GrantRow = typeof grants.$inferSelect;

function openOrNull(
  holder: Holder,
  kind: GrantKind,
  { ciphertext, enc, subjectId, version }: GrantRow,
): Uint8Array | null {
  try {
    const place = { kind, subjectId, version, holderId: holder.id, keyId: holder.keyId };
    return openGrant(holder.box, place, { enc, ciphertext });
  } catch (error) {
    // One spoilt row must not shut a whole room.
    if (error instanceof VaultError) return null;
    throw error;
  }
}

/** Signing keys of the desk by their id: of people who left as well, for what they made while they were there. */
async function signersOf(tx: LegalTx, organisationId: string): Promise<Map<string, Uint8Array>> {
  return new Map((await listEverTrusted(tx, organisationId)).map((one) => [one.keyId, one.sign]));
}

/**
 * Whether a version was made by somebody who may. The browser's versions (below {@link HAND_IN_VERSION}) carry no proof and
 * hold only what was sealed with them; nothing is written under them later. The hand-in's is proved by the browser's where
 * there is one. The applicant proves with the own secret what the own requests made.
 */
function isProved({
  holder,
  key,
  keys,
  kind,
  row: { link, linkBy, subjectId, version },
  signers,
}: {
  holder: Holder;
  keys: Keys;
  key: Uint8Array;
  kind: GrantKind;
  row: GrantRow;
  signers: ReadonlyMap<string, Uint8Array>;
}): boolean {
  const place: VersionPlace = { kind, subjectId, version };
  if (linkBy) {
    const signer = signers.get(linkBy);
    return signer !== undefined && link !== null && isVersionSigned(signer, place, key, link);
  }
  const isOfCase = kind === 'case' || kind === 'identity';
  if (!isOfCase) return false;
  if (link) {
    const makers = holder.kind === 'applicant' ? [holder.box] : [...keys.values()];
    return makers.some((secret) => isVersionMac(secret, place, key, link));
  }
  // Version 1 of a case is the draft's, which the applicant's own requests made and proved.
  if (holder.kind === 'applicant') return (version > 1 || kind === 'identity') && version < HAND_IN_VERSION;
  return version < HAND_IN_VERSION || (version === HAND_IN_VERSION && keys.size === 0);
}

/** Who makes a version: somebody of the desk, who signs it; or the applicant, with the own secret and the keys held so far. */
export type Maker =
  | { kind: 'staff'; keyId: string; sign: Uint8Array; holder?: Holder }
  | { kind: 'applicant'; holder: Holder; keys: Keys };

/** The proof that staff check: a signature, or a MAC under an earlier version; none where the hand-in's is the first. */
export function linkForStaff(maker: Maker, place: VersionPlace, key: Uint8Array): Link {
  if (maker.kind === 'staff') return { link: signVersion(maker.sign, place, key), linkBy: maker.keyId };
  const earlier = [...maker.keys].filter(
    ([version]) => version < place.version && (place.kind !== 'case' || version > 1),
  );
  const last = earlier.toSorted(([a], [b]) => b - a)[0];
  return { link: last ? macVersion(last[1], place, key) : null, linkBy: null };
}

/** The proof that the applicant checks: nobody else has the secret behind the receipt. */
export function ownLink({ box }: Pick<Holder, 'box'>, place: VersionPlace, key: Uint8Array): Link {
  return { link: macVersion(box, place, key), linkBy: null };
}
