import type { TeamRole } from '#app/kernel/actor.ts';
import { mayHaveAgent } from '#app/features/elections/rules/campaign-gate.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { refuse, type Result } from '#app/kernel/result.ts';
import { createInvitation } from '#app/features/accounts/public.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import type { Log } from '#app/platform/log.server.ts';
import { mayHere, type StaffWork } from '#app/platform/staff-work.server.ts';
import { fitsManyUses, grantableTeamRoles, TEAM_GRANTS } from '../rules/roles.ts';
import { endOfDay } from '../rules/seat-end.ts';
import { listSeats } from '../seats.server.ts';

export type TeamInvitation = {
  clientId: string;
  role: TeamRole;
  days: number;
  maxUses: number;
  /** Last day of the membership, `YYYY-MM-DD`; null for no end. */
  until: string | null;
};
type Refused =
  'common.error.not-allowed' | 'teams.error.rank' | 'teams.error.one-use' | 'teams.error.past' | 'teams.error.agents';

/**
 * A link into one's team with a role, to hand on or to show as a QR code. The address stands in the answer only. Refuses a role
 * that one may not give, several uses of a link for more than a volunteer, a day that is over, and a fourth agent.
 */
export async function inviteToTeam(
  work: StaffWork & { log: Log; by: readonly TeamRole[]; names: { az: string; en: string; ru: string } },
  input: TeamInvitation,
  { locale, origin }: { locale: Locale; origin: string },
): Promise<Result<{ url: string }, Refused>> {
  const { actor, by, names, now, scope } = work;
  if (!mayHere(work, 'team.invite')) return refuse('common.error.not-allowed');
  if (!grantableTeamRoles(by).includes(input.role)) return refuse('teams.error.rank', 'role');
  if (input.maxUses > 1 && !fitsManyUses(input.role)) return refuse('teams.error.one-use', 'maxUses');
  if (input.until !== null && input.until < dayOf(now)) return refuse('teams.error.past', 'until');
  if (input.role === 'authorised_agent') {
    const seats = await withScope(scope, (tx) => listSeats(tx, scope.organisationId, now));
    const agents = seats.filter((one) => !one.isExpired && one.seats.some(({ role }) => role === 'authorised_agent'));
    if (!mayHaveAgent(agents.length, now).ok) return refuse('teams.error.agents', 'role');
  }
  const made = await createInvitation(
    { scope, now, log: work.log },
    {
      organisationId: scope.organisationId,
      kind: 'link',
      role: TEAM_GRANTS[input.role].base,
      team: { role: input.role, memberUntil: input.until === null ? null : endOfDay(input.until) },
      days: input.days,
      maxUses: input.maxUses,
      inviterName: actor.name,
      organisationName: names[locale],
      locale,
      origin,
      clientId: input.clientId,
    },
  );
  return made.ok ? made : refuse('teams.error.rank', 'role');
}
