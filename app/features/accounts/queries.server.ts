import { and, count, desc, eq, gt, isNull, not, sql } from 'drizzle-orm';
import { authDb, authSql, type Tx } from '#db/client.server.ts';
import { invitations, memberships, organisations, recoveryCodes, sessions } from '#db/schema/index.ts';
import type { MemberRole, TeamRole, UserActor } from '#app/kernel/actor.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { emailOf, findPerson, phoneOf } from './people.server.ts';
import { invitationState, type InvitationState } from './rules/invitations.ts';
import { listPushDevices } from './push-devices.server.ts';
import { otpauthUri } from './second-factor.server.ts';

export type InvitationRow = {
  id: string;
  kind: 'email' | 'link';
  role: MemberRole;
  teamRole: TeamRole | null;
  memberUntil: Date | null;
  /** Null for a link. */
  email: string | null;
  uses: number;
  maxUses: number;
  expiresAt: Date;
  createdAt: Date;
  createdBy: string;
  state: InvitationState;
};

/**
 * The invitations of the organisation whose member scope `tx` is in, newest first; at most 200. Those to found a team are
 * another list: they invite nobody in here.
 */
export async function listInvitations(
  tx: Tx,
  now = new Date(),
  { founding = false }: { founding?: boolean } = {},
): Promise<InvitationRow[]> {
  const isFounding = sql`${invitations.teamRole} is not distinct from 'candidate'`;
  const rows = await tx
    .select()
    .from(invitations)
    .where(founding ? isFounding : not(isFounding))
    .orderBy(desc(invitations.createdAt))
    .limit(200);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    role: row.role,
    teamRole: row.teamRole,
    memberUntil: row.memberUntil,
    email: row.emailCipher === null ? null : unseal(row.emailCipher, 'invitations.email'),
    uses: row.uses,
    maxUses: row.maxUses,
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    state: invitationState(row, now),
  }));
}

/** One's own account, contacts opened. `factor` is where the second factor stands. */
export type Account = {
  name: string;
  email: string | null;
  phone: string | null;
  locale: Locale;
  factor: 'off' | 'begun' | 'on';
  recoveryCodesLeft: number;
  devices: number;
};

/** Null for an account that was deleted a moment ago. */
export async function readAccount({ userId }: UserActor): Promise<Account | null> {
  const person = await findPerson(userId);
  if (!person) return null;
  const [codes] = await authDb
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  const [devices] = await authDb
    .select({ open: count() })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, new Date())));
  return {
    name: person.name,
    email: emailOf(person),
    phone: phoneOf(person),
    locale: person.locale,
    factor: person.totpConfirmedAt !== null ? 'on' : person.totpCipher === null ? 'off' : 'begun',
    recoveryCodesLeft: codes?.left ?? 0,
    devices: devices?.open ?? 0,
  };
}

/** The secret of a factor that was begun and not confirmed: as text and as what the QR code says. Null otherwise. */
export async function readBegunFactor({ userId }: UserActor): Promise<{ secret: string; uri: string } | null> {
  const person = await findPerson(userId);
  if (!person?.totpCipher || person.totpConfirmedAt !== null) return null;
  const secret = unseal(person.totpCipher, 'users.totp');
  return { secret, uri: otpauthUri(secret, emailOf(person) ?? phoneOf(person) ?? person.name) };
}

export type Device = { id: string; label: string | null; createdAt: Date; lastSeenAt: Date; isThis: boolean };

/** Where the person is signed in: this device first, then the latest seen. */
export async function listDevices({ sessionId, userId }: UserActor, now: Date): Promise<Device[]> {
  const rows = await authDb
    .select({ id: sessions.id, label: sessions.label, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt));
  const devices = rows.map((row) => ({ ...row, isThis: row.id === sessionId }));
  return devices.sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

type Signature = {
  organisation: string;
  fullNameCipher: string;
  addressCipher: string;
  agreedAt: string;
  revokedAt: string | null;
};
type Records = { trail: object[]; consents: object[]; signatures: Signature[] };

/** Everything held about a person, in plain words, for the download. Secrets (password, factor, tokens) are named, not given. */
export async function exportAccount(actor: UserActor, now: Date): Promise<object | null> {
  const person = await findPerson(actor.userId);
  if (!person) return null;
  const held = await authDb
    .select({
      organisation: organisations.nameAz,
      role: memberships.role,
      from: memberships.createdAt,
      until: memberships.endedAt,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.userId, actor.userId))
    .orderBy(memberships.createdAt);
  const devices = await listDevices(actor, now);
  const [row] = await authSql<{ records: Records }[]>`select app.own_records(${actor.userId}) as records`;
  const { consents, signatures, trail } = row?.records ?? { consents: [], signatures: [], trail: [] };
  return {
    exportedAt: now,
    profile: {
      name: person.name,
      email: emailOf(person),
      phone: phoneOf(person),
      language: person.locale,
      isOperator: person.isOperator,
      hasPassword: person.passwordHash !== null,
      secondFactorSince: person.totpConfirmedAt,
      createdAt: person.createdAt,
    },
    memberships: held,
    devicesWithNotices: (await listPushDevices(actor)).map(({ label, since, isThis }) => ({ label, since, isThis })),
    devices: devices.map(({ createdAt, isThis, label, lastSeenAt }) => ({ label, createdAt, lastSeenAt, isThis })),
    consents,
    letterSignatures: signatures.map(({ addressCipher, fullNameCipher, ...rest }) => ({
      ...rest,
      fullName: unseal(fullNameCipher, 'letter-signatories.full-name'),
      address: unseal(addressCipher, 'letter-signatories.address'),
    })),
    actions: trail,
  };
}
