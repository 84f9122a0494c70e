import { and, eq, isNull } from 'drizzle-orm';
import { authDb, authSql } from '#db/client.server.ts';
import { users } from '#db/schema/index.ts';
import type { Actor, MemberRole, TeamRole, UserActor } from '#app/kernel/actor.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { tokenHash, unseal } from '#app/platform/crypto.server.ts';
import { findPerson } from './people.server.ts';
import { maskEmail } from './rules/contact.ts';

/** What a token in somebody's hand is worth. */
export type FoundInvitation = {
  organisationId: string;
  slug: string;
  names: { az: string; en: string; ru: string };
  kind: 'email' | 'link';
  role: MemberRole;
  /** Into a candidate's team: the role there, and until when. */
  teamRole: TeamRole | null;
  memberUntil: Date | null;
  /** Whom it is for; null for a link. */
  email: string | null;
  emailIndex: string | null;
  /** Not used up, expired or revoked. */
  isOpen: boolean;
  /** Name of whoever invited; empty when that account is gone. */
  inviter: string;
};

type Row = {
  id: string;
  organisation_id: string;
  kind: 'email' | 'link';
  role: MemberRole;
  team_role: TeamRole | null;
  /** As the driver hands it over: a moment of a plain query is text. */
  member_until: Date | string | null;
  email_index: string | null;
  email_cipher: string | null;
  is_open: boolean;
  slug: string;
  name_az: string;
  name_en: string;
  name_ru: string;
  inviter: string;
};

/** Looks through the database's narrow door: one token, one answer. Null for an unknown token. */
export async function findInvitation(token: string): Promise<FoundInvitation | null> {
  const [row] = await authSql<Row[]>`select * from app.find_invitation(${tokenHash(token)})`;
  if (!row) return null;
  return {
    organisationId: row.organisation_id,
    slug: row.slug,
    names: { az: row.name_az, en: row.name_en, ru: row.name_ru },
    kind: row.kind,
    role: row.role,
    teamRole: row.team_role,
    memberUntil: row.member_until === null ? null : new Date(row.member_until),
    email: row.email_cipher === null ? null : unseal(row.email_cipher, 'invitations.email'),
    emailIndex: row.email_index,
    isOpen: row.is_open,
    inviter: row.inviter,
  };
}

/** Whether the invited address has an account already: its owner, holding the link, is asked to sign in with it. */
async function hasAccount(invitation: FoundInvitation): Promise<boolean> {
  if (invitation.emailIndex === null) return false;
  const [found] = await authDb
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.emailIndex, invitation.emailIndex), isNull(users.deletedAt)));
  return found !== undefined;
}

/** What the invitation's page shows; the names of things only, nothing that the holder of the link may not know. */
export type InvitationView =
  /** Used up, expired, revoked; or, when not even known, never made by us. */
  | { state: 'closed'; isKnown: boolean }
  | {
      /** member: in already; accept: one click; other-account: signed in as somebody else; known: has an account, sign in; new: open an account. */
      state: 'member' | 'accept' | 'other-account' | 'known' | 'new';
      organisation: string;
      slug: string;
      inviter: string;
      role: MemberRole;
      teamRole: TeamRole | null;
      /** The day's end of the membership, as ISO; null for none. */
      memberUntil: string | null;
      /** The invited address: whole where it is the form's preset, masked where somebody else looks on. */
      email: string | null;
      person: string | null;
    };

export async function readInvitationPage(token: string, actor: Actor, locale: Locale): Promise<InvitationView> {
  const invitation = await findInvitation(token);
  if (!invitation) return { state: 'closed', isKnown: false };
  const { inviter, names, role, slug } = invitation;
  const about = {
    organisation: names[locale],
    slug,
    inviter,
    role,
    teamRole: invitation.teamRole,
    memberUntil: invitation.memberUntil?.toISOString() ?? null,
    email: invitation.email,
    person: null,
  };
  if (actor.kind === 'user') {
    const view = { ...about, person: actor.name };
    if (isMember(actor, invitation)) return { ...view, state: 'member' };
    if (!invitation.isOpen) return { state: 'closed', isKnown: true };
    if (await isFor(invitation, actor.userId)) return { ...view, state: 'accept' };
    return { ...view, state: 'other-account', email: invitation.email === null ? null : maskEmail(invitation.email) };
  }
  if (!invitation.isOpen) return { state: 'closed', isKnown: true };
  return { ...about, state: (await hasAccount(invitation)) ? 'known' : 'new' };
}

export function isMember(actor: UserActor, invitation: FoundInvitation): boolean {
  return actor.memberships.some(
    (entry) =>
      entry.organisationId === invitation.organisationId &&
      (invitation.teamRole === null
        ? entry.roles.includes(invitation.role)
        : (entry.teamRoles?.includes(invitation.teamRole) ?? false)),
  );
}

/** Whether this account may use it: one by e-mail asks for the account with that address, a link takes anybody. */
export async function isFor(invitation: FoundInvitation, userId: string): Promise<boolean> {
  if (invitation.kind === 'link') return true;
  const person = await findPerson(userId);
  return person !== undefined && person.emailIndex === invitation.emailIndex;
}
