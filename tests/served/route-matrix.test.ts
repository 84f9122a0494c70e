import type { RouteConfigEntry } from '@remix-run/route-config';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import routes from '#app/routes.ts';
import { can, type Action } from '#app/policy.ts';
import { ANONYMOUS, hasRole, MEMBER_ROLES, type Actor, type MemberRole } from '#app/kernel/actor.ts';
import { hotHandlers } from '#app/front-routes.server.ts';
import { cookieOf, personId, startServer, type TestServer } from '#tests/support/server.ts';
import { adminConnection, organisationId, seedStory } from '#tests/support/story.ts';
import type { Rule, World } from './door.ts';
import { DOORS, FRONT_DOORS } from './route-doors.ts';

/** Every full path of the directory board. */
function flatten(entries: readonly RouteConfigEntry[], above = ''): string[] {
  return entries.flatMap((entry) => {
    const path = [above, entry.path].filter(Boolean).join('/');
    const own = entry.children && !entry.index ? [] : [path];
    return [...own, ...flatten(entry.children ?? [], path)];
  });
}

type Person = { name: string; userId?: string; actor: (organisation: string) => Actor };

let sql: postgres.Sql;
let server: TestServer;
let world: World;
let people: Person[];

const NAMES = { az: '', en: '', ru: '' };
const member = (userId: string, organisation: string, roles: readonly MemberRole[]): Actor => ({
  kind: 'user',
  userId,
  name: '',
  locale: 'az',
  isOperator: false,
  hasSecondFactor: false,
  sessionId: '',
  memberships: [{ organisationId: organisation, slug: '', kind: 'cbo', names: NAMES, roles }],
});

/** A fresh colleague in Astara with one role. */
async function colleague(role: MemberRole): Promise<string> {
  const id = crypto.randomUUID();
  await sql`insert into users ${sql({ id, name: `Sınaq ${role}` })}`;
  await sql`insert into memberships ${sql({ id: crypto.randomUUID(), organisation_id: world.organisation, user_id: id, role })}`;
  return id;
}

async function readWorld(): Promise<World> {
  const organisation = await organisationId(sql, 'astaracay');
  const [org] = await sql<{ slug: string }[]>`select slug from organisations where id = ${organisation}`;
  const [issue] = await sql<
    { id: string; ref: string }[]
  >`select id, ref from issues where organisation_id = ${organisation} and is_public order by created_at limit 1`;
  const [photo] = await sql<{ id: string; issue_id: string; ref: string }[]>`
    select p.id, p.issue_id, i.ref from issue_photos p join issues i on i.id = p.issue_id where i.organisation_id = ${organisation} and i.is_public limit 1`;
  const [letter] = await sql<{ id: string }[]>`select id from letters where organisation_id = ${organisation} limit 1`;
  const [applicant] = await sql<
    { id: string; slug: string }[]
  >`select id, slug from organisations where state = 'applied' limit 1`;
  const [body] = await sql<{ id: string }[]>`select id from bodies limit 1`;
  const [campaign] = await sql<{ id: string; slug: string }[]>`
    select id, slug from campaigns where organisation_id = ${organisation} and is_public order by created_at limit 1`;
  const [decision] = await sql<{ id: string }[]>`
    select id from watched_decisions where organisation_id = ${organisation} and published_at is not null limit 1`;
  const [entry] = await sql<{ id: string }[]>`
    select id from board_entries where organisation_id = ${organisation} and state = 'open' limit 1`;
  const [event] = await sql<{ id: string }[]>`
    select id from events where organisation_id = ${organisation} and state = 'open' and audience = 'public' order by id limit 1`;
  const opening = crypto.randomUUID();
  await sql`insert into team_openings (id, organisation_id, operator_id, reason, opened_at, until)
    select ${opening}, t.organisation_id, u.id, 'sınaq', now(), now() + interval '50 minutes' from teams t, users u where u.is_operator limit 1`;
  if (!event || !entry || !decision || !campaign || !org || !issue || !photo || !letter || !applicant || !body)
    throw new Error('The story lacks something that the matrix needs');
  return {
    organisation,
    org: org.slug,
    ref: Number(issue.ref),
    issue: issue.id,
    photo: photo.id,
    photoIssue: photo.issue_id,
    letter: letter.id,
    applicant: applicant.id,
    body: body.id,
    decision: decision.id,
    member: await personId(sql, 'rena'),
    campaign: campaign.id,
    campaignSlug: campaign.slug,
    entry: entry.id,
    event: event.id,
    opening,
  };
}

beforeAll(async () => {
  await seedStory();
  sql = adminConnection();
  world = await readWorld();
  const stranger = await organisationId(sql, 'gunesli');
  const [strangerOwner] = await sql<
    { id: string }[]
  >`select user_id as id from memberships where organisation_id = ${stranger} and role = 'owner' limit 1`;
  const [operator] = await sql<{ id: string }[]>`select id from users where is_operator limit 1`;
  const citizen = crypto.randomUUID();
  await sql`insert into users ${sql({ id: citizen, name: 'Sınaq vətəndaş' })}`;
  people = [
    { name: 'anonymous', actor: () => ANONYMOUS },
    {
      name: 'citizen',
      userId: citizen,
      actor: () => ({ ...(member(citizen, '', []) as Extract<Actor, { kind: 'user' }>), memberships: [] }),
    },
    {
      name: 'operator',
      userId: operator?.id,
      actor: () => ({
        ...(member(operator?.id ?? '', '', []) as Extract<Actor, { kind: 'user' }>),
        memberships: [],
        isOperator: true,
      }),
    },
    {
      name: 'stranger’s owner',
      userId: strangerOwner?.id,
      actor: () => member(strangerOwner?.id ?? '', stranger, ['owner']),
    },
  ];
  for (const role of MEMBER_ROLES) {
    const id = await colleague(role);
    people.push({ name: role, userId: id, actor: (organisation) => member(id, organisation, [role]) });
  }
  server = await startServer();
}, 180_000);
afterAll(async () => {
  await server?.stop();
  await sql?.end();
});

