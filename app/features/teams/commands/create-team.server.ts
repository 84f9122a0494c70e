import { memberships, organisations, teams } from '#db/schema/index.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId, hmac } from '#app/platform/crypto.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { TEAM_GRANTS } from '../rules/roles.ts';

/** How many teams one person may keep at a time: one candidacy, one mistake, one to learn with. */
const MOST_TEAMS = 3;

/**
 * A candidate founds her team: hers from the first moment, without a parent, approved by nobody. Its address says nothing of
 * her. The same form twice is one team. Refuses a fourth team of one person, and too many attempts.
 */
export async function createTeam(
  { actor, now }: { actor: UserActor; now: Date },
  { clientId, name, region }: { clientId: string; name: string; region: string },
): Promise<Result<{ slug: string }, 'teams.new.error.many' | 'common.error.too-many'>> {
  const form = `team/${actor.userId}/${clientId}`;
  const organisationId = hashedId(form);
  const slug = `t-${hmac('team-address', form).slice(0, 16)}`;
  if (actor.memberships.some((entry) => entry.organisationId === organisationId)) return ok({ slug });
  const own = actor.memberships.filter(({ kind, roles }) => kind === 'team' && roles.includes('owner'));
  if (own.length >= MOST_TEAMS) return refuse('teams.new.error.many');
  if (!(await withinLimit('apply', `team/${actor.userId}`))) return refuse('common.error.too-many');
  // There is no member yet whose scope it could be: the organisation is made in its own.
  await withScope({ kind: 'system', organisationId }, async (tx) => {
    const made = await tx
      .insert(organisations)
      .values({
        id: organisationId,
        slug,
        kind: 'team',
        state: 'approved',
        nameAz: name,
        nameEn: name,
        nameRu: name,
        createdAt: now,
        approvedAt: now,
      })
      .onConflictDoNothing();
    if (made.count === 0) return;
    await tx.insert(teams).values({ organisationId, region, createdBy: actor.userId, createdAt: now });
    await tx.insert(memberships).values({
      id: newId(),
      organisationId,
      userId: actor.userId,
      role: TEAM_GRANTS.candidate.base,
      teamRole: 'candidate',
      createdAt: now,
    });
    await audit(
      tx,
      { kind: 'member', organisationId, userId: actor.userId, role: 'owner' },
      { action: 'team.created', subjectType: 'team' },
    );
  });
  return ok({ slug });
}
