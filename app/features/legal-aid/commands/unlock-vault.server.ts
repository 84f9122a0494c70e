import { and, eq } from 'drizzle-orm';
import { desks, grants, staff, userKeys } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import type { StaffScope } from '../desk-staff.server.ts';
import { linkForStaff } from '../case-keys.server.ts';
import { grantToStaff, listTrusted } from '../holders.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { listWraps, openWithPassphrase, openWithPrf } from '../own-keys.server.ts';
import { rootOf } from '../roots.server.ts';
import { startUnlock } from '../unlock.server.ts';
import { equalBytes, fromBase64 } from '../vault/bytes.ts';
import { makeKey, packSecret, publicOf, type StaffSecret } from '../vault/keys.ts';
import { fingerprint, vouch } from '../vault/vouching.ts';

/** At the door with keys that are there and closed. */
export type AtVault = { actor: UserActor; scope: StaffScope; keyId: string; now: Date };
type Refused =
  'legal-keys.error.tampered' | 'legal-keys.error.passphrase' | 'legal-keys.error.passkey' | 'common.error.too-many';

/** Opens one's keys for the coming requests, by passphrase or by what a passkey answers. Wrong tries are limited by person. */
export async function unlockVault(
  at: AtVault,
  { passphrase, prf }: { passphrase: string; prf?: string },
): Promise<Result<{ cookie: string }, Refused>> {
  const subject = at.scope.staffId ?? '';
  if (!(await withinLimit('vault', subject))) return refuse('common.error.too-many', 'password');
  const wraps = await withLegalScope(at.scope, (tx) => listWraps(tx, at.keyId));
  const output = prf ? readPrf(prf) : null;
  const secret = output ? openWithPrf(wraps, output) : await openWithPassphrase(wraps, passphrase);
  if (!secret) return prf ? refuse('legal-keys.error.passkey') : refuse('legal-keys.error.passphrase', 'password');
  if (!(await isOwnKey(at, secret))) return refuse('legal-keys.error.tampered');
  await forgive('vault', subject);
  return ok({ cookie: await openDoor(at, secret) });
}

/** Whether the public halves that stand in the table are those of the secret: others' would receive what is meant for us. */
export async function isOwnKey(
  { keyId, scope }: Pick<AtVault, 'keyId' | 'scope'>,
  secret: StaffSecret,
): Promise<boolean> {
  const [key] = await withLegalScope(scope, (tx) => tx.select().from(userKeys).where(eq(userKeys.id, keyId)));
  const { box, sign } = publicOf(secret);
  return key !== undefined && equalBytes(key.boxPublic, box) && equalBytes(key.signPublic, sign);
}

/** 32 bytes in base64url, or null. */
export function readPrf(text: string): Uint8Array | null {
  return /^[\w-]{43}$/.test(text) ? fromBase64(text) : null;
}

/** Keeps opened keys for the coming requests; a lead at the root settles the desk first. Returns `Set-Cookie`. */
export async function openDoor({ actor, keyId, now, scope }: AtVault, secret: StaffSecret): Promise<string> {
  const { organisationId } = scope;
  const holderId = scope.staffId ?? '';
  await withLegalScope(scope, async (tx) => {
    await takeRoot(tx, scope, keyId, secret, dayOf(now));
    await settleDesk(tx, scope, keyId, secret, dayOf(now));
  });
  return startUnlock(
    'staff',
    { organisationId, holderId, keyId, sessionId: actor.sessionId, secret: packSecret(secret) },
    now,
  );
}

/**
 * The operator pinned this lead's fingerprint: the key signs itself, so that the chain begins with it. A root that was
 * vouched for by another before needs that; for one that signed itself already nothing changes.
 */
async function takeRoot(
  tx: LegalTx,
  { organisationId, staffId }: StaffScope,
  keyId: string,
  secret: StaffSecret,
  today: string,
): Promise<void> {
  const [key] = await tx.select().from(userKeys).where(eq(userKeys.id, keyId));
  // Signed is what the secret says, whatever halves the row shows by now.
  const halves = publicOf(secret);
  if (!key || !staffId || key.role !== 'lead' || fingerprint(halves) !== rootOf(organisationId)) return;
  if (key.vouchedBy === null && key.vouchedOn !== null) return;
  const { isBar, role } = key;
  const [person] = await tx.select({ shownName: staff.shownName }).from(staff).where(eq(staff.id, staffId));
  if (!person) return;
  const { shownName } = person;
  const signature = vouch(secret.sign, { organisationId, staffId, keyId, role, isBar, shownName, ...halves });
  await tx
    .update(userKeys)
    .set({ signature, shownName, vouchedBy: null, vouchedOn: today })
    .where(eq(userKeys.id, keyId));
  await tx.update(staff).set({ state: 'vouched' }).where(eq(staff.id, staffId));
}

/**
 * A desk is there as soon as a trusted lead is; its conflict key is made and given to those who may hold cases. Where nobody
 * trusted holds it any more (all keys were lost) there is a new one, and earlier conflicts are no longer found.
 */
async function settleDesk(
  tx: LegalTx,
  { organisationId, staffId }: StaffScope,
  keyId: string,
  secret: StaffSecret,
  today: string,
): Promise<void> {
  const trusted = (await listTrusted(tx, organisationId)).filter((one) => one.role !== 'custodian');
  if (trusted.find((one) => one.keyId === keyId)?.role !== 'lead') return;
  await tx.insert(desks).values({ organisationId }).onConflictDoNothing();
  const [desk] = await tx.select().from(desks).where(eq(desks.organisationId, organisationId)).for('update');
  if (!desk) return;
  const held = await tx
    .select({ keyId: grants.keyId })
    .from(grants)
    .where(and(eq(grants.kind, 'team'), eq(grants.subjectId, organisationId), eq(grants.version, desk.teamKeyVersion)));
  if (trusted.some((one) => held.some((grant) => grant.keyId === one.keyId))) return;
  const version = desk.teamKeyVersion + 1;
  // Earlier layers are lost with their holders: the new key is the first of its own.
  await tx
    .update(desks)
    .set({ teamKeyVersion: version, teamKeyFrom: version })
    .where(eq(desks.organisationId, organisationId));
  const subject = { organisationId, kind: 'team' as const, subjectId: organisationId, version };
  const key = makeKey();
  const link = linkForStaff({ kind: 'staff', keyId, sign: secret.sign }, subject, key);
  await grantToStaff(tx, subject, key, trusted, { grantedBy: staffId, reason: 'team', today }, link);
}
