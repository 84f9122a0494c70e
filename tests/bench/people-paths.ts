import { createHash, randomBytes } from 'node:crypto';
import postgres from 'postgres';
import type { BenchPath } from './paths.ts';

/** The list that is measured: an organiser's cookie, and a saved search of three conditions. */
export type PeopleBench = { slug: string; searchId: string; cookie: string };

const PEOPLE = 100_000;
/** Nobody's id: what the bench made is known by it. */
const MADE_BY = '00000000-0000-4000-8000-00000000be7c';

/** Gives an organisation of the story 100,000 people and a saved search, and signs its organiser in. */
export async function openPeopleBench(adminUrl: string): Promise<PeopleBench> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const [at] = await sql<{ organisation_id: string; user_id: string; slug: string }[]>`
      select m.organisation_id, m.user_id, o.slug from memberships m join organisations o on o.id = m.organisation_id
      where m.role = 'organiser' and m.ended_at is null and o.state = 'approved' and o.kind = 'cbo' order by o.slug, m.user_id limit 1`;
    if (!at) throw new Error('The story has no organiser: run the bench with --fresh');
    await seedPeople(sql, at.organisation_id);
    const rule = {
      all: [
        { is: 'role', role: 'volunteer' },
        { not: { is: 'place', region: 'AZ-LAN', words: '' } },
        { is: 'activity', kind: 'training', from: null, until: null },
      ],
    };
    await sql`delete from people_searches where created_by = ${MADE_BY}`;
    const [search] = await sql<{ id: string }[]>`
      insert into people_searches (id, organisation_id, name, rule, created_by)
      values (gen_random_uuid(), ${at.organisation_id}, 'bench', ${sql.json(rule)}, ${MADE_BY}) returning id`;
    return { slug: at.slug, searchId: search?.id ?? '', cookie: await signIn(sql, at.user_id) };
  } finally {
    await sql.end();
  }
}

async function seedPeople(sql: postgres.Sql, organisationId: string): Promise<void> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from people where created_by = ${MADE_BY}`;
  if (row?.n === PEOPLE) return;
  await sql`delete from people where created_by = ${MADE_BY}`;
  await sql`
    insert into people (id, organisation_id, name, region, place, created_by)
    select gen_random_uuid(), ${organisationId},
      (array['Aygün', 'Elvin', 'Nərmin', 'Rəşad', 'Şəhla', 'Tural', 'Ülkər', 'Vüsal', 'Günel', 'İlqar'])[1 + n % 10] || ' ' ||
        (array['Məmməd', 'Əli', 'Hüseyn', 'Quliy', 'Həsən', 'İsmayıl', 'Kərim', 'Rəhim', 'Səfər', 'Vəli', 'Abbas', 'Cəfər', 'Nəbi'])[1 + n % 13] || 'ova ' || n,
      (array['AZ-AST', 'AZ-LAN', 'AZ-MAS', 'AZ-GOY'])[1 + n % 4], 'Kənd ' || n % 211, ${MADE_BY}
    from generate_series(1, ${PEOPLE}::int) n`;
  const mine = sql`from people where created_by = ${MADE_BY}`;
  await sql`insert into people_marks (origin_id, person_id, organisation_id, kind, value)
    select id, id, organisation_id, 'role', case when right(name, 1) in ('1', '5', '9') then 'volunteer' else 'supporter' end ${mine}`;
  await sql`insert into people_contacts (id, origin_id, person_id, organisation_id, kind, cipher, contact_index)
    select gen_random_uuid(), id, id, organisation_id, 'phone', repeat('x', 60), md5(id::text) ${mine}`;
  await sql`insert into people_moments (id, origin_id, person_id, organisation_id, kind, at)
    select gen_random_uuid(), id, id, organisation_id, case when right(name, 1) in ('1', '2') then 'training' else 'entered' end, now() ${mine}`;
  await sql`analyze people, people_marks, people_contacts, people_moments`;
}

/** A session as signing in leaves it. */
async function signIn(sql: postgres.Sql, userId: string): Promise<string> {
  const session = randomBytes(32).toString('base64url');
  const now = new Date();
  const id = createHash('sha256').update(session).digest('hex');
  const expires_at = new Date(now.getTime() + 3_600_000);
  await sql`insert into sessions ${sql({ id, user_id: userId, expires_at, created_at: now, last_seen_at: now, proved_at: now })}`;
  return ['', '__Host-'].map((prefix) => `${prefix}session=${session}`).join('; ');
}

/** `people-search`: a name and a village typed into the list of 100,000, and the saved search, turn about. */
export function peoplePaths({ cookie, searchId, slug }: PeopleBench): BenchPath[] {
  const headers = { cookie, 'accept-encoding': 'gzip, deflate, br' };
  const typed = ['nermin', 'aygun%20memmed', 'kend%2017', 'ilqar%20kerim'];
  const queries = [...typed.map((words) => `q=${words}`), `search=${searchId}`];
  return [
    {
      name: 'people-search',
      ours: 'shared',
      expected: 200,
      requests: () => queries.map((query) => ({ method: 'GET', path: `/org/${slug}/people?${query}`, headers })),
    },
  ];
}
