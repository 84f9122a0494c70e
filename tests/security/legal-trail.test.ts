import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseByLead } from '#app/features/legal-aid/commands/erase-case.server.ts';
import { parseTrailFilters } from '#app/features/legal-aid/rules/trail-filters.ts';
import { checkTrail, listTrail, trailTable } from '#app/features/legal-aid/trail.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { newId } from '#app/kernel/ids.ts';
import {
  addStaff,
  deskWork,
  makeCase,
  makeDesk,
  type Desk,
  type DeskPerson,
  type MadeCase,
} from '#tests/integration/legal-aid/legal-world.ts';
import { adminConnection } from '#tests/support/story.ts';

const sql = adminConnection();
const legal = postgres(process.env.DATABASE_LEGAL_URL ?? '', { max: 1, onnotice: () => undefined });
let desk: Desk;
let out: DeskPerson;
let cases: MadeCase[];

beforeAll(async () => {
  desk = await makeDesk(sql);
  await addStaff(sql, desk);
  out = await addStaff(sql, desk, 'lead');
  cases = [await makeCase(desk), await makeCase(desk), await makeCase(desk, { keptOut: [out.staffId] })];
  const lead = await deskWork(desk, desk.lead);
  await sql`update legal.cases set state = 'closed' where id = ${cases[0]?.caseId ?? ''}`;
  await eraseByLead(lead, { caseId: cases[0]?.caseId ?? '', clientId: newId() });
  // Another desk's entries are of another chain, though the numbers run through.
  const other = await makeDesk(sql);
  await addStaff(sql, other);
  await makeCase(other);
  await makeCase(desk);
}, 60_000);
afterAll(() => Promise.all([sql.end(), legal.end()]));

const scope = async (person = desk.lead) => (await deskWork(desk, person)).scope;
const find = async (query: string, person = desk.lead) =>
  (await listTrail(await scope(person), parseTrailFilters(new URLSearchParams(query)), null)).entries;

describe('the trail of a desk', () => {
  it('G26: is one unbroken chain, and a change by the administrator of the database is found', async () => {
    expect(await checkTrail(await scope())).toEqual({ total: 5, brokenAt: null });
    const entries = await sql<
      { n: number }[]
    >`select n::int as n from legal.audit_entries where organisation_id = ${desk.organisationId} order by n`;
    const [first, second, , fourth] = entries.map((entry) => entry.n);
    const broken = async (change: (tx: postgres.TransactionSql) => Promise<unknown>): Promise<number | null> => {
      let found: number | null = null;
      await sql
        .begin(async (tx) => {
          await change(tx);
          const [row] = await tx<{ n: number | null }[]>`
            select min(n)::int as n from (select e.n, e.hash = app.legal_audit_hash(e) and e.previous is not distinct from lag(e.hash) over (order by e.n) as ok
              from legal.audit_entries e where organisation_id = ${desk.organisationId}) x where not ok`;
          found = row?.n ?? null;
          throw new Error('undo');
        })
        .catch((error: Error) => {
          if (error.message !== 'undo') throw error;
        });
      return found;
    };
    expect(await broken((tx) => tx`update legal.audit_entries set reason = 'cover' where n = ${second ?? 0}`)).toBe(
      second,
    );
    // What stood in one place and stands in another is a change as well.
    const [bare] = await sql<
      { n: number }[]
    >`select n::int as n from legal.audit_entries where organisation_id = ${desk.organisationId} and case_id is not null and reason is null limit 1`;
    expect(bare).toBeDefined();
    expect(
      await broken(
        (tx) => tx`update legal.audit_entries set reason = case_id::text, case_id = null where n = ${bare?.n ?? 0}`,
      ),
    ).toBe(bare?.n);
    expect(await broken((tx) => tx`delete from legal.audit_entries where n = ${second ?? 0}`)).toBe(entries[2]?.n);
    expect(await broken((tx) => tx`delete from legal.audit_entries where n = ${first ?? 0}`)).toBe(second);
    expect(
      await broken(
        (tx) =>
          tx`update legal.audit_entries e set on_day = '2020-01-01', hash = app.legal_audit_hash(e) where n = ${fourth ?? 0}`,
      ),
    ).toBe(fourth);
  });

  it('the page’s own check finds it too', async () => {
    const [one] = await sql<{ n: number; reason: string | null }[]>`
      select n::int as n, reason from legal.audit_entries where organisation_id = ${desk.organisationId} and action = 'case.erase'`;
    await sql`update legal.audit_entries set reason = 'applicant' where n = ${one?.n ?? 0}`;
    expect(await checkTrail(await scope())).toEqual({ total: 5, brokenAt: one?.n });
    await sql`update legal.audit_entries set reason = ${one?.reason ?? null} where n = ${one?.n ?? 0}`;
    expect((await checkTrail(await scope())).brokenAt).toBeNull();
  });

  it('is changed and deleted by no role of ours', async () => {
    for (const statement of [
      'update legal.audit_entries set reason = null',
      'delete from legal.audit_entries',
      'truncate legal.audit_entries',
    ])
      await expect(
        legal.begin(async (tx) => {
          await tx`select set_config('icma.kind', 'legal_system', true), set_config('icma.org', ${desk.organisationId}, true)`;
          await tx.unsafe(statement);
        }),
        statement,
      ).rejects.toThrow(/permission denied/);
    const rights =
      await sql`select grantee from information_schema.role_table_grants where table_schema = 'legal' and table_name = 'audit_entries'
      and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE') and grantee like 'icma\\_%' and grantee <> 'icma_owner'`;
    expect(rights).toEqual([]);
  });

  it('is narrowed by case, person, deed and day; an unknown filter is none', async () => {
    expect(await find('')).toHaveLength(5);
    expect((await find(`number=${cases[1]?.number}`)).map((entry) => entry.action)).toEqual(['case.hand-in']);
    expect((await find(`person=${desk.lead.staffId}`)).map((entry) => entry.action)).toEqual(['case.erase']);
    expect(await find('person=applicant')).toHaveLength(4);
    expect(await find('action=case.erase')).toHaveLength(1);
    expect(await find('to=2020-01-01')).toEqual([]);
    expect(await find("action=';drop&number=x&person=1&from=never")).toHaveLength(5);
  });

  it('says the number of an erased case, and not of one that is kept from the reader', async () => {
    expect((await find('action=case.erase'))[0]?.number).toBe(cases[0]?.number);
    expect((await find('')).map((entry) => entry.number)).toContain(cases[2]?.number);
    expect((await find('', out)).map((entry) => entry.number)).not.toContain(cases[2]?.number);
    expect(await find('', out)).toHaveLength(5);
  });

  it('is a table in words, with the seals', async () => {
    const table = await trailTable(await scope(), {}, wordsFor('az'));
    expect(table.split('\r\n')).toHaveLength(7);
    expect(table).toContain('İş silindi');
    expect(table).not.toMatch(/case\.|legal\./u);
    expect(table).toMatch(/;v2:[0-9a-f]{64}\r\n/u);
  });
});
