import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { authDb, type Tx } from '#db/client.server.ts';
import { accountTokens, memberships, recoveryCodes, sessions, users } from '#db/schema/index.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { findPerson, provePassword } from '../people.server.ts';
import { leftWithoutOwner } from '../rules/departure.ts';

/** The organisations that would stand without an owner if this person left now. */
export async function organisationsLeftAlone(userId: string, tx?: Tx): Promise<string[]> {
  const db = tx ?? authDb;
  const mine = await db
    .select({ organisationId: memberships.organisationId })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.role, 'owner'), isNull(memberships.endedAt)));
  if (mine.length === 0) return [];
  const held = await db
    .select({ userId: memberships.userId, organisationId: memberships.organisationId, role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.role, 'owner'),
        isNull(memberships.endedAt),
        inArray(
          memberships.organisationId,
          mine.map((entry) => entry.organisationId),
        ),
      ),
    );
  return leftWithoutOwner(userId, held);
}

/**
 * Empties one's own account: name, contacts, password, factor, devices and memberships go; the row stays without a name,
 * because reports, letters and the trail refer to it. Refuses somebody without whom an organisation would have no owner.
 */
export async function deleteAccount(
  { actor, now }: { actor: UserActor; now: Date },
  { password }: { password: string },
): Promise<
  Result<
    undefined,
    | 'accounts.error.password'
    | 'common.error.too-many'
    | 'accounts.error.gone'
    | 'accounts.error.last-owner'
    | 'accounts.error.last-operator'
  >
> {
  const known = await findPerson(actor.userId);
  if (!known) return refuse('accounts.error.gone');
  const wrong = await provePassword(known, password);
  if (wrong) return refuse(wrong, 'password');
  return authDb.transaction(async (tx) => {
    const person = await findPerson(actor.userId, tx);
    if (!person) return refuse('accounts.error.gone');
    if ((await organisationsLeftAlone(person.id, tx)).length > 0) return refuse('accounts.error.last-owner');
    if (person.isOperator && !(await hasOtherOperator(tx, person.id))) return refuse('accounts.error.last-operator');
    // Before the address is gone: invitations to it, and what the person signed as a member, are other pillars' rows.
    await tx.execute(sql`select app.forget_person(${person.id})`);
    await tx
      .update(users)
      .set({
        name: '',
        emailCipher: null,
        emailIndex: null,
        phoneCipher: null,
        phoneIndex: null,
        passwordHash: null,
        totpCipher: null,
        totpConfirmedAt: null,
        totpLastStep: null,
        isOperator: false,
        deletedAt: now,
      })
      .where(eq(users.id, person.id));
    await tx
      .update(memberships)
      .set({ endedAt: now })
      .where(and(eq(memberships.userId, person.id), isNull(memberships.endedAt)));
    await tx.delete(sessions).where(eq(sessions.userId, person.id));
    await tx.delete(accountTokens).where(eq(accountTokens.userId, person.id));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, person.id));
    await audit(
      tx,
      { kind: 'account', userId: person.id },
      { action: 'account.delete', subjectType: 'user', subjectId: person.id },
    );
    return ok();
  });
}

async function hasOtherOperator(tx: Tx, userId: string): Promise<boolean> {
  const operators = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.isOperator, true), isNull(users.deletedAt)));
  return operators.some((entry) => entry.id !== userId);
}