async function knock(
  person: Person,
  method: 'GET' | 'POST',
  path: string,
): Promise<{ status: number; location: string }> {
  // A new session each time: signing out, or changing a password, may be what is behind the door.
  const headers: Record<string, string> = person.userId ? { cookie: await cookieOf(sql, person.userId) } : {};
  const answer = await fetch(server.url + path, {
    method,
    redirect: 'manual',
    headers:
      method === 'POST'
        ? { ...headers, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
        : headers,
    ...(method === 'POST' ? { body: 'nothing=useful' } : {}),
  });
  await answer.arrayBuffer();
  return { status: answer.status, location: answer.headers.get('location') ?? '' };
}

/** What a door must answer this person, as a word. */
function expected(rule: Rule, person: Person): 'open' | 'sign in' | 'unknown' | 'forbidden' | 'to the keys' {
  const actor = person.actor(world.organisation);
  if (rule === 'everybody') return 'open';
  if (rule === 'nobody') return 'unknown';
  if (actor.kind === 'anonymous') return 'sign in';
  if (rule === 'signed-in') return 'open';
  if (rule === 'operator') return actor.isOperator ? 'open' : 'unknown';
  if (rule === 'desk' || rule === 'desk door') {
    const isOfDesk = hasRole(actor, world.organisation, 'legal_lead', 'lawyer', 'custodian');
    return !isOfDesk ? 'unknown' : rule === 'desk' ? 'to the keys' : 'open';
  }
  const isMember = actor.memberships.some((entry) => entry.organisationId === world.organisation);
  if (!isMember) return 'unknown';
  const isEmpty = rule.startsWith('empty ');
  const action = (isEmpty ? rule.slice('empty '.length) : rule) as Action;
  if (!can(actor, action, { organisationId: world.organisation })) return 'forbidden';
  return isEmpty ? 'unknown' : 'open';
}

function heard({ status, location }: { status: number; location: string }): string {
  if (status === 303 && /\/sign-in\?next=/.test(location)) return 'sign in';
  if (status === 303 && /\/legal\/[^/]+\/(enrolment|unlock)(\?|$)/.test(location)) return 'to the keys';
  if (status === 404 || status === 405) return 'unknown';
  if (status === 403) return 'forbidden';
  return status >= 500 ? `failed with ${status}` : 'open';
}

describe('the directory board', () => {
  it('has a line in the matrix for each address, and the matrix none that is not there', () => {
    const known = Object.keys(DOORS);
    const board = flatten(routes as RouteConfigEntry[]).map((path) => path.replace(/^:lang\?\/?/, ''));
    expect(board.filter((path) => !known.includes(path))).toEqual([]);
    expect(known.filter((path) => !board.includes(path))).toEqual([]);
    expect(Object.keys(hotHandlers).sort()).toEqual([...FRONT_DOORS].sort());
  });

  it('would miss one that nobody thought of', () => {
    expect(Object.keys(DOORS)).not.toContain('org/:org/secret-door');
  });
});

describe('G11: every door, every method, every role', () => {
  for (const [path, door] of Object.entries(DOORS)) {
    it(`/${path}`, async () => {
      const address = door.sample ? door.sample(world) : `/${path}`;
      for (const person of people) {
        for (const [method, rule] of [
          ['GET', door.get],
          ['POST', door.post],
        ] as const) {
          const answer = await knock(person, method, address);
          expect(`${person.name} ${method} ${address}: ${heard(answer)}`).toBe(
            `${person.name} ${method} ${address}: ${expected(rule, person)}`,
          );
        }
      }
    });
  }
});

describe('G13: a form that another site sends', () => {
  it('is refused at every door, whoever is signed in', async () => {
    const lawyer = people.find((one) => one.name === 'lawyer');
    const cookie = await cookieOf(sql, lawyer?.userId ?? '');
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site', origin: server.url },
      { origin: 'null' },
      {},
    ];
    const passed: string[] = [];
    for (const [path, door] of Object.entries(DOORS)) {
      // Mail programs end letters at these: their address is the proof.
      if (/unsubscribe/.test(path)) continue;
      const address = door.sample ? door.sample(world) : `/${path}`;
      for (const headers of foreign) {
        const answer = await fetch(server.url + address, {
          method: 'POST',
          redirect: 'manual',
          headers: { cookie, ...headers },
        });
        await answer.arrayBuffer();
        if (answer.status !== 403) passed.push(`${address} ${JSON.stringify(headers)} ${answer.status}`);
      }
    }
    expect(passed).toEqual([]);
  });
});
