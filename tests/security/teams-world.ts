import type postgres from 'postgres';
import { TEAM_GRANTS } from '#app/features/teams/rules/roles.ts';
import type { TeamRole, UserActor } from '#app/kernel/actor.ts';
import type { Scope } from '#app/platform/db-scope.server.ts';

export const NOW = new Date();
export const hoursFromNow = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

/** Somebody with an account; with an e-mail where letters are to arrive. */
export async function newUser(
  sql: postgres.Sql,
  name: string,
  { email, isOperator = false }: { email?: string; isOperator?: boolean } = {},
): Promise<string> {
  const { blindIndex, seal } = await import('#app/platform/crypto.server.ts');
  const id = crypto.randomUUID();
  await sql`insert into users ${sql({
    id,
    name,
    is_operator: isOperator,
    email_cipher: email ? seal(email, 'users.email') : null,
    email_index: email ? blindIndex('email', email) : null,
  })}`;
  return id;
}

/** The actor as a session would load it at this moment. */
export async function actorOf(userId: string, isOperator = false): Promise<UserActor> {
  const { listMemberships } = await import('#app/platform/session.server.ts');
  return {
    kind: 'user',
    userId,
    name: 'Sınaq',
    locale: 'az',
    isOperator,
    hasSecondFactor: false,
    sessionId: '',
    memberships: await listMemberships(userId),
  };
}

export async function seat(
  sql: postgres.Sql,
  organisationId: string,
  role: TeamRole,
  { userId, expiresAt = null }: { userId?: string; expiresAt?: Date | null } = {},
): Promise<string> {
  const id = userId ?? (await newUser(sql, `Sınaq ${role}`));
  await sql`insert into memberships ${sql({
    id: crypto.randomUUID(),
    organisation_id: organisationId,
    user_id: id,
    role: TEAM_GRANTS[role].base,
    team_role: role,
    expires_at: expiresAt,
  })}`;
  return id;
}

export type Team = { id: string; slug: string; candidate: string; name: string };

/** A team by the way a candidate goes. */
export async function newTeam(sql: postgres.Sql, name: string, email?: string): Promise<Team> {
  const { createTeam } = await import('#app/features/teams/commands/create-team.server.ts');
  const candidate = await newUser(sql, 'Namizəd', { email });
  const made = await createTeam(
    { actor: await actorOf(candidate), now: NOW },
    { clientId: crypto.randomUUID(), name, region: 'AZ-MAS' },
  );
  if (!made.ok) throw new Error(made.refusal.code);
  const [row] = await sql<{ id: string }[]>`select id from organisations where slug = ${made.value.slug}`;
  return { id: row?.id ?? '', slug: made.value.slug, candidate, name };
}

export const memberScope = (organisationId: string, userId: string): Extract<Scope, { kind: 'member' }> => ({
  kind: 'member',
  organisationId,
  userId,
  role: 'owner',
});

/** A member at work in a team, as its commands want it. */
export async function workOf(team: Team, userId: string) {
  const actor = await actorOf(userId);
  const membership = actor.memberships.find(({ organisationId }) => organisationId === team.id);
  return {
    actor,
    scope: memberScope(team.id, userId),
    now: NOW,
    by: membership?.teamRoles ?? [],
    names: { az: team.name, en: team.name, ru: team.name },
  };
}

/** A person in the team's own list, with a telephone. */
export async function knownPerson(sql: postgres.Sql, organisationId: string, by: string, phone: string) {
  const { indexOfContact, readContact, sealContact } = await import('#app/features/people/contact.server.ts');
  const contact = readContact(phone);
  if (!contact) throw new Error('no telephone');
  const id = crypto.randomUUID();
  await sql`insert into people ${sql({ id, organisation_id: organisationId, name: 'Gizli Tanış', match_key: 'gizli', created_by: by })}`;
  await sql`insert into people_marks ${sql({ origin_id: id, person_id: id, organisation_id: organisationId, kind: 'role', value: 'volunteer' })}`;
  await sql`insert into people_contacts ${sql({ id: crypto.randomUUID(), origin_id: id, person_id: id, organisation_id: organisationId, kind: 'phone', cipher: sealContact(organisationId, contact), contact_index: indexOfContact(contact) })}`;
  return { id, index: indexOfContact(contact) };
}

/** How many of an organisation's rows a scope sees, by table; a table to which the application has no right counts as none. */
export async function rowsSeen(
  sql: postgres.Sql,
  organisationId: string,
  scope: Scope,
): Promise<Record<string, number>> {
  const { withScope } = await import('#app/platform/db-scope.server.ts');
  const { sql: query } = await import('drizzle-orm');
  const tables = await sql<{ name: string; at: string }[]>`
    select c.relname as name, a.attname as at from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege('icma_app', c.oid, 'select')
      and (a.attname = 'organisation_id' or c.relname = 'organisations' and a.attname = 'id') order by 1`;
  const each = tables.map(
    ({ at, name }) => `select '${name}' as name, count(*)::int as n from ${name} where ${at} = '${organisationId}'`,
  );
  const rows = await withScope(scope, (tx) =>
    tx.execute<{ name: string; n: number }>(query.raw(each.join(' union all '))),
  );
  return Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ name, n }) => [name, n]));
}

/** An organisation above nobody: its owner is the coordinator who trains candidates. */
export async function newSociety(sql: postgres.Sql): Promise<{ society: string; coordinator: string }> {
  const society = crypto.randomUUID();
  await sql`insert into organisations ${sql({ id: society, slug: `c-${society}`, kind: 'society', state: 'approved', name_az: 'C', name_en: 'C', name_ru: 'C' })}`;
  const coordinator = await newUser(sql, 'Koordinator');
  await sql`insert into memberships ${sql({ id: crypto.randomUUID(), organisation_id: society, user_id: coordinator, role: 'owner' })}`;
  return { society, coordinator };
}

/** A place that a colleague has at a shift of the team tomorrow. Returns the sign-up's id. */
export async function placeAtShift(sql: postgres.Sql, team: Team, userId: string): Promise<string> {
  const [event, shift, place] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const { personIndexOf, sealSignUp } = await import('#app/features/events/sign-up-person.server.ts');
  const its = { organisation_id: team.id, event_id: event };
  const person = { name: 'Sınaq', contact: null };
  await sql`insert into events ${sql({
    id: event,
    organisation_id: team.id,
    kind: 'volunteering',
    audience: 'members',
    state: 'open',
    title: 'Gizli növbə',
    locale: 'az',
    region: 'AZ-MAS',
    place: 'Boradigah',
    created_by: team.candidate,
    opened_at: NOW,
  })}`;
  await sql`insert into event_shifts ${sql({ ...its, id: shift, starts_at: hoursFromNow(24), ends_at: hoursFromNow(26), capacity: 5 })}`;
  await sql`insert into event_sign_ups ${sql({
    ...its,
    id: place,
    shift_id: shift,
    client_id: crypto.randomUUID(),
    state: 'registered',
    way: 'member',
    user_id: userId,
    person_cipher: sealSignUp(team.id, person),
    person_index: personIndexOf(shift, person, userId),
    consent_version: '2026-11',
    locale: 'az',
  })}`;
  return place;
}
