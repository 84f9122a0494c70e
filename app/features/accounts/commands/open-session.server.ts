import { authDb } from '#db/client.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { paths } from '#app/paths.ts';
import { audit } from '#app/platform/audit.server.ts';
import { isPassword } from '#app/platform/passwords.server.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import { endSession, listMemberships, startSession } from '#app/platform/session.server.ts';
import { findByContact, findPerson, indexOf, proofOf, type Person } from '../people.server.ts';
import type { Contact } from '../rules/contact.ts';
import { useSecondFactor } from '../second-factor.server.ts';
import { dropTicketCookie, ticketCookie } from '../tickets.server.ts';

type Opened = { now: Date; clientKey: string; actor: Actor };
/** `cookies` are for `Set-Cookie`; `home` is where a person goes who was not on the way somewhere, in their own language. */
export type SignedIn = { step: 'in'; cookies: string[]; home: string; locale: Locale };
type CodeNeeded = { step: 'code'; cookies: string[] };

/**
 * First step: a contact and a password. An unknown contact, a wrong password and an account without one answer alike,
 * in the same time. With a second factor it ends in a sealed cookie that only the second step can use.
 */
export async function openSession(
  { actor, clientKey, now }: Opened,
  { contact, password }: { contact: Contact; password: string },
): Promise<Result<SignedIn | CodeNeeded, 'accounts.error.sign-in' | 'common.error.too-many'>> {
  const account = indexOf(contact);
  const limits = [
    ['sign-in', clientKey],
    ['sign-in-account', `${account}/${clientKey}`],
    ['sign-in-anywhere', account],
  ] as const;
  const within = await Promise.all(limits.map(([name, subject]) => withinLimit(name, subject)));
  if (within.includes(false)) return refuse('common.error.too-many');
  const person = await findByContact(contact);
  if (!(await isPassword(person?.passwordHash ?? null, password)) || !person) return refuse('accounts.error.sign-in');
  await Promise.all(limits.map(([name, subject]) => forgive(name, subject)));
  if (person.totpConfirmedAt !== null) {
    return ok({
      step: 'code',
      cookies: [ticketCookie('second-factor', { userId: person.id, proof: proofOf(person) }, now)],
    });
  }
  return ok(await enter(person, actor, now));
}

/** Second step: a code of the app, or a recovery code, of the person whose password was just right. */
export async function openSessionWithCode(
  { actor, now }: Pick<Opened, 'actor' | 'now'>,
  { code, userId, proof }: { code: string; userId: string; proof: string },
): Promise<Result<SignedIn, 'accounts.error.code' | 'accounts.error.start-again' | 'common.error.too-many'>> {
  if (!(await withinLimit('code', userId))) return refuse('common.error.too-many');
  const person = await findPerson(userId);
  if (!person || proofOf(person) !== proof) return refuse('accounts.error.start-again');
  if (!(await useSecondFactor(userId, code, now))) return refuse('accounts.error.code');
  await forgive('code', userId);
  const entered = await enter(person, actor, now);
  return ok({ ...entered, cookies: [...entered.cookies, dropTicketCookie('second-factor')] });
}

/** A new session each time; the one that this browser may have had ends. */
async function enter(person: Person, actor: Actor, now: Date): Promise<SignedIn> {
  if (actor.kind === 'user') await endSession(actor.sessionId);
  const cookies = [await startSession(person.id, now)];
  await authDb.transaction((tx) =>
    audit(
      tx,
      { kind: 'account', userId: person.id },
      { action: 'account.sign-in', subjectType: 'user', subjectId: person.id },
    ),
  );
  const [only, ...others] = await listMemberships(person.id);
  return {
    step: 'in',
    cookies,
    home: only && others.length === 0 ? paths.workplace(only.slug, only.roles) : paths.account(),
    locale: person.locale,
  };
}
