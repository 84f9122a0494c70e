import { afterAll, describe, expect, it } from 'vitest';
import {
  audienceQuery,
  countAudience,
  namesOf,
  openContact,
  personForContact,
  readAudience,
  recordConsent,
  recordMoment,
  withdrawConsent,
} from '#app/features/people/public.server.ts';
import { keepPerson } from '#app/features/people/commands/keep-person.server.ts';
import { mergePeople } from '#app/features/people/commands/merge-people.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { sql as raw } from 'drizzle-orm';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const now = new Date();
const find = (known: Parameters<typeof personForContact>[2]) =>
  withScope({ kind: 'system', organisationId: at.organisationId }, (tx) =>
    personForContact(tx, at.organisationId, known, { now }),
  );

describe('people for other rooms', () => {
  it('finds whoever has the contact and a word of the name, else makes one, once for many at a time', async () => {
    const known = { name: 'Nərmin Otaqlı', phone: '050 700 10 01', roles: ['volunteer'] as const };
    const ids = await Promise.all(Array.from({ length: 5 }, () => find(known)));
    expect(new Set(ids).size).toBe(1);
    const [first] = ids as [string];
    // A sister on the same telephone is another person; the same woman with an address and a district is completed.
    expect(await find({ name: 'Könül Başqa', phone: '+994507001001' })).not.toBe(first);
    await keepPerson(at.organiser, first, { intent: 'archive', clientId: newId() });
    const again = { name: 'OTAQLI NERMIN', phone: '0507001001', email: 'N@sinaq.invalid', region: 'AZ-AST' };
    expect(await find(again)).toBe(first);
    const rows = await sql`select name, region, state from people where id = ${first}`;
    expect(rows).toEqual([{ name: 'Nərmin Otaqlı', region: 'AZ-AST', state: 'active' }]);
    expect(await sql`select 1 from people_contacts where person_id = ${first}`).toHaveLength(2);
    // Without a contact nobody can say who it is.
    expect(await find({ name: 'Nərmin Otaqlı' })).not.toBe(first);
  });

  it('keeps a moment of one subject once, and with whom the person stands after a merge', async () => {
    const gone = await find({ name: 'İkinci Qeyd', phone: '0507001002' });
    const kept = await find({ name: 'Birinci Qeyd', phone: '0507001003' });
    await mergePeople(at.organiser, { clientId: newId(), keptId: kept, goneId: gone });
    const subjectId = newId();
    const scope = { kind: 'system', organisationId: at.organisationId } as const;
    const tell = () =>
      withScope(scope, (tx) =>
        recordMoment(tx, at.organisationId, {
          personId: gone,
          kind: 'event',
          about: 'Kənd yığıncağı',
          subjectId,
          at: now,
        }),
      );
    await tell();
    await tell();
    const rows =
      await sql`select person_id, origin_id, about_cipher from people_moments where subject_id = ${subjectId}`;
    expect(rows).toMatchObject([{ person_id: kept, origin_id: gone }]);
    expect(rows[0]?.about_cipher).not.toContain('yığıncağı');
    expect(await withScope(scope, (tx) => namesOf(tx, at.organisationId, [gone]))).toEqual(
      new Map([[gone, 'Birinci Qeyd']]),
    );
    // Another organisation neither reads nor writes there.
    const theirs = at.stranger.scope.organisationId;
    await withScope({ kind: 'system', organisationId: theirs }, async (tx) => {
      await recordMoment(tx, theirs, { personId: gone, kind: 'event', subjectId: newId(), at: now });
      expect(await namesOf(tx, theirs, [gone])).toEqual(new Map());
    });
    expect(await sql`select 1 from people_moments where origin_id = ${gone} and kind = 'event'`).toHaveLength(1);
  });

  it('gives an audience with a standing consent and a contact for it, a shared one once', async () => {
    const scope = { kind: 'system', organisationId: at.organisationId } as const;
    const yes = async (name: string, email: string | null) => {
      const personId = await find({ name, email, place: 'Dinləyici kəndi', region: 'AZ-AST' });
      const told = await withScope(scope, (tx) =>
        recordConsent(tx, at.organisationId, { personId, purpose: 'news', channel: 'email', at: now }),
      );
      expect(told).toBe(true);
      return personId;
    };
    const a = await yes('Aynur Dinləyən', 'aynur@sinaq.invalid');
    await yes('Rövşən Dinləyən', 'aile@sinaq.invalid');
    await yes('Səidə Bir', 'aile@sinaq.invalid');
    await yes('Ünvansız Dinləyən', null);
    await find({ name: 'Susan Dinləyən', email: 'susan@sinaq.invalid', place: 'Dinləyici kəndi', region: 'AZ-AST' });
    const audience = { rule: { is: 'place', region: 'AZ-AST', words: 'dinləyici' } } as const;
    const ask = { purpose: 'news', channel: 'email' } as const;
    const read = () => withScope(scope, (tx) => readAudience(tx, at.organisationId, audience, ask));
    const found = (await read()) ?? [];
    expect(found.map(({ cipher }) => openContact(at.organisationId, cipher)).sort()).toEqual([
      'aile@sinaq.invalid',
      'aynur@sinaq.invalid',
    ]);
    await withScope(scope, async (tx) => {
      expect(await countAudience(tx, at.organisationId, audience, ask)).toBe(2);
      const query = await audienceQuery(tx, at.organisationId, audience, ask);
      expect(await tx.execute(raw`select person_id, contact_index from (${query}) a`)).toHaveLength(2);
      expect(await countAudience(tx, at.organisationId, audience, { ...ask, purpose: 'surveys' })).toBe(0);
      expect(await readAudience(tx, at.organisationId, { searchId: newId() }, ask)).toBeUndefined();
      expect(await withdrawConsent(tx, at.organisationId, a, { channel: 'email', now })).toBe(1);
    });
    expect(await read()).toHaveLength(1);
  });
});
