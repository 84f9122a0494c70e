import { randomBytes } from 'node:crypto';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { authDb, type Tx } from '#db/client.server.ts';
import { recoveryCodes, users } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { tokenHash, unseal } from '#app/platform/crypto.server.ts';
import {
  isFreshStep,
  readCode,
  recoveryCode,
  RECOVERY_CODES,
  RECOVERY_LETTERS,
  STEP_SECONDS,
  STEP_WINDOW,
  stepAt,
} from './rules/second-factor.ts';

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: 'İcma',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** 160 random bits in base32, as the apps want them. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says to an authenticator app. */
export function otpauthUri(secret: string, label: string): string {
  return totp(secret, label).toString();
}

/** The step that a six-digit code belongs to, one step early or late allowed; null for a wrong one. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: STEP_WINDOW });
  return delta === null ? null : stepAt(now) + delta;
}

/** Uses up a code of a confirmed factor: the app's, or one of the recovery codes. False for a wrong or a used one. */
export async function useSecondFactor(userId: string, typed: string, now: Date): Promise<boolean> {
  const code = readCode(typed);
  if (code === null) return false;
  return code.kind === 'totp' ? useTotp(userId, code.value, now) : useRecoveryCode(userId, code.value, now);
}

async function useTotp(userId: string, code: string, now: Date): Promise<boolean> {
  const [person] = await authDb
    .select()
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  if (!person?.totpCipher || person.totpConfirmedAt === null) return false;
  const step = stepOfCode(unseal(person.totpCipher, 'users.totp'), code, now);
  if (step === null || !isFreshStep(step, person.totpLastStep)) return false;
  // The condition again, in the database: two requests with one code must not both pass.
  const used = await authDb
    .update(users)
    .set({ totpLastStep: step })
    .where(and(eq(users.id, userId), or(isNull(users.totpLastStep), lt(users.totpLastStep, step))));
  return used.count === 1;
}

async function useRecoveryCode(userId: string, code: string, now: Date): Promise<boolean> {
  const used = await authDb
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, tokenHash(code)), isNull(recoveryCodes.usedAt)),
    );
  return used.count === 1;
}

/** Ten new recovery codes in place of all older ones; returned once, kept as hashes. */
export async function renewCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(RECOVERY_LETTERS)));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ id: newId(), userId, codeHash: tokenHash(code.replaceAll('-', '')) })));
  return codes;
}
