import { and, eq, ne } from 'drizzle-orm';
import { staff, userKeys } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { useSecondFactor } from '#app/features/accounts/public.server.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope, type LegalScope } from '../legal-scope.server.ts';
import { addWrap, wrappingOfCode, wrappingOfPassphrase, type Wrapping } from '../own-keys.server.ts';
import { retire, rootOf } from '../roots.server.ts';
import type { StaffRole } from '../rules/desk.ts';
import { passphraseFault, type PassphraseFault } from '../rules/passphrase.ts';
import { endUnlocksOf, startUnlock } from '../unlock.server.ts';
import { makeStaffKeys, packSecret, type StaffSecret } from '../vault/keys.ts';
import { fingerprint, vouch } from '../vault/vouching.ts';
import { makeRecoveryCode } from '../vault/wraps.ts';

type Opened = { actor: UserActor; organisationId: string; now: Date };
/** Shown once: the printed code, and the cookie that keeps the new keys open. */
export type FreshKeys = { code: string; cookie: string };
type Refused =
  PassphraseFault | 'legal-keys.error.factor-first' | 'legal-keys.error.operator' | 'legal-keys.error.enrolled';

/**
 * Makes somebody's keys: the passphrase and a printed code open them, and they may open nothing until a lead vouches.
 * Refuses a person without a second factor, the operator of the instance (the database refuses both once more), a weak
 * passphrase, and whoever has keys already. `role` is what the membership lets the person be.
 */
export async function enrolStaff(
  opened: Opened,
  { isBar, passphrase, role, shownName }: { shownName: string; isBar: boolean; passphrase: string; role: StaffRole },
): Promise<Result<FreshKeys, Refused>> {
  const { actor, now, organisationId } = opened;
  const refusal = refuseKeys(actor);
  if (refusal) return refuse(refusal);
  const fault = passphraseFault(passphrase, [actor.name, shownName]);
  if (fault) return refuse(fault, 'newPassword');
  const wrappings = await makeWrappings(passphrase);
  const staffId = newId();
  const scope: LegalScope = { kind: 'legal_staff', organisationId, userId: actor.userId, staffId };
  const made = await withLegalScope(scope, async (tx) => {
    const known = await tx
      .insert(staff)
      .values({
        id: staffId,
        organisationId,
        userId: actor.userId,
        role,
        shownName,
        isBar: isBar && role !== 'custodian',
        joinedOn: dayOf(now),
      })
      .onConflictDoNothing()
      .returning();
    const [person] = known;
    return person ? writeKeys(tx, person, wrappings, now) : null;
  });
  if (!made) return refuse('legal-keys.error.enrolled');
  return ok({ code: wrappings.code, cookie: await keepOpen(opened, made, now) });
}

/**
 * For somebody who lost both passphrase and printed code: new keys in place of the old ones, for a code of the second
 * factor. The desk vouches anew, and whoever holds the same cases gives their keys again; until then they stay closed.
 * Refuses the pinned root: with it the whole desk would be trusted no more. The operator pins another lead's key first.
 */
export async function renewKeys(
  opened: Opened,
  { code, passphrase }: { code: string; passphrase: string },
): Promise<
  Result<
    FreshKeys,
    Refused | 'legal-keys.error.code' | 'common.error.too-many' | 'legal-keys.error.gone' | 'legal-keys.error.root'
  >
