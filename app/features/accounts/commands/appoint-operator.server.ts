import { eq } from 'drizzle-orm';
import { authDb } from '#db/client.server.ts';
import { accountTokens, users } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { randomToken, tokenHash } from '#app/platform/crypto.server.ts';
import { contactColumns, findByContact } from '../people.server.ts';
import type { Contact } from '../rules/contact.ts';

const LINK_HOURS = 24;

type Appointed = { token: string; isNew: boolean; wasOperator: boolean };

/**
 * For whoever has the server's console: makes somebody operator of the instance, with a new account where there is none,
 * and returns the token of a link for setting a password (24 hours, once). With `passwordOnly` it makes just the link, for
 * somebody whom nobody else can help. Refuses an unknown contact without a name to call the new account by.
 */
export async function appointOperator(
  { now }: { now: Date },
  { contact, name, passwordOnly }: { contact: Contact; name: string; passwordOnly: boolean },
): Promise<Result<Appointed, 'unknown-person' | 'name-missing'>> {
  const known = await findByContact(contact);
  if (!known && passwordOnly) return refuse('unknown-person');
  if (!known && name === '') return refuse('name-missing');
  const userId = known?.id ?? newId();
  const token = randomToken();
  await authDb.transaction(async (tx) => {
    if (!known) await tx.insert(users).values({ id: userId, name, createdAt: now, ...contactColumns(contact) });
    if (!passwordOnly) await tx.update(users).set({ isOperator: true }).where(eq(users.id, userId));
    await tx.insert(accountTokens).values({
      id: newId(),
      userId,
      purpose: 'password_reset',
      tokenHash: tokenHash(token),
      expiresAt: new Date(now.getTime() + LINK_HOURS * 3_600_000),
      createdAt: now,
    });
    const action = passwordOnly ? 'account.console-link' : 'account.appoint-operator';
    await audit(tx, { kind: 'account', userId }, { action, subjectType: 'user', subjectId: userId });
  });
  return ok({ token, isNew: !known, wasOperator: known?.isOperator ?? false });
}
