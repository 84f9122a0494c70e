import type postgres from 'postgres';
import { beforeAll } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import type { MemberRole, OrganisationKind, TeamRole, UserActor } from '#app/kernel/actor.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';

type Seat = { name: string; where: string; role: MemberRole; teamRole: TeamRole | null };

const CAST = {
  candidate: { name: 'Aysel Sınaq', where: 'her-team', role: 'owner', teamRole: 'candidate' },
  manager: { name: 'Orxan Sınaq', where: 'her-team', role: 'organiser', teamRole: 'campaign_manager' },
  canvasser: { name: 'Leman Sınaq', where: 'her-team', role: 'volunteer', teamRole: 'canvasser' },
  /** A candidate of the same town, with a team of her own. */
  rival: { name: 'Sevda Sınaq', where: 'other-team', role: 'owner', teamRole: 'candidate' },
  /** Somebody of a society, in no team. */
  society: { name: 'Kamran Sınaq', where: 'society', role: 'owner', teamRole: null },
} as const satisfies Record<string, Seat>;

const KINDS: Record<string, OrganisationKind> = { 'her-team': 'team', 'other-team': 'team', society: 'society' };

export type Teams = Record<keyof typeof CAST, StaffWork> & { organisationId: string; rivalId: string };

/** Two candidates' teams and a society, in a database of their own: filled by the file's first `beforeAll`. */
export function teamsAtWork(sql: postgres.Sql, now: Date): Teams {
  const at = {} as Teams;
  beforeAll(async () => {
    const ids = new Map(Object.keys(KINDS).map((slug) => [slug, newId()]));
    for (const [slug, id] of ids)
      await sql`insert into organisations (id, slug, kind, state, name_az, name_en, name_ru)
        values (${id}, ${slug}, ${KINDS[slug] ?? 'team'}, 'approved', ${slug}, ${slug}, ${slug})`;
    for (const [who, seat] of Object.entries(CAST)) at[who as keyof typeof CAST] = await seated(sql, seat, ids, now);
    at.organisationId = ids.get('her-team') ?? '';
    at.rivalId = ids.get('other-team') ?? '';
  });
  return at;
}

async function seated(
  sql: postgres.Sql,
  { name, where, role, teamRole }: Seat,
  ids: ReadonlyMap<string, string>,
  now: Date,
): Promise<StaffWork> {
  const { listMemberships } = await import('#app/platform/session.server.ts');
  const [userId, organisationId] = [newId(), ids.get(where) ?? ''];
  await sql`insert into users (id, name) values (${userId}, ${name})`;
  await sql`insert into memberships (id, organisation_id, user_id, role, team_role)
    values (${newId()}, ${organisationId}, ${userId}, ${role}, ${teamRole})`;
  const actor: UserActor = {
    kind: 'user',
    userId,
    name,
    locale: 'az',
    isOperator: false,
    hasSecondFactor: false,
    sessionId: 'test',
    memberships: await listMemberships(userId),
  };
  return { actor, scope: { kind: 'member', organisationId, userId, role }, now };
}

/** What the operator stated, written past the form: the day may be one that is past. */
export async function state(
  sql: postgres.Sql,
  { day, payer, lawyer, clearedOn }: { day: string | null; payer: string; lawyer: string; clearedOn: string | null },
): Promise<void> {
  await sql`insert into election_statements (id, day, payer, lawyer, cleared_on, stated_by)
    values (${newId()}, ${day}, ${payer}, ${lawyer}, ${clearedOn}, ${newId()})`;
}
