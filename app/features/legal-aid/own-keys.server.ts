import { and, eq } from 'drizzle-orm';
import { userKeys, userWraps } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { listTrusted } from './holders.server.ts';
import { DERIVATION, deriveKey, type Derivation } from './key-derivation.server.ts';
import { withLegalScope, type LegalScope } from './legal-scope.server.ts';
import { rootOf } from './roots.server.ts';
import type { StaffRole } from './rules/desk.ts';
import { fromBase64, randomBytes, toBase64 } from './vault/bytes.ts';
import { VaultError } from './vault/errors.ts';
import { packSecret, publicOf, type StaffSecret, unpackSecret } from './vault/keys.ts';
import { fingerprint } from './vault/vouching.ts';
import { kekFromBytes, unwrapSecret, wrapSecret } from './vault/wraps.ts';

/** A way to open one's own keys. */
export type WrapKind = 'passphrase' | 'recovery' | 'prf';
type WrapRow = typeof userWraps.$inferSelect;
/** Whose keys: the organisation's desk, the person there, the key. */
export type KeyOwner = { organisationId: string; staffId: string; keyId: string };

/** Beside a passphrase's wrap: what it takes to derive the same key again. */
export type PassphraseParameters = { salt: string } & Derivation;
/** Beside a printed code's wrap: the day its owner said that it is written down. */
export type RecoveryParameters = { confirmedOn: string | null };
/** Beside a passkey's wrap: which passkey, and what it is asked (base64url). */
export type PrfParameters = { credentialId: string; salt: string };

const contextOf = (keyId: string, kind: WrapKind): string => `user/${keyId}/${kind}`;

/** A key that wraps, with what must be kept to make it again. */
export type Wrapping = { kind: WrapKind; kek: Uint8Array; parameters: object };

export async function wrappingOfPassphrase(passphrase: string): Promise<Wrapping> {
  const salt = randomBytes(16);
  const { memoryCost, parallelism, timeCost } = DERIVATION;
  const parameters: PassphraseParameters = { salt: toBase64(salt), memoryCost, timeCost, parallelism };
  return { kind: 'passphrase', kek: await deriveKey(passphrase, salt), parameters };
}

export function wrappingOfCode(bytes: Uint8Array): Wrapping {
  const parameters: RecoveryParameters = { confirmedOn: null };
  return { kind: 'recovery', kek: kekFromBytes(bytes, 'recovery'), parameters };
}

export function wrappingOfPrf(output: Uint8Array, parameters: PrfParameters): Wrapping {
  return { kind: 'prf', kek: kekFromBytes(output, 'prf'), parameters };
}

/** Stores a way to open the keys. A passphrase and a printed code replace the one before; passkeys stand side by side. */
export async function addWrap(
  tx: LegalTx,
  { keyId, organisationId, staffId }: KeyOwner,
  { kek, kind, parameters }: Wrapping,
  secret: StaffSecret,
  today: string,
): Promise<void> {
  if (kind !== 'prf') await tx.delete(userWraps).where(and(eq(userWraps.keyId, keyId), eq(userWraps.kind, kind)));
  const wrapped = wrapSecret(kek, packSecret(secret), contextOf(keyId, kind));
  await tx
    .insert(userWraps)
    .values({ id: newId(), organisationId, staffId, keyId, kind, parameters, ...wrapped, madeOn: today });
}

/** The ways to open one's key; row-level security shows nobody else's. */
export async function listWraps(tx: LegalTx, keyId: string): Promise<WrapRow[]> {
  return tx.select().from(userWraps).where(eq(userWraps.keyId, keyId)).orderBy(userWraps.madeOn);
}

/** The secret keys, or null for a wrong passphrase. Costs one derivation (some 0.3 s). */
export async function openWithPassphrase(rows: readonly WrapRow[], passphrase: string): Promise<StaffSecret | null> {
  const row = rows.find((one) => one.kind === 'passphrase');
  if (!row) return null;
  const { salt, ...cost } = row.parameters as PassphraseParameters;
  return openWrap(row, await deriveKey(passphrase, fromBase64(salt), cost));
}

/** The secret keys, or null for a code that is not this person's. */
export function openWithCode(rows: readonly WrapRow[], bytes: Uint8Array): StaffSecret | null {
  const row = rows.find((one) => one.kind === 'recovery');
  return row ? openWrap(row, kekFromBytes(bytes, 'recovery')) : null;
}

/** The secret keys, or null when no passkey of the person gives this output (32 bytes). */
export function openWithPrf(rows: readonly WrapRow[], output: Uint8Array): StaffSecret | null {
  const kek = kekFromBytes(output, 'prf');
  for (const row of rows.filter((one) => one.kind === 'prf')) {
    const secret = openWrap(row, kek);
    if (secret) return secret;
  }
  return null;
}

function openWrap({ ciphertext, keyId, kind, nonce }: WrapRow, kek: Uint8Array): StaffSecret | null {
  try {
    return unpackSecret(unwrapSecret(kek, { nonce, ciphertext }, contextOf(keyId, kind)));
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}

/** What a person may know of the own keys: nothing of it is secret. */
export type OwnKeys = {
  /** Reckoned from the opened secret: a row could show somebody else's. Null while the keys are closed. */
  fingerprint: string | null;
  isTrusted: boolean;
  /** Whether a root is pinned at all: without one the first lead's fingerprint goes to the operator. */
  hasRoot: boolean;
  role: StaffRole;
  madeOn: string;
  /** The day its owner said that the printed code is written down; null while that was not said. */
  codeWrittenOn: string | null;
  passkeys: { id: string; credentialId: string; salt: string; madeOn: string }[];
};

/** The own keys as their page shows them. */
export async function readOwnKeys(
  scope: Extract<LegalScope, { kind: 'legal_staff' }>,
  keyId: string,
  opened: StaffSecret | null,
): Promise<OwnKeys> {
  return withLegalScope(scope, async (tx) => {
    const [key] = await tx.select().from(userKeys).where(eq(userKeys.id, keyId));
    if (!key) throw new Error('No such key');
    const wraps = await listWraps(tx, keyId);
    const code = wraps.find((one) => one.kind === 'recovery')?.parameters as RecoveryParameters | undefined;
    return {
      fingerprint: opened ? fingerprint(publicOf(opened)) : null,
      isTrusted: (await listTrusted(tx, scope.organisationId)).some((one) => one.keyId === keyId),
      hasRoot: rootOf(scope.organisationId) !== null,
      role: key.role,
      madeOn: key.madeOn,
      codeWrittenOn: code?.confirmedOn ?? null,
      passkeys: wraps
        .filter((one) => one.kind === 'prf')
        .map(({ id, madeOn, parameters }) => ({ id, madeOn, ...(parameters as PrfParameters) })),
    };
  });
}
