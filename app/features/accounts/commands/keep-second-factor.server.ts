import { eq } from 'drizzle-orm';
import { authDb, type Tx } from '#db/client.server.ts';
import { recoveryCodes, sessions, users } from '#db/schema/index.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { seal, unseal } from '#app/platform/crypto.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import { startSession } from '#app/platform/session.server.ts';
import { changedLetter } from '../letters.server.ts';
import { emailOf, findPerson, provePassword, type Person } from '../people.server.ts';
import { readCode } from '../rules/second-factor.ts';
import { newSecret, renewCodes, stepOfCode, useSecondFactor } from '../second-factor.server.ts';

type Opened = { actor: UserActor; now: Date };
type PasswordRefusal = 'accounts.error.password' | 'common.error.too-many' | 'accounts.error.gone';

/** Begins enrolling: a secret that counts only once a code of it was entered. Asks for the password, not only for a session. */
export async function startSecondFactor(
  { actor }: Opened,
  { password }: { password: string },
): Promise<Result<undefined, PasswordRefusal>> {
  const person = await findPerson(actor.userId);
  if (!person) return refuse('accounts.error.gone');
  const wrong = await provePassword(person, password);
  if (wrong) return refuse(wrong, 'password');
  if (person.totpConfirmedAt === null) {
    await authDb
      .update(users)
      .set({ totpCipher: seal(newSecret(), 'users.totp'), totpLastStep: null })
      .where(eq(users.id, person.id));
  }
  return ok();
}

/** Forgets a secret that was begun and not confirmed. */
export async function cancelSecondFactor({ actor }: Opened): Promise<Result<undefined, never>> {
  await authDb.transaction(async (tx) => {
    const person = await findPerson(actor.userId, tx);
    if (person?.totpConfirmedAt === null)
      await tx.update(users).set({ totpCipher: null }).where(eq(users.id, person.id));
  });
  return ok();
}

/** Enrols with the first code. Returns the recovery codes, this once; every other session ends. */
export async function confirmSecondFactor(
  { actor, now }: Opened,
  { code }: { code: string },
): Promise<
  Result<
    { codes: string[]; cookie: string },
    'accounts.error.code' | 'common.error.too-many' | 'accounts.error.start-again'
  >
> {
  if (!(await withinLimit('code', actor.userId))) return refuse('common.error.too-many', 'code');
  const outcome = await authDb.transaction(async (tx) => {
    const person = await findPerson(actor.userId, tx);
    if (!person?.totpCipher || person.totpConfirmedAt !== null) return 'accounts.error.start-again' as const;
    const read = readCode(code);
    const step = read?.kind === 'totp' ? stepOfCode(unseal(person.totpCipher, 'users.totp'), read.value, now) : null;
    if (step === null) return 'accounts.error.code' as const;
    await tx.update(users).set({ totpConfirmedAt: now, totpLastStep: step }).where(eq(users.id, person.id));
    const codes = await renewCodes(tx, person.id);
    await factorChanged(tx, person, 'account.add-second-factor', 'factor-on');
    return codes;
  });
  if (typeof outcome === 'string') return refuse(outcome, 'code');
  await forgive('code', actor.userId);
  return ok({ codes: outcome, cookie: await startSession(actor.userId, now) });
}

/** Ten new recovery codes for a code of the app; the old ones are worth nothing from now on. */
export async function renewRecoveryCodes(
  { actor, now }: Opened,
  { code }: { code: string },
): Promise<Result<{ codes: string[] }, 'accounts.error.code' | 'common.error.too-many'>> {
  if (!(await withinLimit('code', actor.userId))) return refuse('common.error.too-many', 'code');
  if (!(await useSecondFactor(actor.userId, code, now))) return refuse('accounts.error.code', 'code');
  await forgive('code', actor.userId);
  const codes = await authDb.transaction(async (tx) => {
    await audit(
      tx,
      { kind: 'account', userId: actor.userId },
      { action: 'account.renew-recovery-codes', subjectType: 'user', subjectId: actor.userId },
    );
    return renewCodes(tx, actor.userId);
  });
  return ok({ codes });
}

/** Takes the second factor away: password and a code, so that neither alone is enough. */
export async function removeSecondFactor(
  { actor, now }: Opened,
  { code, password }: { code: string; password: string },
): Promise<Result<{ cookie: string }, PasswordRefusal | 'accounts.error.code'>> {
  const person = await findPerson(actor.userId);
  if (!person) return refuse('accounts.error.gone');
  const wrong = await provePassword(person, password);
  if (wrong) return refuse(wrong, 'password');
  if (!(await withinLimit('code', actor.userId))) return refuse('common.error.too-many', 'code');
  if (!(await useSecondFactor(actor.userId, code, now))) return refuse('accounts.error.code', 'code');
  await forgive('code', actor.userId);
  await authDb.transaction(async (tx) => {
    await tx
      .update(users)
      .set({ totpCipher: null, totpConfirmedAt: null, totpLastStep: null })
      .where(eq(users.id, person.id));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, person.id));
    await factorChanged(tx, person, 'account.remove-second-factor', 'factor-off');
  });
  return ok({ cookie: await startSession(actor.userId, now) });
}

async function factorChanged(tx: Tx, person: Person, action: string, what: 'factor-on' | 'factor-off'): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, person.id));
  const to = emailOf(person);
  if (to !== null) await sendMail(tx, changedLetter({ to, locale: person.locale, what }));
  await audit(tx, { kind: 'account', userId: person.id }, { action, subjectType: 'user', subjectId: person.id });
}
