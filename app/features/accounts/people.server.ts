import { and, eq, isNull } from 'drizzle-orm';
import { authDb, type Tx } from '#db/client.server.ts';
import { users } from '#db/schema/index.ts';
import { blindIndex, hmac, seal, unseal } from '#app/platform/crypto.server.ts';
import { isPassword } from '#app/platform/passwords.server.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import type { Contact } from './rules/contact.ts';

/** A row of `users`, as the sign-in door reads it. */
export type Person = typeof users.$inferSelect;

/** Where a contact is looked up. */
export const indexOf = (contact: Contact): string => blindIndex(contact.kind, contact.value);

/** The living account with that contact. */
export async function findByContact(contact: Contact): Promise<Person | undefined> {
  const column = contact.kind === 'email' ? users.emailIndex : users.phoneIndex;
  const [found] = await authDb
    .select()
    .from(users)
    .where(and(eq(column, indexOf(contact)), isNull(users.deletedAt)));
  return found;
}

/** The living account; locked for the rest of the transaction when `tx` is given, so that two steps cannot pass at once. */
export async function findPerson(userId: string, tx?: Tx): Promise<Person | undefined> {
  const query = (tx ?? authDb)
    .select()
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  const [found] = await (tx ? query.for('update') : query);
  return found;
}

/** The columns that hold a contact. */
export function contactColumns(contact: Contact): Partial<Person> {
  return contact.kind === 'email'
    ? { emailCipher: seal(contact.value, 'users.email'), emailIndex: indexOf(contact) }
    : { phoneCipher: seal(contact.value, 'users.phone'), phoneIndex: indexOf(contact) };
}

export function emailOf(person: Pick<Person, 'emailCipher'>): string | null {
  return person.emailCipher === null ? null : unseal(person.emailCipher, 'users.email');
}

export function phoneOf(person: Pick<Person, 'phoneCipher'>): string | null {
  return person.phoneCipher === null ? null : unseal(person.phoneCipher, 'users.phone');
}

/** What others know of a person: no password may be little more than one of these. */
export function personalWords(
  person: Pick<Person, 'name' | 'emailCipher' | 'phoneCipher'>,
  organisations: readonly string[] = [],
): string[] {
  return [person.name, emailOf(person) ?? '', phoneOf(person) ?? '', ...organisations].filter(Boolean);
}

/** A mark of the present password and address: a note that carries it is worthless once either changed. */
export function proofOf(person: Pick<Person, 'id' | 'passwordHash' | 'emailIndex'>): string {
  return hmac('account-proof', `${person.id}/${person.passwordHash ?? ''}/${person.emailIndex ?? ''}`).slice(0, 32);
}

/** A step that asks a signed-in person for the password again: a stolen session must not be able to guess it. */
export async function provePassword(
  person: Person,
  password: string,
): Promise<'common.error.too-many' | 'accounts.error.password' | undefined> {
  if (!(await withinLimit('sign-in-account', person.id))) return 'common.error.too-many';
  if (!(await isPassword(person.passwordHash, password))) return 'accounts.error.password';
  await forgive('sign-in-account', person.id);
  return undefined;
}
