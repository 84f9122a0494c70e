import type postgres from 'postgres';
import { TEAM_GRANTS } from '#app/features/teams/rules/roles.ts';
import { LINK_TEXT_VERSION } from '#app/features/teams/rules/shares.ts';
import { indexOfContact, readContact, sealContact } from '#app/features/people/contact.server.ts';
import { matchKey } from '#app/features/people/rules/match.ts';
import type { TeamRole } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { blindIndex, seal } from '#app/platform/crypto.server.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import { DEMO_TEAMS, type DemoTeam } from './story/teams.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;
type SignIn = {
  id: string;
  name: string;
  email: string;
  phone: string;
  password: string;
  role: string;
  organisation: string;
};

/**
 * The story's two candidates' teams, with their people, and a link to the society each chose. Answers with the sign-ins of the
 * candidates and of one member each; the others have no password and cannot sign in.
 */
export async function seedTeams(sql: postgres.TransactionSql, world: World): Promise<SignIn[]> {
  const signIns: SignIn[] = [];
  for (const [at, team] of DEMO_TEAMS.entries()) {
    const organisationId = newId();
    world.organisations.set(team.key, organisationId);
    const ago = (days: number) => new Date(world.now.getTime() - days * DAY);
    await sql`insert into organisations ${sql({
      id: organisationId,
      slug: team.slug,
      kind: 'team',
      state: 'approved',
      name_az: team.name,
      name_en: team.name,
      name_ru: team.name,
      created_at: ago(40),
      approved_at: ago(40),
    })}`;
    const people = [{ ...team.candidate, role: 'candidate' as TeamRole, daysLeft: undefined }, ...team.members];
    for (const [n, { daysLeft, key, name, role }] of people.entries()) {
      const hasDoor = n === 0 || key === team.door;
      const phone = `+99455000${String(10 * at).padStart(2, '0')}${String(10 + n)}`;
      const signIn = { name, email: `${key}@komanda.invalid`, phone, password: `${key}-demo-2026` };
      const id = newId();
      world.people.set(`${team.key}/${key}`, { id, role });
      await sql`insert into users ${sql({
        id,
        name,
        locale: 'az',
        email_cipher: seal(signIn.email, 'users.email'),
        email_index: blindIndex('email', signIn.email),
        phone_cipher: seal(phone, 'users.phone'),
        phone_index: blindIndex('phone', phone),
        password_hash: hasDoor ? await hashPassword(signIn.password) : null,
        created_at: ago(45),
      })}`;
      await sql`insert into memberships ${sql({
        id: newId(),
        organisation_id: organisationId,
        user_id: id,
        role: TEAM_GRANTS[role].base,
        team_role: role,
        created_at: ago(38 - n),
        expires_at: daysLeft === undefined ? null : ago(-daysLeft),
      })}`;
      if (hasDoor) signIns.push({ id, ...signIn, role, organisation: team.name });
    }
    await seedRest(sql, world, team, organisationId);
  }
  return signIns;
}

async function seedRest(
  sql: postgres.TransactionSql,
  world: World,
  team: DemoTeam,
  organisationId: string,
): Promise<void> {
  const candidate = world.people.get(`${team.key}/${team.candidate.key}`)?.id as string;
  await sql`insert into teams ${sql({ organisation_id: organisationId, region: team.region, created_by: candidate })}`;
  await sql`insert into team_links ${sql({
    id: newId(),
    organisation_id: organisationId,
    society_id: world.organisations.get(team.link.society) as string,
    shares: sql.array([...team.link.shares]),
    text_version: LINK_TEXT_VERSION,
    consented_by: candidate,
    consented_at: new Date(world.now.getTime() - 20 * DAY),
  })}`;
  for (const [n, name] of team.volunteers.entries()) {
    const row = { name, region: team.region, place: team.place };
    const id = newId();
    await sql`insert into people ${sql({ id, organisation_id: organisationId, ...row, match_key: matchKey(row), created_by: candidate })}`;
    const its = { origin_id: id, person_id: id, organisation_id: organisationId };
    await sql`insert into people_marks ${sql({ ...its, kind: 'role', value: 'volunteer' })}`;
    const contact = readContact(`+994 70 000 ${team.key === 'm02' ? '20' : '30'} ${String(10 + n)}`);
    if (contact)
      await sql`insert into people_contacts ${sql({ ...its, id: newId(), kind: contact.kind, cipher: sealContact(organisationId, contact), contact_index: indexOfContact(contact) })}`;
  }
}
