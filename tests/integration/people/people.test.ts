import { afterAll, describe, expect, it } from 'vitest';
import { addPerson, likelyDuplicates } from '#app/features/people/commands/add-person.server.ts';
import { eraseHuman } from '#app/features/people/commands/erase-human.server.ts';
import { keepPerson, showContacts } from '#app/features/people/commands/keep-person.server.ts';
import { mergePeople } from '#app/features/people/commands/merge-people.server.ts';
import { exportPeople } from '#app/features/people/export.server.ts';
import { listPeople } from '#app/features/people/people-list.server.ts';
import { getPersonPage } from '#app/features/people/person.server.ts';
import { countRule } from '#app/features/people/searches.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { form } from './people-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const add = async (changes: Parameters<typeof form>[0] = {}) => {
  const added = await addPerson(at.organiser, form(changes));
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.personId;
};

describe('people of an organisation', () => {
  it('keeps contacts and notes encrypted, opens them for those who may, and writes that down', async () => {
    const id = await add({ name: 'Sınaq Əkbərova', phone: '+994501112233', note: 'Gizli qeyd' });
    const [stored] = await sql<{ all: string }[]>`
      select (select string_agg(c.cipher, '') from people_contacts c where c.person_id = ${id}) || (select string_agg(n.cipher, '') from people_notes n where n.person_id = ${id}) as all`;
    expect(stored?.all).not.toMatch(/501112233|Gizli/u);
    expect(await showContacts(at.organiser, id)).toMatchObject({ ok: true, value: [{ value: '+994501112233' }] });
    expect(await showContacts(at.moderator, id)).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
    const page = await getPersonPage(at.moderator.scope, id, { maySeeContact: false, now: new Date() });
    expect(page).toMatchObject({ notes: null, contacts: { phone: 1 } });
    const seen = await sql`select 1 from audit_entries where action = 'people.contacts-seen' and subject_id = ${id}`;
    expect(seen).toHaveLength(1);
  });

  it('adds a form sent five times once, and warns of the same contact and of a near name at the place', async () => {
    const one = form({ name: 'Aygün Sınaqova', phone: '+994502223344' });
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => addPerson(at.organiser, one)));
    expect(new Set(ids.map((result) => result.ok && result.value.personId)).size).toBe(1);
    const contact = await likelyDuplicates(at.organiser, form({ name: 'Başqa Ad', phone: '+994502223344' }));
    expect(contact.map(({ why }) => why)).toContain('contact');
    const near = await likelyDuplicates(at.organiser, form({ name: 'SINAQOVA AYGUN', place: 'Kijəbə kəndi' }));
    expect(near.map(({ name }) => name)).toContain('Aygün Sınaqova');
    expect(await likelyDuplicates(at.organiser, form({ name: 'Zzz Qqq' }))).toEqual([]);
  });

  it('shows a stranger organisation no rows, by any command or query', async () => {
    const id = await add({ phone: '+994503334455' });
    const { scope } = at.stranger;
    expect(await getPersonPage(scope, id, { maySeeContact: true, now: new Date() })).toBeUndefined();
    expect((await listPeople(scope, { state: 'active' }, {}, true))?.total).toBe(0);
    const table = await exportPeople(
      scope,
      { state: 'active' },
      { t: wordsFor('az'), locale: 'az', purpose: 'report' },
    );
    expect(table?.trim().split('\r\n')).toHaveLength(1);
    for (const result of [
      await showContacts(at.stranger, id),
      await eraseHuman(at.stranger, id, { clientId: newId() }),
      await keepPerson(at.stranger, id, { intent: 'archive', clientId: newId() }),
      await mergePeople(at.stranger, { clientId: newId(), keptId: id, goneId: newId() }),
    ])
      expect(result.ok).toBe(false);
    expect(await sql`select 1 from people where id = ${id} and state = 'active'`).toHaveLength(1);
  });

  it('leaves no row of an erased person, merged ones included, in any table', async () => {
    const kept = await add({ phone: '+994504445566', tags: ['Silinən'], note: 'x' });
    const gone = await add({ email: 'silinen@sinaq.invalid', roles: ['volunteer'] });
    await mergePeople(at.organiser, { clientId: newId(), keptId: kept, goneId: gone });
    await eraseHuman(at.organiser, kept, { clientId: newId() });
    const tables = await sql<{ t: string; c: string }[]>`
      select table_name as t, column_name as c from information_schema.columns
      where table_schema = 'public' and data_type = 'uuid' and table_name like 'people%'`;
    for (const { t, c } of tables)
      expect(await sql`select 1 from ${sql(t)} where ${sql(c)} in (${kept}, ${gone})`, `${t}.${c}`).toHaveLength(0);
  });

  it('exports exactly the list, in its order, without formulas, and says for what in the trail', async () => {
    const tag = `İxrac ${newId().slice(0, 6)}`;
    await add({ name: '=1+1 Şər', tags: [tag] });
    await add({ name: 'Əli Sınaq', tags: [tag], phone: '+994505556677' });
    await add({ name: 'Zaur Sınaq', tags: [tag] });
    const [row] = await sql<{ id: string }[]>`select id from people_tags where name = ${tag}`;
    const filters = { state: 'active', tag: row?.id ?? '' } as const;
    const list = await listPeople(at.organiser.scope, filters, {}, true);
    const table = await exportPeople(at.organiser.scope, filters, {
      t: wordsFor('az'),
      locale: 'az',
      purpose: 'event',
    });
    const lines = (table ?? '').trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(';')[0]?.replace(/^'/u, ''))).toEqual(list?.rows.map(({ name }) => name));
    expect(table).not.toMatch(/(^|;)[=+@-]/mu);
    expect(table).toContain('50 555 66 77');
    expect(await sql`select 1 from audit_entries where action = 'people.exported.event'`).toHaveLength(1);
  });

  it('finds by and, or, not over role, tag, place, language, consent and activity', async () => {
    const name = 'Axtarış Sınaq';
    const a = await add({ name, place: 'Zeyd', roles: ['volunteer'], languages: ['tly'] });
    const b = await add({ name, place: 'Zeyd', roles: ['supporter'], ageBand: '18_29' });
    await keepPerson(at.organiser, a, {
      intent: 'consent',
      clientId: newId(),
      purpose: 'news',
      channel: 'sms',
      givenOn: '2026-01-05',
    });
    await keepPerson(at.organiser, b, {
      intent: 'moment',
      clientId: newId(),
      kind: 'training',
      on: '2026-02-03',
      about: '',
    });
    const here = { is: 'place', region: 'AZ-AST', words: 'zeyd' } as const;
    const count = (rule: Parameters<typeof countRule>[1]) => countRule(at.organiser.scope, rule);
    expect(await count(here)).toBe(2);
    expect(await count({ all: [here, { is: 'role', role: 'volunteer' }] })).toBe(1);
    expect(await count({ all: [here, { not: { is: 'role', role: 'volunteer' } }] })).toBe(1);
    // An age that nobody said is not that age.
    expect(await count({ all: [here, { not: { is: 'age', ageBand: '18_29' } }] })).toBe(1);
    expect(
      await count({
        all: [
          here,
          {
            any: [
              { is: 'language', language: 'tly' },
              { is: 'age', ageBand: '18_29' },
            ],
          },
        ],
      }),
    ).toBe(2);
    expect(await count({ all: [here, { is: 'consent', purpose: 'news', channel: null }] })).toBe(1);
    const training = (from: string, until: string) =>
      count({ all: [here, { is: 'activity', kind: 'training', from, until }] });
    expect(await training('2026-02-03', '2026-02-03')).toBe(1);
    expect(await training('2026-02-04', '2026-03-01')).toBe(0);
  });
});
