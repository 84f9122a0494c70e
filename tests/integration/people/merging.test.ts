import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { addPerson } from '#app/features/people/commands/add-person.server.ts';
import { keepPerson } from '#app/features/people/commands/keep-person.server.ts';
import { mergePeople, undoMerge } from '#app/features/people/commands/merge-people.server.ts';
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
