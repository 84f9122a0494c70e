import { getTeamHome, type TeamHome } from '#app/features/teams/home.server.ts';
import { can } from '#app/policy.ts';
import type { AtWork } from '#app/platform/request.server.ts';

/** A team's own part of the workspace's home; null for any other organisation. */
export async function readMorning({ actor, membership, scope }: AtWork, now: Date): Promise<TeamHome | null> {
  if (membership.kind !== 'team') return null;
  const here = { organisationId: membership.organisationId };
  return getTeamHome(scope, now, {
    learn: can(actor, 'team.learn', here),
    confirm: can(actor, 'candidacy.confirm', here),
    readDiary: can(actor, 'team.read-diary', here),
    readEvents: can(actor, 'event.read', here),
  });
}
