import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminConnection, organisationId, seedStory } from '#tests/support/story.ts';

/** Tables that everybody at work may read: reference data without people. */
const REFERENCE =
  'bodies body_routes posts post_holders holiday_years holidays settings submissions rate_limits election_statements'.split(
    ' ',
  );
const OF_ORGANISATIONS = 'issues issue_events issue_messages issue_photos letters memberships letter_signatories'.split(
  ' ',
);
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
}, 180_000);
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

/** Somebody at work there: a member's scope is worth as much as the membership behind it. */
async function memberOf(organisation: string): Promise<string> {
  const [row] = await admin<{ id: string }[]>`
    select user_id as id from memberships where organisation_id = ${organisation} and role = 'owner' limit 1`;
  return row?.id ?? '';
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
    expect((await visible({ kind: 'member', org: astara })).issues).toBe(0);
    const own = await visible({ kind: 'member', org: astara, user: await memberOf(astara) });
    expect(own.issues).toBeGreaterThan(0);
    expect(own.memberships).toBeGreaterThan(0);
    const [inAll] = await admin`select count(*)::int as n from issues where organisation_id = ${astara}`;
    expect(own.issues).toBe(inAll?.n);

    const theirs = await memberOf(foreign);
    await app.begin(async (tx) => {
      await tx`select set_config('icma.kind', 'member', true), set_config('icma.org', ${foreign}, true), set_config('icma.user', ${theirs}, true)`;
      for (const table of OF_ORGANISATIONS) {
        const rows = await tx`select 1 from ${tx(table)} where organisation_id <> ${foreign}`;
        expect(rows, table).toEqual([]);
      }
    });
  });

  it('refuse a row for another organisation', async () => {
    const [astara, foreign] = [await organisationId(admin, 'astaracay'), await organisationId(admin, 'gunesli')];
    const theirs = await memberOf(foreign);
    const insert = app.begin(async (tx) => {
      await tx`select set_config('icma.kind', 'member', true), set_config('icma.org', ${foreign}, true), set_config('icma.user', ${theirs}, true)`;
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

/** Faults of a table of legal aid: no wall, or a right of a role that has nothing to do there. */
async function openInLegal(): Promise<string[]> {
  const rows = await admin<{ name: string; fault: string }[]>`
    select n.nspname || '.' || c.relname as name, concat_ws(', ',
      case when not c.relrowsecurity then 'not enabled' end,
      case when not c.relforcerowsecurity then 'not forced' end,
      case when not exists (select 1 from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and 'icma_legal' = any (p.roles)) then 'no rule' end,
      case when exists (select 1 from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and not p.roles <@ array['icma_legal', 'icma_door']::name[]) then 'a rule for others' end,
      (select string_agg('right of ' || r.role, ', ' order by r.role) from unnest(array['icma_app', 'icma_public', 'icma_auth', 'icma_worker']) r(role)
       where has_table_privilege(r.role, c.oid, 'select, insert, update, delete, truncate, references, trigger') or has_any_column_privilege(r.role, c.oid, 'select, insert, update, references'))) as fault
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('legal', 'vault_keys') and c.relkind in ('r', 'p', 'v', 'm') order by 1`;
  expect(rows.length).toBeGreaterThan(20);
  return rows.filter((row) => row.fault !== '').map((row) => `${row.name}: ${row.fault}`);
}

describe('the walls around legal aid', () => {
  it('stand around every table, and no other role has a right behind them', async () => {
    expect(await openInLegal()).toEqual([]);
    for (const role of ['icma_app', 'icma_public', 'icma_auth', 'icma_worker']) {
      const [row] =
        await admin`select has_schema_privilege(${role}, 'legal', 'usage') or has_schema_privilege(${role}, 'vault_keys', 'usage') as may`;
      expect(row?.may, role).toBe(false);
    }
  });

  it('are missed when somebody forgets them, or lets a role in', async () => {
    await admin`create table legal.forgotten (id int, organisation_id uuid)`;
    await admin`grant select on vault_keys.receipts to icma_app`;
    await admin`grant update (seq) on legal.records to icma_worker`;
    await admin`create policy planted on legal.staff to icma_auth using (true)`;
    try {
      expect(await openInLegal()).toEqual([
        'legal.forgotten: not enabled, not forced, no rule',
        'legal.records: right of icma_worker',
        'legal.staff: a rule for others',
        'vault_keys.receipts: right of icma_app',
      ]);
    } finally {
      await admin`drop table legal.forgotten`;
      await admin`revoke all on vault_keys.receipts from icma_app`;
      await admin`revoke update (seq) on legal.records from icma_worker`;
      await admin`drop policy planted on legal.staff`;
    }
  });

  it('show its own role nothing without a scope', async () => {
    const own = postgres(process.env.DATABASE_LEGAL_URL ?? '', { max: 1, onnotice: () => undefined });
    try {
      const rows = await own<{ schema: string; name: string }[]>`
        select schemaname as schema, tablename as name from pg_tables where schemaname in ('legal', 'vault_keys') and tablename <> 'done_forms'`;
      for (const { name, schema } of rows)
        expect(await own`select 1 from ${own(schema)}.${own(name)}`, `${schema}.${name}`).toEqual([]);
      // The control: the story's desk has them.
      expect((await admin`select 1 from legal.cases`).length).toBeGreaterThan(0);
    } finally {
      await own.end();
    }
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
