import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminConnection } from '#tests/support/story.ts';
import { unzip } from '#tests/support/unzip.ts';
import { actorOf, knownPerson, newTeam, newUser, NOW, seat, workOf, type Team } from './teams-world.ts';

let sql: postgres.Sql;
let team: Team;
let other: Team;
let known: { id: string; index: string };
let kept: { id: string; index: string };
const PASSWORD = 'uzun-və-yalnız-onun';

/** One row, with whatever else the table wants filled in by the caller. */
const put = (table: string, row: Record<string, unknown>) => sql`insert into ${sql(table)} ${sql(row as never)}`;

beforeAll(async () => {
  sql = adminConnection();
  const { hashPassword } = await import('#app/platform/passwords.server.ts');
  team = await newTeam(sql, 'Silinən', 'silinen@icma.invalid');
  other = await newTeam(sql, 'Qalan');
  await sql`update users set password_hash = ${await hashPassword(PASSWORD)} where id = ${team.candidate}`;
  known = await knownPerson(sql, team.id, team.candidate, '+994709998877');
  kept = await knownPerson(sql, other.id, other.candidate, '+994705556677');
  await seat(sql, team.id, 'canvasser');
  const { sealAbout, sealNote } = await import('#app/features/people/contact.server.ts');
  const its = { origin_id: known.id, person_id: known.id, organisation_id: team.id };
  const id = () => crypto.randomUUID();
  await put('people_notes', { ...its, id: id(), cipher: sealNote(team.id, 'Qeyd'), author_id: team.candidate });
  await put('people_moments', {
    ...its,
    id: id(),
    kind: 'meeting',
    at: NOW,
    about_cipher: sealAbout(team.id, 'Həyətdə'),
    recorded_by: team.candidate,
  });
  await put('people_consents', {
    ...its,
    id: id(),
    purpose: 'news',
    channel: 'phone',
    text_version: '1',
    given_at: NOW,
    recorded_by: team.candidate,
  });
  await put('people_imports', {
    id: id(),
    organisation_id: team.id,
    file_key: 'team-file-to-go',
    header: sql.json([]),
    rows: 1,
    created_by: team.candidate,
  });
  // A table of tomorrow, whose author did not think of this.
  await sql`create table tomorrow (id int, theirs uuid references organisations (id))`;
  await sql`grant all on tomorrow to icma_door`;
  await put('tomorrow', { id: 1, theirs: team.id });
  // By the ways people go: an invitation, a link, somebody who looked in, a job that waits.
  const { inviteToTeam } = await import('#app/features/teams/commands/invite-to-team.server.ts');
  const { linkSociety } = await import('#app/features/teams/commands/keep-link.server.ts');
  const { openTeam } = await import('#app/features/teams/commands/open-team.server.ts');
  const { enqueue } = await import('#app/platform/jobs.server.ts');
  const { withScope } = await import('#app/platform/db-scope.server.ts');
  const { log } = await import('#app/platform/log.server.ts');
  const hers = await workOf(team, team.candidate);
  await inviteToTeam(
    { ...hers, log },
    { clientId: id(), role: 'observer', days: 3, maxUses: 1, until: null },
    { locale: 'az', origin: 'https://x.invalid' },
  );
  const society = id();
  await put('organisations', {
    id: society,
    slug: 'cemiyyet',
    kind: 'society',
    state: 'approved',
    name_az: 'C',
    name_en: 'C',
    name_ru: 'C',
  });
  await linkSociety(hers, { clientId: id(), society, shares: ['members'] });
  const operator = await newUser(sql, 'Operator', { isOperator: true });
  await openTeam(
    { actor: await actorOf(operator, true), scope: { kind: 'operator', userId: operator }, now: NOW },
    { clientId: id(), team: team.slug, reason: 'Namizəd özü yardım istədi.', minutes: 15 },
    { origin: 'https://x.invalid' },
  );
  await withScope(hers.scope, (tx) => enqueue(tx, 'people:import', { organisationId: team.id, importId: id() }));
}, 60_000);
afterAll(async () => {
  const { closePools } = await import('#db/client.server.ts');
  await closePools();
  await sql.end();
});

/** Every table of every schema that still names one of these, as `schema.table`. */
async function tablesNaming(needles: readonly string[]): Promise<string[]> {
  const tables = await sql<{ s: string; t: string }[]>`
    select schemaname as s, tablename as t from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1, 2`;
  expect(tables.length).toBeGreaterThan(80);
  const found: string[] = [];
  for (const { s, t } of tables) {
    const [row] =
      await sql`select count(*)::int as n from ${sql(s)}.${sql(t)} x where exists (select 1 from unnest(${sql.array([...needles])}::text[]) n where position(n in x::text) > 0)`;
    if (row?.n) found.push(`${s}.${t}`);
  }
  return found;
}

