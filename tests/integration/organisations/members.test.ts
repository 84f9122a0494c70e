import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeMemberRoles } from '#app/features/organisations/commands/change-member-roles.server.ts';
import { endMembership } from '#app/features/organisations/commands/end-membership.server.ts';
import { listMembers, listTrail } from '#app/features/organisations/queries.server.ts';
import { searchWorkspace } from '#app/features/organisations/search-queries.server.ts';
import type { MemberRole } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import * as audit from '#app/routes/org/audit.tsx';
import * as invitations from '#app/routes/org/members-invitations.tsx';
import * as member from '#app/routes/org/members-member.tsx';
import * as members from '#app/routes/org/members.tsx';
import * as search from '#app/routes/org/search.tsx';
import * as settings from '#app/routes/org/settings.tsx';
import { get, makeOrganisation, makePerson, signedIn } from '#tests/integration/accounts/world.ts';
import { adminConnection } from '#tests/support/story.ts';

const sql = adminConnection();
afterAll(() => sql.end());

const scopeOf = (organisationId: string, userId: string, role: MemberRole) =>
  ({ kind: 'member', organisationId, userId, role }) as const;
const now = new Date();

async function makeIssue(
  organisationId: string,
  assigneeId: string | null,
  state = 'forwarded',
  title = 'Körpü sınıb',
) {
  const id = newId();
  await sql`insert into issues ${sql({
    id,
    organisation_id: organisationId,
    client_id: newId(),
    state,
    category: 'roads',
    theme: 'infrastructure',
    region: 'AZ-SA',
    place: 'Şəki',
    title,
    locale: 'az',
    assignee_id: assigneeId,
  })}`;
  return id;
}
const assigneeOf = async (id: string) => (await sql`select assignee_id from issues where id = ${id}`)[0]?.assignee_id;

describe('members', () => {
  let home: { id: string; slug: string };
  let away: { id: string; slug: string };
  let owner: { id: string };
  let stranger: { id: string };
  beforeAll(async () => {
    home = await makeOrganisation(sql, 'ev');
    away = await makeOrganisation(sql, 'yad');
    owner = await makePerson(sql, { name: 'Şəhla Əliyeva', roles: [[home.id, 'owner']] });
    stranger = await makePerson(sql, { name: 'Yad Adam', roles: [[away.id, 'owner']] });
  });

  it('closes every page of the workspace to an owner of another organisation', async () => {
    const cookie = await signedIn(stranger.id);
    for (const route of [members, invitations, member, settings, audit, search]) {
      const answer = await get(route.loader, `/org/${home.slug}/members`, {
        cookie,
        params: { org: home.slug, user: owner.id },
      });
      expect(answer.status).toBe(404);
    }
  });

  it('reads and finds nothing of another organisation, whatever it asks for', async () => {
    await makeIssue(home.id, null, 'received', 'Məxfi quyu');
    const scope = scopeOf(away.id, stranger.id, 'owner');
    expect((await listMembers(scope)).map((one) => one.name)).toEqual(['Yad Adam']);
    expect((await listTrail(scope, null)).entries).toEqual([]);
    const may = { issues: true, letters: true };
    expect(await searchWorkspace(scope, may, 'sehla')).toEqual({ issues: [], members: [], letters: [] });
    expect((await searchWorkspace(scope, may, 'mexfi')).issues).toEqual([]);
    const own = scopeOf(home.id, owner.id, 'owner');
    expect((await searchWorkspace(own, may, 'sehla')).members).toEqual(['Şəhla Əliyeva']);
    expect((await searchWorkspace(own, may, 'Мәхфи')).issues).toHaveLength(1);
    expect((await searchWorkspace(own, { issues: false, letters: false }, 'mexfi')).issues).toEqual([]);
    const outsider = { scope, by: ['owner'] as const, now };
    expect(await endMembership(outsider, { userId: owner.id, takenOverBy: null })).toMatchObject({ ok: false });
  });

  it('shows a volunteer names and nothing else', async () => {
    const volunteer = await makePerson(sql, { name: 'Könül', roles: [[home.id, 'volunteer']] });
    const answer = await get(members.loader, '/', { cookie: await signedIn(volunteer.id), params: { org: home.slug } });
    const body = answer.body as { mayManage: boolean; members: { roles: string[]; since: string | null }[] };
    expect(body.mayManage).toBe(false);
    expect(body.members.every((one) => one.roles.length === 0 && one.since === null)).toBe(true);
  });
});

