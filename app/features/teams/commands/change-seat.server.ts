import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { memberships, organisations } from '#db/schema/index.ts';
import { mayHaveAgent } from '#app/features/elections/rules/campaign-gate.ts';
import type { TeamRole } from '#app/kernel/actor.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { mayHere, type StaffWork } from '#app/platform/staff-work.server.ts';
import { grantableTeamRoles, TEAM_GRANTS } from '../rules/roles.ts';
import { endOfDay } from '../rules/seat-end.ts';
import { listSeats, type TeamMember } from '../seats.server.ts';

type Refused =
  | 'common.error.not-allowed'
  | 'teams.error.unknown'
  | 'teams.error.rank'
  | 'teams.error.candidate'
  | 'teams.error.past'
  | 'teams.error.agents';
type Work = StaffWork & { by: readonly TeamRole[] };

/** The team's people, held for the rest of the transaction: two changes at once do not both pass. */
async function lockSeats(tx: Tx, { now, scope }: Work): Promise<TeamMember[]> {
  await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, scope.organisationId))
    .for('update');
  return listSeats(tx, scope.organisationId, now);
}

const endSeats = (tx: Tx, { now, scope }: Work, userId: string) =>
  tx
    .update(memberships)
    .set({ endedAt: now })
    .where(
      and(
        eq(memberships.organisationId, scope.organisationId),
        eq(memberships.userId, userId),
        isNull(memberships.endedAt),
      ),
    );

/** Why this person's place may not be touched by these roles. */
function refuseTouch(work: Work, member: TeamMember | undefined): Refused | undefined {
  if (!member) return 'teams.error.unknown';
  if (member.seats.some(({ role }) => role === 'candidate')) return 'teams.error.candidate';
  const may = grantableTeamRoles(work.by);
  return member.seats.every(({ role }) => may.includes(role)) ? undefined : 'teams.error.rank';
}

/**
 * Gives somebody in the team this one role until this day (null: no end) in place of those held. Refuses touching the
 * candidate, roles above one's own right, a day that is over, and a fourth agent.
 */
export function changeSeat(
  work: Work,
  { userId, role, until }: { userId: string; role: TeamRole; until: string | null },
): Promise<Result<undefined, Refused>> {
  const { by, now, scope } = work;
  return withScope(scope, async (tx) => {
    if (!mayHere(work, 'team.manage')) return refuse('common.error.not-allowed');
    const members = await lockSeats(tx, work);
    const member = members.find((one) => one.userId === userId);
    const fault = refuseTouch(work, member);
    if (fault) return refuse(fault);
    if (!grantableTeamRoles(by).includes(role)) return refuse('teams.error.rank', 'role');
    if (until !== null && until < dayOf(now)) return refuse('teams.error.past', 'until');
    const agents = members.filter(
      (one) => one.userId !== userId && !one.isExpired && one.seats.some((seat) => seat.role === 'authorised_agent'),
    );
    if (role === 'authorised_agent' && !mayHaveAgent(agents.length, now).ok)
      return refuse('teams.error.agents', 'role');
    await endSeats(tx, work, userId);
    await tx.insert(memberships).values({
      id: newId(),
      organisationId: scope.organisationId,
      userId,
      role: TEAM_GRANTS[role].base,
      teamRole: role,
      createdAt: now,
      expiresAt: until === null ? null : endOfDay(until),
    });
    await audit(tx, scope, { action: 'member.roles-changed', subjectType: 'user', subjectId: userId });
    return ok();
  });
}

/** Ends somebody's place, or one's own: whoever is not the candidate may go at any time. */
export function endSeat(work: Work, userId: string): Promise<Result<undefined, Refused>> {
  const { scope } = work;
  return withScope(scope, async (tx) => {
    const isOneself = userId === scope.userId;
    if (!isOneself && !mayHere(work, 'team.manage')) return refuse('common.error.not-allowed');
    const members = await lockSeats(tx, work);
    const member = members.find((one) => one.userId === userId);
    const fault = refuseTouch(work, member);
    if (fault && !(isOneself && fault === 'teams.error.rank')) return refuse(fault);
    await endSeats(tx, work, userId);
    await audit(tx, scope, {
      action: isOneself ? 'member.left' : 'member.ended',
      subjectType: 'user',
      subjectId: userId,
    });
    return ok();
  });
}
