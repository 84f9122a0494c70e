import type { UserActor } from '#app/kernel/actor.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import { findPerson, provePassword } from './people.server.ts';
import { useSecondFactor } from './second-factor.server.ts';

/**
 * Before something that nothing brings back: the password again or, for whoever has a second factor, a code of it. Answers what
 * is wrong; wrong tries are counted as at the sign-in.
 */
export async function proveOneself(
  actor: UserActor,
  proof: string,
  now: Date,
): Promise<'accounts.error.password' | 'common.error.too-many' | 'code' | undefined> {
  const person = await findPerson(actor.userId);
  if (!person) return 'accounts.error.password';
  if (person.totpConfirmedAt === null) return provePassword(person, proof);
  if (!(await withinLimit('code', person.id))) return 'common.error.too-many';
  if (!(await useSecondFactor(person.id, proof, now))) return 'code';
  await forgive('code', person.id);
  return undefined;
}