describe('owners', () => {
  it('never lose the last one, not even when two leave at the same moment', async () => {
    const { id } = await makeOrganisation(sql, 'iki');
    const people = [
      await makePerson(sql, { roles: [[id, 'owner']] }),
      await makePerson(sql, { roles: [[id, 'owner']] }),
    ];
    const results = await Promise.all(
      people.map((person) =>
        endMembership(
          { scope: scopeOf(id, person.id, 'owner'), by: ['owner'], now },
          { userId: person.id, takenOverBy: null },
        ),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const left = await sql<
      { user_id: string }[]
    >`select user_id from memberships where organisation_id = ${id} and ended_at is null`;
    expect(left).toHaveLength(1);
    const last = left[0]?.user_id as string;
    const opened = { scope: scopeOf(id, last, 'owner'), by: ['owner'] as const, now };
    expect(await changeMemberRoles(opened, { userId: last, roles: ['reader'] })).toMatchObject({
      ok: false,
      refusal: { code: 'organisations.members.error.last-owner' },
    });
  });

  it('give and take several roles at once, and doing it twice changes nothing more', async () => {
    const { id } = await makeOrganisation(sql, 'rol');
    const owner = await makePerson(sql, { roles: [[id, 'owner']] });
    const person = await makePerson(sql, { roles: [[id, 'volunteer']] });
    const opened = { scope: scopeOf(id, owner.id, 'owner'), by: ['owner'] as const, now };
    for (const _ of [1, 2]) await changeMemberRoles(opened, { userId: person.id, roles: ['moderator', 'organiser'] });
    expect((await listMembers(opened.scope)).find((one) => one.userId === person.id)?.roles).toEqual([
      'organiser',
      'moderator',
    ]);
    expect(
      await sql`select 1 from audit_entries where organisation_id = ${id} and action = 'member.roles-changed'`,
    ).toHaveLength(1);
  });
});

describe('a leaver', () => {
  it('leaves unfinished work to a colleague who can follow it, and the agreement to sign ends', async () => {
    const { id } = await makeOrganisation(sql, 'ayrilan');
    const withRole = (role: MemberRole) => makePerson(sql, { roles: [[id, role]] });
    const owner = await withRole('owner');
    const leaver = await withRole('organiser');
    const next = await withRole('moderator');
    const volunteer = await withRole('volunteer');
    const open = await makeIssue(id, leaver.id);
    const done = await makeIssue(id, leaver.id, 'closed');
    await sql`insert into letter_signatories ${sql({ id: newId(), organisation_id: id, user_id: leaver.id, full_name_cipher: 'x', address_cipher: 'x', agreed_at: now })}`;
    const opened = { scope: scopeOf(id, owner.id, 'owner'), by: ['owner'] as const, now };

    for (const takenOverBy of [null, leaver.id, volunteer.id, newId()]) {
      expect(await endMembership(opened, { userId: leaver.id, takenOverBy })).toEqual({
        ok: false,
        refusal: { code: 'organisations.members.error.successor', field: 'takenOverBy' },
      });
    }
    expect(await assigneeOf(open)).toBe(leaver.id);

    expect(await endMembership(opened, { userId: leaver.id, takenOverBy: next.id })).toEqual({
      ok: true,
      value: { passedOn: 1 },
    });
    expect([await assigneeOf(open), await assigneeOf(done)]).toEqual([next.id, leaver.id]);
    expect(await sql`select 1 from memberships where user_id = ${leaver.id} and ended_at is null`).toHaveLength(0);
    expect(
      await sql`select 1 from letter_signatories where user_id = ${leaver.id} and revoked_at is null`,
    ).toHaveLength(0);
    expect(await sql`select 1 from issue_events where issue_id = ${open} and kind = 'assigned'`).toHaveLength(1);
    expect(await endMembership(opened, { userId: leaver.id, takenOverBy: next.id })).toMatchObject({ ok: false });
  });
});