> {
  const { actor, now, organisationId } = opened;
  const refusal = refuseKeys(actor);
  if (refusal) return refuse(refusal);
  const fault = passphraseFault(passphrase, [actor.name]);
  if (fault) return refuse(fault, 'newPassword');
  if (await holdsRoot(opened)) return refuse('legal-keys.error.root');
  if (!(await withinLimit('code', actor.userId))) return refuse('common.error.too-many', 'code');
  if (!(await useSecondFactor(actor.userId, code, now))) return refuse('legal-keys.error.code', 'code');
  await forgive('code', actor.userId);
  const wrappings = await makeWrappings(passphrase);
  const before: LegalScope = { kind: 'legal_staff', organisationId, userId: actor.userId, staffId: null };
  const [person] = await withLegalScope(before, (tx) =>
    tx
      .select()
      .from(staff)
      .where(and(eq(staff.organisationId, organisationId), eq(staff.userId, actor.userId), ne(staff.state, 'revoked'))),
  );
  if (!person) return refuse('legal-keys.error.gone');
  const gone: string[] = [];
  const made = await withLegalScope({ ...before, staffId: person.id }, async (tx) => {
    const old = await tx.select({ id: userKeys.id }).from(userKeys).where(eq(userKeys.staffId, person.id));
    gone.push(...old.map(({ id }) => id));
    await tx
      .update(userKeys)
      .set({ isRevoked: true, revokedOn: dayOf(now) })
      .where(and(eq(userKeys.staffId, person.id), eq(userKeys.isRevoked, false)));
    await tx.update(staff).set({ state: 'enrolled' }).where(eq(staff.id, person.id));
    await endUnlocksOf(tx, person.id);
    return writeKeys(tx, person, wrappings, now);
  });
  retire({ keys: gone });
  return ok({ code: wrappings.code, cookie: await keepOpen(opened, made, now) });
}

/** Whether the trust of the whole desk begins with the person's key. */
function holdsRoot({ actor, organisationId }: Opened): Promise<boolean> {
  const scope: LegalScope = { kind: 'legal_staff', organisationId, userId: actor.userId, staffId: null };
  return withLegalScope(scope, async (tx) => {
    const keys = await tx
      .select({ box: userKeys.boxPublic, sign: userKeys.signPublic })
      .from(userKeys)
      .innerJoin(staff, eq(staff.id, userKeys.staffId))
      .where(
        and(eq(staff.organisationId, organisationId), eq(staff.userId, actor.userId), eq(userKeys.isRevoked, false)),
      );
    return keys.some((key) => fingerprint(key) === rootOf(organisationId));
  });
}

function refuseKeys(actor: UserActor): 'legal-keys.error.factor-first' | 'legal-keys.error.operator' | undefined {
  if (actor.isOperator) return 'legal-keys.error.operator';
  return actor.hasSecondFactor ? undefined : 'legal-keys.error.factor-first';
}

async function makeWrappings(passphrase: string): Promise<{ code: string; all: Wrapping[] }> {
  const code = makeRecoveryCode();
  return { code: code.text, all: [await wrappingOfPassphrase(passphrase), wrappingOfCode(code.bytes)] };
}

type Made = { staffId: string; keyId: string; secret: StaffSecret };

async function writeKeys(
  tx: LegalTx,
  { id: staffId, isBar, organisationId, role, shownName }: typeof staff.$inferSelect,
  wrappings: { all: Wrapping[] },
  now: Date,
): Promise<Made> {
  const today = dayOf(now);
  const keyId = newId();
  const { public: halves, secret } = makeStaffKeys();
  // A lead signs the own key: worth nothing by itself, and all it takes once the operator pins its fingerprint.
  const signature =
    role === 'lead' ? vouch(secret.sign, { organisationId, staffId, keyId, role, isBar, shownName, ...halves }) : null;
  await tx.insert(userKeys).values({
    id: keyId,
    organisationId,
    staffId,
    role,
    isBar,
    shownName,
    boxPublic: halves.box,
    signPublic: halves.sign,
    signature,
    madeOn: today,
  });
  for (const wrapping of wrappings.all) await addWrap(tx, { organisationId, staffId, keyId }, wrapping, secret, today);
  await recordLegal(tx, { organisationId, actorKind: 'staff', actorId: staffId, action: 'key.enrol', today });
  return { staffId, keyId, secret };
}

function keepOpen({ actor, organisationId }: Opened, { keyId, secret, staffId }: Made, now: Date): Promise<string> {
  return startUnlock(
    'staff',
    { organisationId, holderId: staffId, keyId, sessionId: actor.sessionId, secret: packSecret(secret) },
    now,
  );
}
