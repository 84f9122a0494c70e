import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminConnection, organisationId, seedStory } from '#tests/support/story.ts';

/** Tables that everybody at work may read: reference data without people. */
const REFERENCE = [
  'bodies',
  'body_routes',
  'posts',
  'post_holders',
  'holiday_years',
  'holidays',
  'settings',
  'submissions',
  'rate_limits',
];
/** Those who asked to be shown: a cipher under a key outside the database, of which pages say first name and initial. */
const SHOWN_ON_REQUEST = ['campaign_names.person_cipher'];

let admin: postgres.Sql;
let app: postgres.Sql;
let stranger: postgres.Sql;
let tables: string[];

beforeAll(async () => {
  await seedStory();
  admin = adminConnection();
  app = postgres(process.env.DATABASE_APP_URL ?? '', { max: 1, onnotice: () => undefined });
  stranger = postgres(process.env.DATABASE_PUBLIC_URL ?? '', { max: 1, onnotice: () => undefined });
  tables = (
    await admin<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public' order by 1`
  ).map((row) => row.name);
}, 60_000);
afterAll(() => Promise.all([admin.end(), app.end(), stranger.end()]));

/** Tables whose rows an outsider could reach: not enabled, not forced, or of an organisation without a rule for the app's role. */
async function unguarded(): Promise<string[]> {
  const rows = await admin<{ name: string; fault: string }[]>`
    select c.relname as name, concat_ws(', ',
      case when not c.relrowsecurity then 'not enabled' end,
      case when not c.relforcerowsecurity then 'not forced' end,
      case when exists (select 1 from information_schema.columns where table_schema = 'public' and table_name = c.relname and column_name = 'organisation_id')
            and not exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and 'icma_app' = any (p.roles) and p.qual like '%within_org(organisation_id)%')
           then 'no rule for the organisation' end) as fault
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')`;
  return rows.filter((row) => row.fault !== '').map((row) => `${row.name}: ${row.fault}`);
}

/** How many rows the app's role sees in each table within a scope. */
async function visible(scope: { kind: string; org?: string; user?: string }): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    await app
      .begin(async (tx) => {
        await tx`select set_config('icma.kind', ${scope.kind}, true), set_config('icma.org', ${scope.org ?? ''}, true), set_config('icma.user', ${scope.user ?? ''}, true)`;
        const [row] = await tx`select count(*)::int as n from ${tx(table)}`;
        counts[table] = row?.n as number;
      })
      .catch((error: { code?: string }) => {
        // 42501: no right to the table at all, which is as closed as can be.
        if (error.code !== '42501') throw error;
        counts[table] = 0;
      });
  }
  return counts;
}

describe('the walls between organisations', () => {
  it('stand around every table', async () => {
    expect(await unguarded()).toEqual([]);
  });

  it('are missed when somebody forgets them', async () => {
    await admin`create table forgotten (id int, organisation_id uuid)`;
    try {
      expect(await unguarded()).toEqual(['forgotten: not enabled, not forced, no rule for the organisation']);
    } finally {
      await admin`drop table forgotten`;
    }
  });

  it('cannot be passed by any of our roles', async () => {
    const roles =
      await admin`select rolname from pg_roles where rolname like 'icma_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`;
    expect(roles).toEqual([]);
  });

  it('show nothing without a scope', async () => {
    const counts = await visible({ kind: '' });
    const seen = Object.entries(counts).filter(([table, count]) => count > 0 && !REFERENCE.includes(table));
    expect(seen).toEqual([]);
  });

  it('show members their own organisation, and a stranger organisation nothing of it', async () => {
    const [astara, foreign] = [await organisationId(admin, 'astaracay'), await organisationId(admin, 'gunesli')];
    const own = await visible({ kind: 'member', org: astara });
    expect(own.issues).toBeGreaterThan(0);
    expect(own.memberships).toBeGreaterThan(0);
    const [inAll] = await admin`select count(*)::int as n from issues where organisation_id = ${astara}`;
    expect(own.issues).toBe(inAll?.n);

    await app.begin(async (tx) => {
      await tx`select set_config('icma.kind', 'member', true), set_config('icma.org', ${foreign}, true)`;
      for (const table of [
        'issues',
        'issue_events',
        'issue_messages',
        'issue_photos',
        'letters',
        'memberships',
        'letter_signatories',
        'organisation_regions',
      ]) {
        const rows = await tx`select 1 from ${tx(table)} where organisation_id <> ${foreign}`;
        expect(rows, table).toEqual([]);
      }
    });
  });

  it('refuse a row for another organisation', async () => {
    const [astara, foreign] = [await organisationId(admin, 'astaracay'), await organisationId(admin, 'gunesli')];
    const insert = app.begin(async (tx) => {
      await tx`select set_config('icma.kind', 'member', true), set_config('icma.org', ${foreign}, true)`;
      await tx`insert into organisation_regions (organisation_id, region) values (${astara}, 'AZ-LER')`;
    });
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it('let a citizen hand in and read nothing back', async () => {
    const astara = await organisationId(admin, 'astaracay');
    const counts = await visible({ kind: 'citizen', org: astara });
    expect(Object.entries(counts).filter(([table, count]) => count > 0 && !REFERENCE.includes(table))).toEqual([]);
  });

  it('hide people from the operator', async () => {
    const counts = await visible({ kind: 'operator' });
    for (const table of [
      'users',
      'memberships',
      'issues',
      'issue_contacts',
      'issue_messages',
      'letters',
      'letter_signatories',
      'invitations',
    ]) {
      expect(counts[table], table).toBe(0);
    }
    expect(counts.organisations).toBeGreaterThan(0);
  });

  it('keep the audit trail from being changed or deleted by anybody at work', async () => {
    const grants = await admin`select grantee, privilege_type from information_schema.role_table_grants
      where table_name in ('audit_entries', 'audit_seals') and grantee in ('icma_app', 'icma_auth', 'icma_public', 'icma_worker') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`;
    expect(grants).toEqual([]);
  });
});

describe('the public role', () => {
  it('reads no table', async () => {
    for (const table of tables)
      await expect(stranger`select * from public.${stranger(table)} limit 1`, table).rejects.toThrow(
        /permission denied/,
      );
  });

  it('reads published views, which carry no exact point, contact or person', async () => {
    const columns = await stranger<
      { name: string }[]
    >`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'published'`;
    expect(columns.length).toBeGreaterThan(20);
    const personal = columns
      .map((row) => row.name)
      .filter((name) =>
        /exact|cipher|contact|assignee|entered_by|actor|author|reason|hmac|client_id|created_by|device/.test(name),
      );
    expect(personal).toEqual(SHOWN_ON_REQUEST);
  });

  it('sees published reports only, and no team', async () => {
    const [hidden] = await admin`select count(*)::int as n from issues where not is_public`;
    expect(hidden?.n).toBeGreaterThan(0);
    const [all] = await admin`select count(*)::int as n from issues where is_public`;
    const [seen] = await stranger`select count(*)::int as n from published.issues`;
    expect(seen?.n).toBe(all?.n);
    await admin`insert into organisations (id, slug, kind, state, name_az, name_en, name_ru) values (gen_random_uuid(), 'gizli-komanda', 'team', 'approved', 'Gizli', 'Hidden', 'Скрытая')`;
    expect(await stranger`select 1 from published.organisations where slug = 'gizli-komanda'`).toEqual([]);
  });
});
