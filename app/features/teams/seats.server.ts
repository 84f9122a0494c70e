import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { memberships, users } from '#db/schema/index.ts';
import { TEAM_ROLES, type TeamRole } from '#app/kernel/actor.ts';
import { compareAz } from '#app/kernel/az-text.ts';

/** One role of one person in a team. */
export type Seat = { id: string; role: TeamRole; since: Date; until: Date | null };
/** Somebody in the team, with every role held there. */
export type TeamMember = { userId: string; name: string; seats: Seat[]; isExpired: boolean };

/** Who is in the team of the transaction's scope, in the order of the roles; whoever ran out within it is named apart. */
export async function listSeats(tx: Tx, organisationId: string, now: Date): Promise<TeamMember[]> {
  const rows = await tx
    .select({
      id: memberships.id,
      userId: memberships.userId,
      name: users.name,
      role: memberships.teamRole,
      since: memberships.createdAt,
      until: memberships.expiresAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.createdAt));
  const members = [...Map.groupBy(rows, ({ userId }) => userId).values()].map((held) => ({
    userId: held[0]?.userId ?? '',
    name: held[0]?.name ?? '',
    seats: held.flatMap(({ id, role, since, until }) => (role ? [{ id, role, since, until }] : [])),
    isExpired: held.every(({ until }) => until !== null && until <= now),
  }));
  const rank = ({ seats }: TeamMember) => Math.min(...seats.map(({ role }) => TEAM_ROLES.indexOf(role)));
  return members.sort((a, b) => rank(a) - rank(b) || compareAz(a.name, b.name));
}
