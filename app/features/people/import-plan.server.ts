import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { fold } from '#app/kernel/az-text.ts';
import { indexOfContact, type Contact } from './contact.server.ts';
import { matchKey, shareAWord } from './rules/match.ts';
import { fillGaps, type Facts, type FilledFields } from './rules/merge.ts';
import type { ImportPerson } from './rules/import-row.ts';

/** What a table has said so far, by contact (all names said with it) and by name and place: later rows that say it again are repetitions. */
export type Seen = { names: Map<string, string>; keys: Map<string, Set<string>> };
export const nothingSeen = (): Seen => ({ names: new Map(), keys: new Map() });

export type Decision =
  | { outcome: 'new'; person: ImportPerson }
  | { outcome: 'repeated' | 'matched' }
  | { outcome: 'changed'; personId: string; filled: FilledFields; adds: Adds };
export type Adds = { contacts: Contact[]; roles: string[]; languages: string[]; tags: string[] };

type Known = Facts & {
  id: string;
  name: string;
  match_key: string | null;
  contacts: string[] | null;
  marks: string[] | null;
};

/**
 * What becomes of some rows. The dry run and the writing both ask here, so that the second does what the first showed.
 * The same person: a contact in common and a word of the name too (a family shares a telephone); or the same name at the
 * same place, unless both have telephones, or both have addresses, and none in common (namesakes of one village).
 */
export async function decideRows(
  tx: Tx,
  organisationId: string,
  rows: readonly ImportPerson[],
  seen: Seen,
): Promise<Decision[]> {
  const asked = rows.map((person) => ({
    person,
    key: matchKey(person),
    indexes: person.contacts.map((contact) => indexOfContact(contact)),
  }));
  const known = await listKnown(
    tx,
    organisationId,
    asked.flatMap(({ indexes }) => indexes),
    asked.flatMap(({ key }) => (key === null ? [] : [key])),
  );
  const byContact = new Map<string, Known[]>();
  const byKey = new Map<string, Known[]>();
  const put = (map: Map<string, Known[]>, key: string, row: Known) => map.set(key, [...(map.get(key) ?? []), row]);
  for (const row of known) {
    for (const contact of row.contacts ?? []) put(byContact, contact.split('|')[1] as string, row);
    if (row.match_key) put(byKey, row.match_key, row);
  }
  return asked.map(({ person, key, indexes }): Decision => {
    if (hasSaid(seen, person, key, indexes)) return { outcome: 'repeated' };
    note(seen, person, key, indexes);
    const match =
      indexes.flatMap((index) => byContact.get(index) ?? []).find((row) => shareAWord(row.name, person.name)) ??
      (key === null ? undefined : byKey.get(key)?.find((row) => !contradicts(row, person, indexes)));
    if (!match) return { outcome: 'new', person };
    const marks = new Set(match.marks ?? []);
    const own = new Set((match.contacts ?? []).map((contact) => contact.split('|')[1]));
    const adds: Adds = {
      contacts: person.contacts.filter((_, at) => !own.has(indexes[at])),
      roles: person.roles.filter((role) => !marks.has(`role:${role}`)),
      languages: person.languages.filter((language) => !marks.has(`language:${language}`)),
      tags: person.tags.filter((tag) => !marks.has(`tag:${fold(tag)}`)),
    };
    const filled = fillGaps(match, person);
    const isSame = Object.keys(filled).length === 0 && Object.values(adds).every((list) => list.length === 0);
    return isSame ? { outcome: 'matched' } : { outcome: 'changed', personId: match.id, filled, adds };
  });
}

const kindsOf = (indexes: readonly string[], contacts: readonly Contact[]) =>
  contacts.map(({ kind }, at) => `${kind}|${indexes[at] ?? ''}`);

function contradicts(row: Known, person: ImportPerson, indexes: readonly string[]): boolean {
  const theirs = kindsOf(indexes, person.contacts);
  const ours = row.contacts ?? [];
  return (['phone', 'email'] as const).some((kind) => {
    const a = ours.filter((contact) => contact.startsWith(`${kind}|`));
    const b = theirs.filter((contact) => contact.startsWith(`${kind}|`));
    return a.length > 0 && b.length > 0 && !a.some((contact) => b.includes(contact));
  });
}

function hasSaid(seen: Seen, person: ImportPerson, key: string | null, indexes: readonly string[]): boolean {
  if (indexes.some((index) => shareAWord(seen.names.get(index) ?? '', person.name))) return true;
  const before = key === null ? undefined : seen.keys.get(key);
  // Namesakes of one place are told apart by their contacts; without one it is the same line again.
  return before !== undefined && (indexes.length === 0 || before.size === 0);
}

function note(seen: Seen, person: ImportPerson, key: string | null, indexes: readonly string[]): void {
  for (const index of indexes) seen.names.set(index, `${seen.names.get(index) ?? ''} ${person.name}`);
  if (key !== null) seen.keys.set(key, new Set([...(seen.keys.get(key) ?? []), ...indexes]));
}

async function listKnown(tx: Tx, organisationId: string, indexes: string[], keys: string[]): Promise<Known[]> {
  const list = (values: string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;
  const rows = await tx.execute<Known>(sql`
    select p.id, p.name, p.region, p.place, p.age_band as "ageBand", p.gender, p.match_key,
      (select array_agg(c.kind || '|' || c.contact_index) from people_contacts c where c.person_id = p.id) as contacts,
      (select array_agg(k.kind || ':' || coalesce(t.name_key, k.value)) from people_marks k
        left join people_tags t on k.kind = 'tag' and t.id::text = k.value where k.person_id = p.id) as marks
    from people p
    where p.organisation_id = ${organisationId} and p.state <> 'merged' and p.id in (
      select c.person_id from people_contacts c where c.organisation_id = ${organisationId} and c.contact_index in ${list(indexes)}
      union select m.id from people m where m.organisation_id = ${organisationId} and m.match_key in ${list(keys)})
    order by p.created_at, p.id`);
  return [...rows];
}
