import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { addPerson } from '#app/features/people/commands/add-person.server.ts';
import { keepPerson } from '#app/features/people/commands/keep-person.server.ts';
import { mergePeople, undoMerge } from '#app/features/people/commands/merge-people.server.ts';
import { settleMerges } from '#app/features/people/jobs.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { form } from './people-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const HANGING = [
  'people_contacts',
  'people_marks',
  'people_notes',
  'people_consents',
  'people_guardians',
  'people_moments',
] as const;

/** Everything known of some people, with whom it stands. */
async function stateOf(ids: string[]): Promise<unknown> {
  const rows = await sql`
    select id, state, name, region, place, age_band, gender, merged_into, match_key from people where id in ${sql(ids)} order by id`;
  const hanging = await Promise.all(
    HANGING.map(
      (table) =>
        sql<
          { row: unknown }[]
        >`select to_jsonb(t) as row from ${sql(table)} t where origin_id in ${sql(ids)} order by to_jsonb(t)::text`,
    ),
  );
  return JSON.parse(JSON.stringify([rows, hanging]));
}

async function makePeople(): Promise<string[]> {
  const ids: string[] = [];
  for (const changes of [
    { phone: '+994507000001', region: '', place: '', roles: ['volunteer'] },
    { email: 'a@sinaq.invalid', gender: 'woman', tags: ['Bir'], region: 'AZ-AST' },
    { phone: '+994507000001', ageBand: '18_29', languages: ['tly'], region: '', place: '' },
    { note: 'qeyd', region: 'AZ-LAN', place: 'Separadi', roles: ['volunteer', 'member'] },
  ] as const) {
    const added = await addPerson(
      at.organiser,
      form({
        ...changes,
        roles: [...(changes.roles ?? [])],
        languages: [...(changes.languages ?? [])],
        tags: [...(changes.tags ?? [])],
      } as never),
    );
    if (added.ok) ids.push(added.value.personId);
  }
  await keepPerson(at.organiser, ids[1] as string, { intent: 'archive', clientId: newId() });
  return ids;
}

it('loses nothing by merging and undoing, in any order of several merges', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.nat(5)),
      async (pairs, picks) => {
        const ids = await makePeople();
        const before = await stateOf(ids);
        for (const [kept, gone] of pairs)
          await mergePeople(at.organiser, {
            clientId: newId(),
            keptId: ids[kept] as string,
            goneId: ids[gone] as string,
          });
        for (;;) {
          const merges = await sql<
            { id: string }[]
          >`select id from people_merges where kept_id in ${sql(ids)} order by id`;
          if (merges.length === 0) break;
          const mergeId = merges[(picks.next().value as number) % merges.length]?.id as string;
          expect(await undoMerge(at.organiser, { clientId: newId(), mergeId })).toMatchObject({ ok: true });
        }
        expect(await stateOf(ids)).toEqual(before);
        await sql`delete from people where id in ${sql(ids)}`;
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

it('shows everything at the kept person, refuses a ring, and undoes no later than 30 days', async () => {
  const [a, b] = (await makePeople()) as [string, string, string, string];
  expect(await mergePeople(at.organiser, { clientId: newId(), keptId: a, goneId: b })).toMatchObject({ ok: true });
  expect(await mergePeople(at.organiser, { clientId: newId(), keptId: b, goneId: a })).toMatchObject({ ok: false });
  expect(await sql`select 1 from people_contacts where person_id = ${a}`).toHaveLength(2);
  const [merge] = await sql<{ id: string }[]>`select id from people_merges where kept_id = ${a}`;
  const late = { ...at.organiser, now: new Date(Date.now() + 31 * 86_400_000) };
  expect(await undoMerge(late, { clientId: newId(), mergeId: merge?.id as string })).toEqual({
    ok: false,
    refusal: { code: 'people.error.undo-late' },
  });
});

it('settles after 30 days, a chain too, and whatever pointed at the joined ones points at the kept one', async () => {
  const [a, b, c] = (await makePeople()) as [string, string, string, string];
  const on = (days: number) => ({ ...at.organiser, now: new Date(Date.now() - days * 86_400_000) });
  await mergePeople(on(40), { clientId: newId(), keptId: b, goneId: c });
  await mergePeople(on(35), { clientId: newId(), keptId: a, goneId: b });
  const taskId = newId();
  await sql`insert into tasks (id, organisation_id, title, person_id) values (${taskId}, ${at.organisationId}, 'Sınaq', ${c})`;
  const known = async () => {
    const rows =
      await sql`select contact_index from people_contacts where person_id = ${a} union select kind || value from people_marks where person_id = ${a} order by 1`;
    return rows.map((row) => Object.values(row)[0] as string);
  };
  const before = await known();
  const fresh = (await makePeople()) as [string, string, string, string];
  await mergePeople(on(29), { clientId: newId(), keptId: fresh[0], goneId: fresh[1] });
  expect(await settleMerges(new Date())).toBeGreaterThanOrEqual(2);
  expect(await sql`select id from people where id in (${b}, ${c})`).toHaveLength(0);
  expect(await known()).toEqual(before);
  for (const table of HANGING)
    expect(await sql`select 1 from ${sql(table)} where origin_id in (${b}, ${c})`, table).toHaveLength(0);
  expect(await sql`select person_id from tasks where id = ${taskId}`).toEqual([{ person_id: a }]);
  // A merge that can be undone still is left alone.
  expect(await sql`select state from people where id = ${fresh[1]}`).toEqual([{ state: 'merged' }]);
});
