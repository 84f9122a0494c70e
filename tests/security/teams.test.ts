import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '#app/platform/db-scope.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import {
  actorOf,
  hoursFromNow,
  knownPerson,
  memberScope,
  newSociety,
  newTeam,
  newUser,
  NOW,
  placeAtShift,
  rowsSeen,
  seat,
  workOf,
  type Team,
} from './teams-world.ts';

let sql: postgres.Sql;
let withScope: typeof import('#app/platform/db-scope.server.ts').withScope;
let team: Team;
let other: Team;
let society: string;
let coordinator: string;
let operator: string;

beforeAll(async () => {
  sql = adminConnection();
  ({ withScope } = await import('#app/platform/db-scope.server.ts'));
  team = await newTeam(sql, 'Qapalı', 'namized@icma.invalid');
  other = await newTeam(sql, 'Başqa');
  await knownPerson(sql, team.id, team.candidate, '+994701112233');
  ({ coordinator, society } = await newSociety(sql));
  operator = await newUser(sql, 'Operator', { isOperator: true });
}, 60_000);
afterAll(async () => {
  const { closePools } = await import('#db/client.server.ts');
  await closePools();
  await sql.end();
});

const seen = (scope: Scope) => rowsSeen(sql, team.id, scope);

describe('a candidate’s team', () => {
  it('shows itself to her', async () => {
    const rows = await seen(memberScope(team.id, team.candidate));
    expect(Object.keys(rows)).toEqual(
      expect.arrayContaining(['audit_entries', 'memberships', 'organisations', 'people', 'people_contacts', 'teams']),
    );
  });

  it('shows no row to the society’s coordinator, the operator, another candidate, or nobody', async () => {
    const scopes: Scope[] = [
      memberScope(society, coordinator),
      memberScope(other.id, other.candidate),
      { kind: 'operator', userId: operator },
      // Somebody who claims to be where they are not: the database asks.
      memberScope(team.id, coordinator),
      memberScope(team.id, other.candidate),
      memberScope(team.id, operator),
      // No glass was broken.
      { kind: 'glass', organisationId: team.id, userId: operator },
      { kind: 'citizen', organisationId: team.id },
      { kind: 'mailbox' },
    ];
    for (const scope of scopes) expect({ scope, rows: await seen(scope) }).toEqual({ scope, rows: {} });
  });

  it('is in no published view', async () => {
    const views = await sql<{ name: string }[]>`select viewname as name from pg_views where schemaname = 'published'`;
    expect(views.length).toBeGreaterThan(5);
    for (const { name } of views) {
      const [row] =
        await sql`select count(*)::int as n from published.${sql(name)} v where v::text like ${`%${team.id}%`} or v::text like ${`%${team.slug}%`}`;
      expect(`${name}: ${row?.n}`).toBe(`${name}: 0`);
    }
  });

  it('writes nothing for somebody who is no member', async () => {
    const { sql: query } = await import('drizzle-orm');
    const insert = withScope(memberScope(team.id, coordinator), (tx) =>
      tx.execute(query`insert into organisation_regions (organisation_id, region) values (${team.id}, 'AZ-LER')`),
    );
    await expect(insert).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describe('a membership with an end', () => {
  it('is one until that moment, and none from then on: for the session and for the database', async () => {
    const inside = await seat(sql, team.id, 'canvasser', { expiresAt: hoursFromNow(1) });
    const outside = await seat(sql, team.id, 'canvasser', { expiresAt: hoursFromNow(-1) });
    expect((await actorOf(inside)).memberships).toHaveLength(1);
    expect((await actorOf(outside)).memberships).toEqual([]);
    expect((await seen(memberScope(team.id, inside))).people).toBe(1);
    expect(await seen(memberScope(team.id, outside))).toEqual({});
  });

  it('takes along the link, the calendar and the letters of a place at a shift', async () => {
    const { findOwnPlaces, findPlace } = await import('#app/features/events/place.server.ts');
    const { answerPlace } = await import('#app/features/events/commands/answer-place.server.ts');
    const colleague = await seat(sql, team.id, 'canvasser', { expiresAt: hoursFromNow(1) });
    const place = await placeAtShift(sql, team, colleague);
    expect((await findPlace(place))?.event.title).toBe('Gizli növbə');
    expect(await findOwnPlaces(place)).toHaveLength(1);
    await sql`update memberships set expires_at = ${hoursFromNow(-1)} where user_id = ${colleague}`;
    expect(await findPlace(place)).toBeUndefined();
    expect(await findOwnPlaces(place)).toEqual([]);
    expect(await answerPlace(place, 'accept', NOW)).toBe('unknown');
  });

  it('that was ended is none either, except for the very step that ends it', async () => {
    const { endSeat } = await import('#app/features/teams/commands/change-seat.server.ts');
    const leaver = await seat(sql, team.id, 'logistics');
    const left = await endSeat(await workOf(team, leaver), leaver);
    expect(left).toEqual({ ok: true, value: undefined });
    const [noted] = await sql`select action from audit_entries where actor_id = ${leaver}`;
    expect(noted?.action).toBe('member.left');
    expect(await seen(memberScope(team.id, leaver))).toEqual({});
  });
});

describe('roles', () => {
  it('are given no higher than one’s own, and never hers', async () => {
    const { changeSeat, endSeat } = await import('#app/features/teams/commands/change-seat.server.ts');
    const manager = await seat(sql, team.id, 'campaign_manager');
    const helper = await seat(sql, team.id, 'observer');
    const asManager = await workOf(team, manager);
    const give = (userId: string, role: 'campaign_manager' | 'canvasser' | 'candidate') =>
      changeSeat(asManager, { userId, role, until: null });
    expect(await give(helper, 'campaign_manager')).toMatchObject({ refusal: { code: 'teams.error.rank' } });
    expect(await give(helper, 'candidate')).toMatchObject({ refusal: { code: 'teams.error.rank' } });
    expect(await give(team.candidate, 'canvasser')).toMatchObject({ refusal: { code: 'teams.error.candidate' } });
    expect(await endSeat(asManager, team.candidate)).toMatchObject({ refusal: { code: 'teams.error.candidate' } });
    expect(await give(helper, 'canvasser')).toEqual({ ok: true, value: undefined });
    expect((await actorOf(helper)).memberships[0]?.teamRoles).toEqual(['canvasser']);
  });

  it('of authorised agents are three at most, by every way in', async () => {
    const { changeSeat } = await import('#app/features/teams/commands/change-seat.server.ts');
    const { inviteToTeam } = await import('#app/features/teams/commands/invite-to-team.server.ts');
    const { log } = await import('#app/platform/log.server.ts');
    const hers = { ...(await workOf(other, other.candidate)), log };
    const invite = () =>
      inviteToTeam(
        hers,
        { clientId: crypto.randomUUID(), role: 'authorised_agent', days: 3, maxUses: 1, until: null },
        { locale: 'az', origin: 'https://x.invalid' },
      );
    const link = await invite();
    if (!link.ok) throw new Error(link.refusal.code);
    for (let n = 0; n < 3; n += 1) await seat(sql, other.id, 'authorised_agent');
    expect(await invite()).toMatchObject({ refusal: { code: 'teams.error.agents' } });
    const fourth = await seat(sql, other.id, 'observer');
    expect(await changeSeat(hers, { userId: fourth, role: 'authorised_agent', until: null })).toMatchObject({
      refusal: { code: 'teams.error.agents' },
    });
    // A link made while there was room, used when there is none.
    const { acceptInvitation } = await import('#app/features/accounts/commands/accept-invitation.server.ts');
    const guest = await newUser(sql, 'Qonaq');
    const token = link.value.url.split('/').at(-1) ?? '';
    expect(await acceptInvitation({ actor: await actorOf(guest) }, { token })).toMatchObject({
      refusal: { code: 'teams.error.agents' },
    });
  });
});

describe('an invitation by link', () => {
  it('carries its role and its end, and serves one person where the role is more than a volunteer’s', async () => {
    const { inviteToTeam } = await import('#app/features/teams/commands/invite-to-team.server.ts');
    const { acceptInvitation } = await import('#app/features/accounts/commands/accept-invitation.server.ts');
    const { log } = await import('#app/platform/log.server.ts');
    const hers = { ...(await workOf(team, team.candidate)), log };
    const where = { locale: 'az', origin: 'https://x.invalid' } as const;
    const many = { clientId: crypto.randomUUID(), role: 'press', days: 3, maxUses: 5, until: null } as const;
    expect(await inviteToTeam(hers, many, where)).toMatchObject({ refusal: { code: 'teams.error.one-use' } });
    const until = hoursFromNow(48).toISOString().slice(0, 10);
    const made = await inviteToTeam(hers, { ...many, maxUses: 1, until }, where);
    if (!made.ok) throw new Error(made.refusal.code);
    const token = made.value.url.split('/').at(-1) ?? '';
    const { readInvitationPage } = await import('#app/features/accounts/invitation.server.ts');
    expect(await readInvitationPage(token, { kind: 'anonymous' }, 'az')).toMatchObject({
      state: 'new',
      teamRole: 'press',
      memberUntil: `${until}T19:59:59.999Z`,
    });
    const [first, second] = [await newUser(sql, 'Birinci'), await newUser(sql, 'İkinci')];
    expect(await acceptInvitation({ actor: await actorOf(first) }, { token })).toEqual({
      ok: true,
      value: { slug: team.slug },
    });
    expect(await acceptInvitation({ actor: await actorOf(second) }, { token })).toMatchObject({ ok: false });
    const [row] = await sql`select team_role, role, expires_at from memberships where user_id = ${first}`;
    expect(row).toMatchObject({ team_role: 'press', role: 'organiser' });
    expect((row?.expires_at as Date | undefined)?.toISOString()).toBe(`${until}T19:59:59.999Z`);
    const canvasser = await workOf(team, await seat(sql, team.id, 'canvasser'));
    expect(await inviteToTeam({ ...canvasser, log }, { ...many, role: 'observer', maxUses: 1 }, where)).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
  });
});
