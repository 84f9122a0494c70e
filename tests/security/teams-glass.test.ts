import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '#app/platform/db-scope.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import {
  actorOf,
  knownPerson,
  memberScope,
  newSociety,
  newTeam,
  newUser,
  NOW,
  rowsSeen,
  seat,
  workOf,
  type Team,
} from './teams-world.ts';

/** The two ways in which anybody outside hears of a team: the operator who breaks the glass, the society that she lets. */
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
  for (const role of ['canvasser', 'observer', 'press', 'logistics'] as const) await seat(sql, team.id, role);
  ({ coordinator, society } = await newSociety(sql));
  operator = await newUser(sql, 'Operator', { isOperator: true });
}, 60_000);
afterAll(async () => {
  const { closePools } = await import('#db/client.server.ts');
  await closePools();
  await sql.end();
});

const seen = (scope: Scope) => rowsSeen(sql, team.id, scope);

describe('break-glass', () => {
  const reason = 'Namizəd giriş məlumatını itirib və yardım istəyir.';
  async function open(minutes: number, now = NOW) {
    const { openTeam } = await import('#app/features/teams/commands/open-team.server.ts');
    const opened = await openTeam(
      { actor: await actorOf(operator, true), scope: { kind: 'operator', userId: operator }, now },
      { clientId: crypto.randomUUID(), team: team.slug, reason, minutes },
      { origin: 'https://x.invalid' },
    );
    if (!opened.ok) throw new Error(opened.refusal.code);
    return opened.value.opening;
  }
  const glass = (): Scope => ({ kind: 'glass', organisationId: team.id, userId: operator });

  it('lets the operator read and not write, notes it in both trails, and writes to her at once', async () => {
    const before = await sql`select id from mails`;
    const opening = await open(15);
    expect((await seen(glass())).people).toBe(1);
    const { sql: query } = await import('drizzle-orm');
    for (const statement of [
      query`insert into organisation_regions (organisation_id, region) values (${team.id}, 'AZ-LER')`,
      query`insert into people (id, organisation_id, name, match_key, created_by) values (gen_random_uuid(), ${team.id}, 'X', 'x', gen_random_uuid())`,
    ])
      await expect(withScope(glass(), (tx) => tx.execute(statement))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    await withScope(glass(), (tx) =>
      tx.execute(query`update people set name = 'X' where organisation_id = ${team.id}`),
    );
    await withScope(glass(), (tx) => tx.execute(query`delete from people where organisation_id = ${team.id}`));
    expect((await sql`select name from people where organisation_id = ${team.id}`)[0]?.name).toBe('Gizli Tanış');
    const trails =
      await sql`select organisation_id from audit_entries where action = 'team.opened' and subject_id = ${opening} order by organisation_id nulls last`;
    expect(trails.map((row) => row.organisation_id as string | null)).toEqual([team.id, null]);
    const mails = await sql`select * from mails where id <> all(${before.map((row) => row.id as string)}::uuid[])`;
    const { openMail } = await import('#app/platform/mail.server.ts');
    expect(mails).toHaveLength(1);
    const [row] = mails;
    const letter = openMail({
      toCipher: row?.to_cipher,
      contentCipher: row?.content_cipher,
      subject: row?.subject,
    } as never);
    expect(letter.to).toBe('namized@icma.invalid');
    expect(letter.text).toContain(reason);
    expect(letter.subject).not.toContain('Qapalı');
  });

  it('ends by itself, and never lasts more than an hour', async () => {
    await sql`update team_openings set until = ${new Date(Date.now() - 1000)}`;
    expect(await seen(glass())).toEqual({});
    const opening = await open(600);
    const [row] =
      await sql`select until - opened_at = interval '60 minutes' as hour from team_openings where id = ${opening}`;
    expect(row?.hour).toBe(true);
    await sql`update team_openings set ended_at = now()`;
    expect(await seen(glass())).toEqual({});
  });

  it('is nobody’s but the operator’s, and the one’s who opened', async () => {
    const { openTeam } = await import('#app/features/teams/commands/open-team.server.ts');
    const refused = await openTeam(
      { actor: await actorOf(coordinator), scope: { kind: 'operator', userId: coordinator }, now: NOW },
      { clientId: crypto.randomUUID(), team: team.slug, reason, minutes: 15 },
      { origin: 'https://x.invalid' },
    );
    expect(refused).toMatchObject({ ok: false });
    await open(15);
    const second = await newUser(sql, 'İkinci operator', { isOperator: true });
    expect(await seen({ kind: 'glass', organisationId: team.id, userId: second })).toEqual({});
  });
});

describe('a society’s invitation to found a team', () => {
  it('is worth a beginning: no membership, one use, and nothing by which the society could know her team', async () => {
    const { inviteToFound } = await import('#app/features/teams/commands/invite-to-found.server.ts');
    const { acceptInvitation } = await import('#app/features/accounts/commands/accept-invitation.server.ts');
    const { listInvitations, revokeInvitation } = await import('#app/features/accounts/public.server.ts');
    const { createTeam } = await import('#app/features/teams/commands/create-team.server.ts');
    const { listLinkedTeams } = await import('#app/features/teams/links.server.ts');
    const { log } = await import('#app/platform/log.server.ts');
    const theirs = memberScope(society, coordinator);
    const names = { az: 'Cəmiyyət', en: 'Society', ru: 'Общество' };
    const work = { actor: await actorOf(coordinator), scope: theirs, now: NOW, log, names };
    const where = { locale: 'az', origin: 'https://x.invalid' } as const;
    const invite = async () => {
      const made = await inviteToFound(work, { clientId: crypto.randomUUID(), days: 7 }, where);
      if (!made.ok) throw new Error(made.refusal.code);
      return made.value.url.split('/').at(-1) ?? '';
    };
    const use = async (token: string, userId: string) => acceptInvitation({ actor: await actorOf(userId) }, { token });
    const [hers, second] = [await newUser(sql, 'Yeni namizəd'), await newUser(sql, 'Başqası')];
    const token = await invite();
    expect(await use(token, hers)).toMatchObject({ ok: true });
    expect(await use(token, second)).toMatchObject({ ok: false });
    expect((await actorOf(hers)).memberships).toEqual([]);
    const [row] = await sql`select i::text as all_of_it from invitations i where team_role = 'candidate'`;
    expect(row?.all_of_it).not.toContain(hers);
    const trail = await sql`select e::text as line from audit_entries e where actor_id = ${hers}`;
    expect(trail.map(({ line }) => line as string).join()).not.toContain(society);
    const founded = await createTeam(
      { actor: await actorOf(hers), now: NOW },
      { clientId: crypto.randomUUID(), name: 'Yeni komanda', region: 'AZ-MAS' },
    );
    expect(founded).toMatchObject({ ok: true });
    expect(await listLinkedTeams(theirs)).toEqual([]);
    const withScopeOf = (founding: boolean) =>
      withScope(theirs, (tx) => listInvitations(tx, NOW, { founding })).then((rows) => rows.map(({ state }) => state));
    expect(await withScopeOf(true)).toEqual(['used']);
    expect(await withScopeOf(false)).toEqual([]);
    // Taken back before it was used: worth nothing.
    const later = await invite();
    const [open] = await sql`select id from invitations where team_role = 'candidate' and uses = 0`;
    await revokeInvitation({ scope: theirs, now: NOW }, { invitationId: open?.id as string });
    expect(await use(later, second)).toMatchObject({ ok: false });
    // A team cannot give away its candidate's place by the same way.
    await sql`update invitations set organisation_id = ${team.id}, revoked_at = null where id = ${open?.id as string}`;
    expect(await use(later, second)).toMatchObject({ ok: false });
    expect((await actorOf(second)).memberships).toEqual([]);
    await sql`delete from invitations where id = ${open?.id as string}`;
  });
});

describe('a link to a society', () => {
  it('shows the counts she chose, none below five, and nothing once she took it back', async () => {
    const { linkSociety, unlinkSociety } = await import('#app/features/teams/commands/keep-link.server.ts');
    const { listLinkedTeams, listLinks } = await import('#app/features/teams/links.server.ts');
    const theirs = memberScope(society, coordinator);
    const hers = await workOf(team, team.candidate);
    expect(await listLinkedTeams(theirs)).toEqual([]);
    const manager = await workOf(team, await seat(sql, team.id, 'campaign_manager'));
    const ask = { clientId: crypto.randomUUID(), society, shares: ['members', 'volunteers'] as const };
    expect(await linkSociety(manager, ask)).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
    expect(await linkSociety(hers, ask)).toEqual({ ok: true, value: undefined });
    const [linked] = await listLinkedTeams(theirs);
    const [present] =
      await sql`select count(distinct user_id)::int as n from memberships where organisation_id = ${team.id} and ended_at is null and (expires_at is null or expires_at > now())`;
    expect(present?.n).toBeGreaterThanOrEqual(5);
    expect(linked).toMatchObject({ name: 'Qapalı', counts: { members: present?.n, volunteers: null, events: null } });
    expect(Object.keys(linked ?? {}).sort()).toEqual(['counts', 'id', 'name', 'shares', 'since']);
    // Others hear nothing of it.
    expect(await listLinkedTeams(memberScope(other.id, other.candidate))).toEqual([]);
    expect(await listLinkedTeams(memberScope(society, other.candidate))).toEqual([]);
    const [link] = await listLinks(hers.scope);
    await unlinkSociety(hers, { linkId: link?.id ?? '' });
    expect(await listLinkedTeams(theirs)).toEqual([]);
  });
});
