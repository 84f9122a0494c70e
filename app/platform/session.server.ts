import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { and, eq } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import { authDb } from '#db/client.server.ts';
import { memberships, organisations, sessions, users } from '#db/schema/index.ts';
import { ANONYMOUS, MEMBER_ROLES, TEAM_ROLES, type Actor, type Membership, type UserActor } from '#app/kernel/actor.ts';
import { randomToken, tokenHash } from './crypto.server.ts';
import { env } from './env.server.ts';
import { isStanding } from './standing.server.ts';

/**
 * Sessions. lucia keeps the rows; the row's id is sha256 of a token that lives only in the cookie, so reading the
 * table signs nobody in. lucia is deprecated upstream: this file is the only one that knows it (decision 003).
 */
const IDLE = new TimeSpan(14, 'd');
const ABSOLUTE_MS = 30 * 86_400_000;
/** Writing "last seen" on each request would make every read a write. */
const SEEN_EVERY_MS = 600_000;

const lucia = new Lucia(new DrizzlePostgreSQLAdapter(authDb, sessions, users), {
  sessionExpiresIn: IDLE,
  getSessionAttributes: (row) => ({ createdAt: row.createdAt, lastSeenAt: row.lastSeenAt, provedAt: row.provedAt }),
  getUserAttributes: (row) => ({
    name: row.name,
    locale: row.locale,
    isOperator: row.isOperator,
    hasSecondFactor: row.totpConfirmedAt !== null,
    deletedAt: row.deletedAt,
  }),
});

type SessionRow = Pick<typeof sessions.$inferSelect, 'createdAt' | 'lastSeenAt' | 'provedAt'>;
type UserRow = Pick<typeof users.$inferSelect, 'name' | 'locale' | 'isOperator' | 'totpConfirmedAt' | 'deletedAt'>;

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: SessionRow;
    DatabaseUserAttributes: UserRow;
  }
}

const isSecure = (): boolean => env().PUBLIC_URL?.startsWith('https:') ?? false;
/** `__Host-` binds the cookie to this host over https; the demo on plain http cannot have it. */
export const hostCookie = (name: string): string => (isSecure() ? `__Host-${name}` : name);
export const sessionCookieName = (): string => hostCookie('session');

/** A `Set-Cookie` value with what every cookie of ours carries. `maxAge` in seconds; 0 deletes it. */
export function cookie(name: string, value: string, maxAge: number): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${isSecure() ? '; Secure' : ''}`;
}

/** A cookie's value in a request, or null. */
export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}

/** Signs a person in: a new token each time, so that one planted before is worth nothing. Returns the `Set-Cookie` value. */
export async function startSession(userId: string, now: Date): Promise<string> {
  const token = randomToken();
  await lucia.createSession(
    userId,
    { createdAt: now, lastSeenAt: now, provedAt: now },
    { sessionId: tokenHash(token) },
  );
  return cookie(sessionCookieName(), token, ABSOLUTE_MS / 1000);
}

/** When somebody signed in with this session; null for one that is gone. */
export async function signedInAt(sessionId: string): Promise<Date | null> {
  const [row] = await authDb.select({ createdAt: sessions.createdAt }).from(sessions).where(eq(sessions.id, sessionId));
  return row?.createdAt ?? null;
}

export async function endSession(sessionId: string): Promise<string> {
  await lucia.invalidateSession(sessionId);
  return cookie(sessionCookieName(), '', 0);
}

/** Who sent this request. Anonymous for no cookie, an unknown or expired token, or a deleted account. */
export async function readActor(request: Request, now: Date): Promise<Actor> {
  const token = readCookie(request, sessionCookieName());
  if (!token) return ANONYMOUS;
  const { session, user } = await lucia.validateSession(tokenHash(token));
  if (!session || user.deletedAt) return ANONYMOUS;
  if (now.getTime() - session.createdAt.getTime() > ABSOLUTE_MS) {
    await lucia.invalidateSession(session.id);
    return ANONYMOUS;
  }
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await authDb.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id));
  }
  return {
    kind: 'user',
    userId: user.id,
    name: user.name,
    locale: user.locale,
    isOperator: user.isOperator,
    hasSecondFactor: user.hasSecondFactor,
    sessionId: session.id,
    memberships: await listMemberships(user.id),
  } satisfies UserActor;
}

/** The organisations a person works in, each with all roles held there; roles that ended or ran out and organisations that are not approved are left out. */
export async function listMemberships(userId: string): Promise<Membership[]> {
  const rows = await authDb
    .select({
      organisationId: organisations.id,
      slug: organisations.slug,
      kind: organisations.kind,
      nameAz: organisations.nameAz,
      nameEn: organisations.nameEn,
      nameRu: organisations.nameRu,
      role: memberships.role,
      teamRole: memberships.teamRole,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.userId, userId), isStanding(), eq(organisations.state, 'approved')));
  const byId = Map.groupBy(rows, (row) => row.organisationId);
  return [...byId.values()].map((group) => {
    const [first] = group as [(typeof rows)[number], ...typeof rows];
    const held = new Set(group.map((row) => row.role));
    return {
      organisationId: first.organisationId,
      slug: first.slug,
      kind: first.kind,
      names: { az: first.nameAz, en: first.nameEn, ru: first.nameRu },
      roles: MEMBER_ROLES.filter((role) => held.has(role)),
      ...(first.kind === 'team'
        ? { teamRoles: TEAM_ROLES.filter((role) => group.some((row) => row.teamRole === role)) }
        : {}),
    };
  });
}
