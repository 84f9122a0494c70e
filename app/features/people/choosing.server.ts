import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { people, peopleContacts, peopleSearches } from '#db/schema/index.ts';
import { openContact } from './contact.server.ts';
import { ruleOf } from './people-list.server.ts';
import type { AgeBand, Gender } from './rules/kinds.ts';
import { wherePeople } from './where-people.server.ts';

export type PersonToChoose = { id: string; name: string; region: string; place: string };

/** The organisation's saved searches, to choose one from. */
export function searchesToChoose(tx: Tx, organisationId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: peopleSearches.id, name: peopleSearches.name })
    .from(peopleSearches)
    .where(eq(peopleSearches.organisationId, organisationId))
    .orderBy(asc(peopleSearches.createdAt));
}

/** Whom a saved search finds, by name, at most so many; undefined when it is gone. */
export async function peopleOfSearch(
  tx: Tx,
  organisationId: string,
  searchId: string,
  most: number,
): Promise<PersonToChoose[] | undefined> {
  const rule = await ruleOf(tx, { organisationId }, searchId);
  if (!rule) return undefined;
  return tx
    .select({ id: people.id, name: people.name, region: people.region, place: people.place })
    .from(people)
    .where(wherePeople({ organisationId, maySeeContact: false }, { state: 'active' }, rule))
    .orderBy(sql`${people.name} collate "az-x-icu"`, asc(people.id))
    .limit(most);
}

export type KnownPerson = {
  id: string;
  name: string;
  /** An e-mail address, or else a telephone number; null where neither is known. */
  contact: string | null;
  ageBand: AgeBand | null;
  gender: Gender | null;
};

/** People of the list with how they are reached; ids of nobody, of somebody archived or of a stranger's are left out. */
export async function reachPeople(tx: Tx, organisationId: string, ids: readonly string[]): Promise<KnownPerson[]> {
  if (ids.length === 0) return [];
  const found = await tx
    .select({ id: people.id, name: people.name, ageBand: people.ageBand, gender: people.gender })
    .from(people)
    .where(
      and(
        eq(people.organisationId, organisationId),
        inArray(people.id, [...ids]),
        wherePeople({ organisationId, maySeeContact: false }, { state: 'active' }),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
  const contacts = await tx
    .select({ personId: peopleContacts.personId, kind: peopleContacts.kind, cipher: peopleContacts.cipher })
    .from(peopleContacts)
    .where(and(eq(peopleContacts.organisationId, organisationId), inArray(peopleContacts.personId, [...ids])))
    .orderBy(asc(peopleContacts.createdAt), asc(peopleContacts.id));
  return found.map((person) => {
    const own = contacts.filter(({ personId }) => personId === person.id);
    const first = own.find(({ kind }) => kind === 'email') ?? own[0];
    return { ...person, contact: first ? openContact(organisationId, first.cipher) : null };
  });
}
