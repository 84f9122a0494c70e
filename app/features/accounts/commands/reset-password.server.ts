import { and, eq, gt, isNull } from 'drizzle-orm';
import { authDb, type Tx } from '#db/client.server.ts';
import { accountTokens, sessions, users } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { tokenHash } from '#app/platform/crypto.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import { changedLetter } from '../letters.server.ts';
import { emailOf, findByContact, findPerson, indexOf, personalWords, type Person } from '../people.server.ts';
import { digitsOf } from '../rules/codes.ts';
import type { Contact } from '../rules/contact.ts';
import { passwordFault, type PasswordFault } from '../rules/passwords.ts';
import { handOverHash } from './hand-over-code.server.ts';

type Purpose = 'password_reset' | 'handover_code';

/** Whose link this still is; null for a used, expired or invented one. Reading uses nothing up: scanners of mail open links too. */
export async function findReset(token: string, now: Date): Promise<{ userId: string } | null> {
  return findToken(tokenHash(token), 'password_reset', now);
}

async function findToken(hash: string, purpose: Purpose, now: Date): Promise<{ userId: string } | null> {
  const [found] = await authDb
    .select({ userId: accountTokens.userId })
    .from(accountTokens)
    .where(
      and(
        eq(accountTokens.tokenHash, hash),
        eq(accountTokens.purpose, purpose),
        isNull(accountTokens.usedAt),
        gt(accountTokens.expiresAt, now),
      ),
    );
  return found ?? null;
}

/** With the link from a letter: a new password. Signs nobody in, and leaves the second factor as it is. */
export async function resetPassword(
  { now }: { now: Date },
  { token, newPassword }: { token: string; newPassword: string },
): Promise<Result<undefined, PasswordFault | 'accounts.error.link'>> {
  const hash = tokenHash(token);
  const found = await findToken(hash, 'password_reset', now);
  const person = found ? await findPerson(found.userId) : undefined;
  if (!person) return refuse('accounts.error.link');
  const fault = passwordFault(newPassword, personalWords(person));
  if (fault) return refuse(fault, 'newPassword');
  return (await redeem(person, hash, 'password_reset', newPassword, now)) ? ok() : refuse('accounts.error.link');
}

/** With a code that an organiser handed over: the same. Wrong contact and wrong code answer alike. */
export async function redeemCode(
  { clientKey, now }: { clientKey: string; now: Date },
  { code, contact, newPassword }: { code: string; contact: Contact; newPassword: string },
): Promise<Result<undefined, PasswordFault | 'accounts.error.handed-code' | 'common.error.too-many'>> {
  const limits = [
    ['sign-in', clientKey],
    ['code', indexOf(contact)],
  ] as const;
  const within = await Promise.all(limits.map(([name, subject]) => withinLimit(name, subject)));
  if (within.includes(false)) return refuse('common.error.too-many');
  const person = await findByContact(contact);
  const hash = handOverHash(person?.id ?? 'nobody', digitsOf(code));
  const found = await findToken(hash, 'handover_code', now);
  if (!person || found?.userId !== person.id) return refuse('accounts.error.handed-code', 'code');
  await Promise.all(limits.map(([name, subject]) => forgive(name, subject)));
  const fault = passwordFault(newPassword, personalWords(person));
  if (fault) return refuse(fault, 'newPassword');
  return (await redeem(person, hash, 'handover_code', newPassword, now))
    ? ok()
    : refuse('accounts.error.handed-code', 'code');
}

/** Uses the token up and sets the password, or does neither. All of the person's links, codes and sessions end with it. */
async function redeem(
  person: Person,
  hash: string,
  purpose: Purpose,
  newPassword: string,
  now: Date,
): Promise<boolean> {
  const passwordHash = await hashPassword(newPassword);
  return authDb.transaction(async (tx) => {
    const used = await tx
      .update(accountTokens)
      .set({ usedAt: now })
      .where(
        and(
          eq(accountTokens.tokenHash, hash),
          eq(accountTokens.purpose, purpose),
          isNull(accountTokens.usedAt),
          gt(accountTokens.expiresAt, now),
        ),
      );
    if (used.count !== 1) return false;
    await replacePassword(tx, person, passwordHash, now);
    return true;
  });
}

/** The new password in place, everything that the old one opened closed, and a word about it to the person's address. */
export async function replacePassword(tx: Tx, person: Person, passwordHash: string, now: Date): Promise<void> {
  await tx.update(users).set({ passwordHash }).where(eq(users.id, person.id));
  await tx
    .update(accountTokens)
    .set({ usedAt: now })
    .where(and(eq(accountTokens.userId, person.id), isNull(accountTokens.usedAt)));
  await tx.delete(sessions).where(eq(sessions.userId, person.id));
  const to = emailOf(person);
  if (to !== null) await sendMail(tx, changedLetter({ to, locale: person.locale, what: 'password' }));
  await audit(
    tx,
    { kind: 'account', userId: person.id },
    { action: 'account.set-password', subjectType: 'user', subjectId: person.id },
  );
}
