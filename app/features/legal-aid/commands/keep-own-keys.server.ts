import { and, eq } from 'drizzle-orm';
import { userWraps } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import {
  addWrap,
  listWraps,
  openWithCode,
  openWithPassphrase,
  wrappingOfCode,
  wrappingOfPassphrase,
  wrappingOfPrf,
  type KeyOwner,
  type RecoveryParameters,
} from '../own-keys.server.ts';
import { passphraseFault, type PassphraseFault } from '../rules/passphrase.ts';
import { endUnlocksOf } from '../unlock.server.ts';
import type { StaffSecret } from '../vault/keys.ts';
import { makeRecoveryCode, parseRecoveryCode } from '../vault/wraps.ts';
import { openDoor, readPrf, type AtVault } from './unlock-vault.server.ts';

type WrongPassphrase = 'legal-keys.error.passphrase' | 'common.error.too-many';

const ownerOf = ({ keyId, scope }: AtVault): KeyOwner => ({
  organisationId: scope.organisationId,
  staffId: scope.staffId ?? '',
  keyId,
});

/** The secret keys for the passphrase: what anything lasting asks for, not only an open vault that somebody walked away from. */
async function prove(at: AtVault, passphrase: string): Promise<Result<StaffSecret, WrongPassphrase>> {
  const { staffId } = ownerOf(at);
  if (!(await withinLimit('vault', staffId))) return refuse('common.error.too-many', 'password');
  const wraps = await withLegalScope(at.scope, (tx) => listWraps(tx, at.keyId));
  const secret = await openWithPassphrase(wraps, passphrase);
  if (!secret) return refuse('legal-keys.error.passphrase', 'password');
  await forgive('vault', staffId);
  return ok(secret);
}

async function note(tx: LegalTx, at: AtVault, action: string): Promise<void> {
  const { organisationId, staffId } = ownerOf(at);
  await recordLegal(tx, { organisationId, actorKind: 'staff', actorId: staffId, action, today: dayOf(at.now) });
}

/** Another passphrase for the same keys. Whatever was open on other devices closes; this one stays open. */
export async function changePassphrase(
  at: AtVault,
  { newPassphrase, passphrase }: { passphrase: string; newPassphrase: string },
): Promise<Result<{ cookie: string }, WrongPassphrase | PassphraseFault>> {
  const fault = passphraseFault(newPassphrase, [at.actor.name]);
  if (fault) return refuse(fault, 'newPassword');
  const proved = await prove(at, passphrase);
  if (!proved.ok) return proved;
  return ok({ cookie: await setPassphrase(at, proved.value, newPassphrase, 'key.passphrase') });
}

/** With the printed code: a new passphrase for the same keys, nothing is lost. Refuses a wrong code, with limits by person. */
export async function recoverVault(
  at: AtVault,
  { code, newPassphrase }: { code: string; newPassphrase: string },
): Promise<Result<{ cookie: string }, 'legal-keys.error.recovery-code' | 'common.error.too-many' | PassphraseFault>> {
  const fault = passphraseFault(newPassphrase, [at.actor.name]);
  if (fault) return refuse(fault, 'newPassword');
  const { staffId } = ownerOf(at);
  if (!(await withinLimit('vault', staffId))) return refuse('common.error.too-many', 'code');
  const bytes = parseRecoveryCode(code);
  const wraps = await withLegalScope(at.scope, (tx) => listWraps(tx, at.keyId));
  const secret = bytes && openWithCode(wraps, bytes);
  if (!secret) return refuse('legal-keys.error.recovery-code', 'code');
  await forgive('vault', staffId);
  return ok({ cookie: await setPassphrase(at, secret, newPassphrase, 'key.recover') });
}

async function setPassphrase(at: AtVault, secret: StaffSecret, passphrase: string, action: string): Promise<string> {
  const wrapping = await wrappingOfPassphrase(passphrase);
  await withLegalScope(at.scope, async (tx) => {
    await addWrap(tx, ownerOf(at), wrapping, secret, dayOf(at.now));
    await endUnlocksOf(tx, ownerOf(at).staffId);
    await note(tx, at, action);
  });
  return openDoor(at, secret);
}

/** A new printed code, shown once; the one before opens nothing from now on. */
export async function renewRecoveryCode(
  at: AtVault,
  { passphrase }: { passphrase: string },
): Promise<Result<{ code: string }, WrongPassphrase>> {
  const proved = await prove(at, passphrase);
  if (!proved.ok) return proved;
  const code = makeRecoveryCode();
  await withLegalScope(at.scope, async (tx) => {
    await addWrap(tx, ownerOf(at), wrappingOfCode(code.bytes), proved.value, dayOf(at.now));
    await note(tx, at, 'key.code');
  });
  return ok({ code: code.text });
}

/** Its owner says that the printed code is written down. */
export async function confirmRecoveryCode(at: AtVault): Promise<Result<undefined, never>> {
  const parameters: RecoveryParameters = { confirmedOn: dayOf(at.now) };
  await withLegalScope(at.scope, (tx) =>
    tx
      .update(userWraps)
      .set({ parameters })
      .where(and(eq(userWraps.keyId, at.keyId), eq(userWraps.kind, 'recovery'))),
  );
  return ok();
}

/** Lets a passkey open the keys as well: `prf` is what it answered to `salt` (base64url, 32 bytes each). */
export async function addPasskey(
  at: AtVault,
  { credentialId, passphrase, prf, salt }: { credentialId: string; passphrase: string; prf: string; salt: string },
): Promise<Result<undefined, WrongPassphrase | 'legal-keys.error.passkey'>> {
  const output = readPrf(prf);
  if (!output || !readPrf(salt) || !/^[\w-]{8,1400}$/.test(credentialId)) return refuse('legal-keys.error.passkey');
  const proved = await prove(at, passphrase);
  if (!proved.ok) return proved;
  await withLegalScope(at.scope, async (tx) => {
    await addWrap(tx, ownerOf(at), wrappingOfPrf(output, { credentialId, salt }), proved.value, dayOf(at.now));
    await note(tx, at, 'key.passkey');
  });
  return ok();
}

/** The passkey opens nothing here from now on; whatever else stands in it is its owner's business. */
export async function removePasskey(at: AtVault, { wrapId }: { wrapId: string }): Promise<Result<undefined, never>> {
  await withLegalScope(at.scope, async (tx) => {
    await tx
      .delete(userWraps)
      .where(and(eq(userWraps.id, wrapId), eq(userWraps.keyId, at.keyId), eq(userWraps.kind, 'prf')));
    await note(tx, at, 'key.passkey-removed');
  });
  return ok();
}
