import { sql, TransactionRollbackError } from 'drizzle-orm';
import { authDb, type Tx } from '#db/client.server.ts';
import { consents, users } from '#db/schema/index.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId, tokenHash } from '#app/platform/crypto.server.ts';
import { hashPassword, isPassword } from '#app/platform/passwords.server.ts';
import { forgive, withinLimit } from '#app/platform/rate-limit.server.ts';
import { startSession } from '#app/platform/session.server.ts';
import { findInvitation, isFor, isMember, type FoundInvitation } from '../invitation.server.ts';
import { contactColumns, findPerson } from '../people.server.ts';
import { ACCOUNT_CONSENT } from '../rules/consent.ts';
import type { Contact } from '../rules/contact.ts';
import { isFounding } from '../rules/invitations.ts';
import { passwordFault, type PasswordFault } from '../rules/passwords.ts';
import { isTaken } from '../taken.server.ts';

type Closed = 'accounts.invitation.error.closed' | 'teams.error.agents';

/** The database counts a team's authorised agents (db/guards/045-teams.sql). */
const isFull = (error: unknown): boolean =>
  error instanceof Error && ((error.cause ?? error) as { code?: unknown }).code === 'IC003';

/** Takes a place in the transaction; the database checks once more that the invitation is open and for this person. */
async function takePlace(tx: Tx, token: string, userId: string, invitation: FoundInvitation): Promise<boolean> {
  const [row] = await tx.execute<{ organisation: string | null }>(
    sql`select app.accept_invitation(${tokenHash(token)}, ${userId}) as organisation`,
  );
  if (!row?.organisation) return false;
  await audit(
    tx,
    { kind: 'account', userId },
    // Which society's word brought a candidate is nobody's to read.
    isFounding(invitation)
      ? { action: 'invitation.accept', subjectType: 'team' }
      : { action: 'invitation.accept', subjectType: 'organisation', subjectId: row.organisation },
  );
  return true;
}

/** For somebody signed in. What is posted says nothing of role or organisation: both are the invitation's. */
export async function acceptInvitation(
  { actor }: { actor: UserActor },
  { token }: { token: string },
): Promise<Result<{ slug: string }, Closed | 'accounts.invitation.error.other-email'>> {
  const invitation = await findInvitation(token);
  if (!invitation) return refuse('accounts.invitation.error.closed');
  // Clicked twice: the place is taken already.
  if (isMember(actor, invitation)) return ok({ slug: invitation.slug });
  if (!invitation.isOpen) return refuse('accounts.invitation.error.closed');
  if (!(await isFor(invitation, actor.userId))) return refuse('accounts.invitation.error.other-email');
  try {
    const accepted = await authDb.transaction((tx) => takePlace(tx, token, actor.userId, invitation));
    return accepted ? ok({ slug: invitation.slug }) : refuse('accounts.invitation.error.closed');
  } catch (error) {
    if (isFull(error)) return refuse('teams.error.agents');
    throw error;
  }
}

type NewPerson = {
  token: string;
  clientId: string;
  name: string;
  contact: Contact;
  newPassword: string;
  locale: Locale;
};
type OpenRefusal = Closed | PasswordFault | 'accounts.error.taken' | 'common.error.too-many';

/**
 * Opens an account for somebody invited, with their consent, and takes the place: all or nothing. By e-mail the address is
 * the invitation's, whatever was posted. Sent twice, the second finds the account of the first.
 */
export async function openAccount(
  { clientKey, now }: { clientKey: string; now: Date },
  input: NewPerson,
): Promise<Result<{ cookie: string; slug: string }, OpenRefusal>> {
  if (!(await withinLimit('sign-in', clientKey))) return refuse('common.error.too-many');
  const invitation = await findInvitation(input.token);
  if (!invitation) return refuse('accounts.invitation.error.closed');
  const userId = hashedId(`account/${input.clientId}`);
  const earlier = await findPerson(userId);
  if (earlier)
    return (await isPassword(earlier.passwordHash, input.newPassword))
      ? welcome(userId, invitation.slug, clientKey, now)
      : refuse('accounts.error.taken', 'contact');
  if (!invitation.isOpen) return refuse('accounts.invitation.error.closed');
  const contact: Contact = invitation.email === null ? input.contact : { kind: 'email', value: invitation.email };
  const fault = passwordFault(input.newPassword, [input.name, contact.value, ...Object.values(invitation.names)]);
  if (fault) return refuse(fault, 'newPassword');
  const passwordHash = await hashPassword(input.newPassword);
  try {
    const accepted = await authDb.transaction(async (tx) => {
      await tx.insert(users).values({
        id: userId,
        name: input.name,
        locale: input.locale,
        passwordHash,
        createdAt: now,
        ...contactColumns(contact),
      });
      await tx.insert(consents).values({
        id: newId(),
        subjectType: 'user',
        subjectId: userId,
        locale: input.locale,
        givenAt: now,
        ...ACCOUNT_CONSENT,
      });
      if (!(await takePlace(tx, input.token, userId, invitation))) tx.rollback();
      return true;
    });
    return accepted
      ? await welcome(userId, invitation.slug, clientKey, now)
      : refuse('accounts.invitation.error.closed');
  } catch (error) {
    if (isTaken(error)) return refuse('accounts.error.taken', 'contact');
    if (isFull(error)) return refuse('teams.error.agents');
    if (error instanceof TransactionRollbackError) return refuse('accounts.invitation.error.closed');
    throw error;
  }
}

async function welcome(
  userId: string,
  slug: string,
  clientKey: string,
  now: Date,
): Promise<Result<{ cookie: string; slug: string }, never>> {
  // A whole meeting may come in through one network.
  await forgive('sign-in', clientKey);
  return ok({ cookie: await startSession(userId, now), slug });
}
