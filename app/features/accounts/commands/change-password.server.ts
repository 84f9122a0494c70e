import { authDb } from '#db/client.server.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import { startSession } from '#app/platform/session.server.ts';
import { findPerson, personalWords, provePassword } from '../people.server.ts';
import { passwordFault, type PasswordFault } from '../rules/passwords.ts';
import { replacePassword } from './reset-password.server.ts';

/** A new password for somebody who knows the old one. Every session ends; this browser gets a new one (the returned cookie). */
export async function changePassword(
  { actor, now }: { actor: UserActor; now: Date },
  { newPassword, password }: { newPassword: string; password: string },
): Promise<
  Result<
    { cookie: string },
    PasswordFault | 'accounts.error.password' | 'common.error.too-many' | 'accounts.error.gone'
  >
> {
  const person = await findPerson(actor.userId);
  if (!person) return refuse('accounts.error.gone');
  const wrong = await provePassword(person, password);
  if (wrong) return refuse(wrong, 'password');
  const fault = passwordFault(
    newPassword,
    personalWords(
      person,
      actor.memberships.flatMap(({ names }) => Object.values(names)),
    ),
  );
  if (fault) return refuse(fault, 'newPassword');
  const passwordHash = await hashPassword(newPassword);
  await authDb.transaction((tx) => replacePassword(tx, person, passwordHash, now));
  return ok({ cookie: await startSession(person.id, now) });
}
