import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, startServer, type TestServer } from '#tests/support/server.ts';
import { adminConnection, seedStory } from '#tests/support/story.ts';
import type { World } from './door.ts';
import { DOORS } from './route-doors.ts';

/** Every address of an organisation's workspace, asked of a candidate's team by everybody who is not in it. */
let sql: postgres.Sql;
let server: TestServer;
let slug: string;
let known: string;
let outsiders: { name: string; id: string | null }[];
let candidate: string;

const userOf = async (email: string): Promise<string> => {
  const { blindIndex } = await import('#app/platform/crypto.server.ts');
  const [row] = await sql<{ id: string }[]>`select id from users where email_index = ${blindIndex('email', email)}`;
  if (!row) throw new Error(`Nobody with ${email} in the story`);
  return row.id;
};

beforeAll(async () => {
  await seedStory();
  sql = adminConnection();
  const { DEMO_TEAMS } = await import('#db/seed/demo/story/teams.ts');
  const [masalli] = DEMO_TEAMS;
  slug = masalli?.slug ?? '';
  const [person] = await sql<{ id: string }[]>`
    select p.id from people p join organisations o on o.id = p.organisation_id where o.slug = ${slug} limit 1`;
  known = person?.id ?? '';
  const [coordinator] = await sql<{ id: string }[]>`
    select m.user_id as id from team_links l join organisations o on o.id = l.organisation_id
    join memberships m on m.organisation_id = l.society_id where o.slug = ${slug} and m.role = 'owner'`;
  const [operator] = await sql<{ id: string }[]>`select id from users where is_operator limit 1`;
  const [expired] = await sql<{ id: string }[]>`
    select m.user_id as id from memberships m join organisations o on o.id = m.organisation_id
    where o.slug = ${slug} and m.expires_at < now()`;
  candidate = await userOf('sevda@komanda.invalid');
  outsiders = [
    { name: 'nobody signed in', id: null },
    { name: 'the society’s coordinator', id: coordinator?.id ?? '' },
    { name: 'the operator without break-glass', id: operator?.id ?? '' },
    { name: 'a stranger candidate', id: await userOf('pervane@komanda.invalid') },
    { name: 'a member whose role has expired', id: expired?.id ?? '' },
  ];
  if (outsiders.some(({ id }) => id === '')) throw new Error('The story lacks somebody outside the team');
  server = await startServer();
}, 180_000);
afterAll(async () => {
  await server?.stop();
  await sql?.end();
});

async function knock(userId: string | null, method: 'GET' | 'POST', path: string) {
  const answer = await fetch(server.url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(userId ? { cookie: await cookieOf(sql, userId) } : {}),
      ...(method === 'POST'
        ? { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
        : {}),
    },
    ...(method === 'POST' ? { body: 'nothing=useful' } : {}),
  });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') ?? '' };
}

/** An address of the team: whatever it names is the team's own person, where there is one. */
const addressIn = (sample: (world: World) => string): string =>
  sample(
    new Proxy({} as World, {
      get: (_, key) => (key === 'org' ? slug : key === 'ref' ? 1 : known),
    }),
  );

const rooms = Object.entries(DOORS).filter(([path]) => /^(org|legal)\/:org/.test(path));

describe('every address of a candidate’s team', () => {
  it('is many', () => {
    expect(rooms.length).toBeGreaterThan(80);
  });

  for (const [path, door] of rooms)
    it(`/${path} does not exist for anybody outside`, async () => {
      const address = door.sample ? addressIn(door.sample) : `/${path}`;
      for (const { id, name } of outsiders)
        for (const method of ['GET', 'POST'] as const) {
          const { location, status, text } = await knock(id, method, address);
          const heard = status === 303 && /\/sign-in\?next=/.test(location) ? 'sign in' : status === 405 ? 404 : status;
          expect(`${name} ${method} ${address}: ${heard}`).toBe(
            `${name} ${method} ${address}: ${id === null && heard !== 404 ? 'sign in' : 404}`,
          );
          expect(text).not.toContain('Boradigah üçün birlikdə');
        }
    });

  it('opens to her, and none of them fails', async () => {
    for (const [path, door] of rooms.filter(([, { get }]) => get !== 'nobody')) {
      const address = door.sample ? addressIn(door.sample) : `/${path}`;
      const { status } = await knock(candidate, 'GET', address);
      expect(`${address}: ${status < 500}`).toBe(`${address}: true`);
      // Her own rooms open; those of one thing need an id that is theirs.
      if (/^org\/:org\/team(\/[^:]*)?$/.test(path))
        expect(`${address}: ${[200, 303].includes(status)}`).toBe(`${address}: true`);
    }
  }, 120_000);
});