const namesOf = async (one: Team, person: { id: string; index: string }) => {
  const rows = await sql<{ id: string }[]>`select id::text from memberships where organisation_id = ${one.id}`;
  return [one.id, one.slug, one.name, person.id, person.index, ...rows.map(({ id }) => id)];
};

describe('everything a team has', () => {
  it('goes out with her, sealed texts opened, and every sealed column has its opener', async () => {
    const { sealedWithoutKey, takeOut } = await import('#app/features/teams/take-out.server.ts');
    const { ROOMS_NOT_IN_TEAMS } = await import('#app/features/teams/rules/roles.ts');
    const elsewhere = [...ROOMS_NOT_IN_TEAMS, 'signature', 'support'];
    expect(sealedWithoutKey().filter((place) => !elsewhere.some((room) => place.startsWith(room)))).toEqual([]);
    const parts: Uint8Array[] = [];
    for await (const part of takeOut((await workOf(team, team.candidate)).scope, 'Oxuyun')) parts.push(part);
    const files = unzip(Buffer.concat(parts));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['READ-ME.txt', 'people.csv', 'people.json', 'memberships.csv']),
    );
    expect(files['people_contacts.csv']?.toString()).toContain('+994709998877');
    expect(files['people_notes.csv']?.toString()).toContain('Qeyd');
    const everything = Object.values(files).map(String).join('\n');
    expect(everything).not.toContain('v1.');
    expect(everything).not.toContain(kept.id);
    expect(everything).not.toContain(other.id);
  });
});

describe('erasing a team', () => {
  it('wants her, the name typed out, and the password', async () => {
    const { eraseTeam } = await import('#app/features/teams/commands/erase-team.server.ts');
    const hers = { ...(await workOf(team, team.candidate)), teamName: team.name };
    const manager = await seat(sql, team.id, 'campaign_manager');
    const theirs = { ...(await workOf(team, manager)), teamName: team.name };
    const typed = { name: team.name, proof: PASSWORD };
    expect(await eraseTeam(theirs, typed)).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
    expect(await eraseTeam(hers, { ...typed, name: 'silinən' })).toMatchObject({
      refusal: { code: 'teams.erase.error.name' },
    });
    expect(await eraseTeam(hers, { ...typed, proof: 'başqa' })).toMatchObject({
      refusal: { code: 'accounts.error.password' },
    });
    // Past the application: the database knows who owns the team.
    const { withScope } = await import('#app/platform/db-scope.server.ts');
    const { sql: query } = await import('drizzle-orm');
    const [row] = await withScope(theirs.scope, (tx) =>
      tx.execute<{ keys: unknown }>(query`select app.erase_team() as keys`),
    );
    expect(row?.keys).toBeNull();
    expect(await tablesNaming([team.id])).not.toEqual([]);
  });

  it('leaves no row in any table of any schema: mails, forms, jobs and trail included; its neighbour keeps all', async () => {
    const { eraseTeam } = await import('#app/features/teams/commands/erase-team.server.ts');
    const needles = await namesOf(team, known);
    const before = await tablesNaming(needles);
    expect(before).toEqual(
      expect.arrayContaining([
        'graphile_worker._private_jobs',
        'public.audit_entries',
        'public.invitations',
        'public.mails',
        'public.people_contacts',
        'public.submissions',
        'public.team_links',
        'public.team_openings',
        'public.tomorrow',
      ]),
    );
    const neighbour = await namesOf(other, kept);
    const theirs = await tablesNaming(neighbour);
    const hers = { ...(await workOf(team, team.candidate)), teamName: team.name };
    expect(await eraseTeam(hers, { name: team.name, proof: PASSWORD })).toEqual({ ok: true, value: undefined });
    expect(await tablesNaming(needles)).toEqual([]);
    expect(await tablesNaming(neighbour)).toEqual(theirs);
    const jobs =
      await sql`select payload::text as payload from graphile_worker._private_jobs where payload::text like '%team-file-to-go%'`;
    expect(jobs).toHaveLength(1);
    const [trace] = await sql`select * from audit_entries where action = 'team.erased'`;
    expect(trace).toMatchObject({ organisation_id: null, actor_id: null, subject_id: null });
  });
});
