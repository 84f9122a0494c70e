import { and, eq, isNull } from 'drizzle-orm';
import { authDb } from '#db/client.server.ts';
import { accountTokens, users } from '#db/schema/index.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { localisePath, type Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { paths } from '#app/paths.ts';
import { audit } from '#app/platform/audit.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { changedLetter, emailChangeLetter } from '../letters.server.ts';
import {
  contactColumns,
  emailOf,
  findByContact,
  findPerson,
  indexOf,
  proofOf,
  provePassword,
} from '../people.server.ts';
import { isTaken } from '../taken.server.ts';
import { makeTicket, readTicket } from '../tickets.server.ts';

type PasswordRefusal = 'accounts.error.password' | 'common.error.too-many' | 'accounts.error.gone';

/**
 * A new e-mail address takes effect once the link in a letter to it was used. Whether somebody else has that address is
 * not said: then no letter leaves.
 */
export async function requestEmailChange(
  { actor, now }: { actor: UserActor; now: Date },
  { email, locale, origin, password }: { email: string; password: string; locale: Locale; origin: string },
): Promise<Result<undefined, PasswordRefusal | 'accounts.error.same-email'>> {
  const person = await findPerson(actor.userId);
  if (!person) return refuse('accounts.error.gone');
  const wrong = await provePassword(person, password);
  if (wrong) return refuse(wrong, 'password');
  const contact = { kind: 'email', value: email } as const;
  if (person.emailIndex === indexOf(contact)) return refuse('accounts.error.same-email', 'email');
  if (!(await withinLimit('password-reset-account', person.id))) return refuse('common.error.too-many');
  if (await findByContact(contact)) return ok();
  const ticket = makeTicket('email-change', { userId: person.id, email, proof: proofOf(person) }, now);
  const url = `${origin}${localisePath(paths.accountEmailConfirmation(), locale)}?ticket=${encodeURIComponent(ticket)}`;
  await authDb.transaction((tx) => sendMail(tx, emailChangeLetter({ to: email, url, locale })));
  return ok();
}

/** The link's second half. Worth nothing once the address or the password changed meanwhile; the old address is told. */
export async function confirmEmailChange(
  { now }: { now: Date },
  { ticket }: { ticket: string },
): Promise<Result<undefined, 'accounts.error.link'>> {
  const note = readTicket('email-change', ticket, now);
  if (!note) return refuse('accounts.error.link');
  try {
    return await authDb.transaction(async (tx) => {
      const person = await findPerson(note.userId, tx);
      if (!person || proofOf(person) !== note.proof) return refuse('accounts.error.link');
      await tx
        .update(users)
        .set(contactColumns({ kind: 'email', value: note.email }))
        .where(eq(users.id, person.id));
      // Reset links went to the old mailbox.
      await tx
        .update(accountTokens)
        .set({ usedAt: now })
        .where(and(eq(accountTokens.userId, person.id), isNull(accountTokens.usedAt)));
      const old = emailOf(person);
      if (old !== null) await sendMail(tx, changedLetter({ to: old, locale: person.locale, what: 'email' }));
      await audit(
        tx,
        { kind: 'account', userId: person.id },
        { action: 'account.change-email', subjectType: 'user', subjectId: person.id },
      );
      return ok();
    });
  } catch (error) {
    if (isTaken(error)) return refuse('accounts.error.link');
    throw error;
  }
}

/** A phone number to sign in with; `undefined` takes it away, unless it is the only contact. */
export async function changePhone(
  { actor }: { actor: UserActor },
  { password, phone }: { phone: string | undefined; password: string },
): Promise<Result<undefined, PasswordRefusal | 'accounts.error.taken' | 'accounts.error.only-contact'>> {
  const person = await findPerson(actor.userId);
  if (!person) return refuse('accounts.error.gone');
  const wrong = await provePassword(person, password);
  if (wrong) return refuse(wrong, 'password');
  if (phone === undefined && person.emailIndex === null) return refuse('accounts.error.only-contact', 'phone');
  try {
    await authDb.transaction(async (tx) => {
      const columns =
        phone === undefined ? { phoneCipher: null, phoneIndex: null } : contactColumns({ kind: 'phone', value: phone });
      await tx.update(users).set(columns).where(eq(users.id, person.id));
      await audit(
        tx,
        { kind: 'account', userId: person.id },
        { action: 'account.change-phone', subjectType: 'user', subjectId: person.id },
      );
    });
  } catch (error) {
    if (isTaken(error)) return refuse('accounts.error.taken', 'phone');
    throw error;
  }
  return ok();
}
