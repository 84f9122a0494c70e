import { and, asc, eq, ne } from 'drizzle-orm';
import { people, peopleContacts } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { openContact, readContact } from './contact.server.ts';
import { findLikely } from './duplicates.server.ts';
import type { PersonFacts } from './views.ts';
import { wherePeople } from './where-people.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
export type Candidate = { id: string; name: string; region: string; place: string };
const MOST = 10;

/** Whom a person may be merged with: the likely ones, or those that the colleague's words find. */
export function listCandidates(scope: MemberScope, person: PersonFacts, q: string): Promise<Candidate[]> {
  const { organisationId } = scope;
  return withScope(scope, async (tx) => {
    if (q.length >= 2)
      return tx
        .select({ id: people.id, name: people.name, region: people.region, place: people.place })
        .from(people)
        .where(
          and(wherePeople({ organisationId, maySeeContact: true }, { state: 'active', q }), ne(people.id, person.id)),
        )
        .orderBy(asc(people.nameKey))
        .limit(MOST);
    const own = await tx
      .select({ cipher: peopleContacts.cipher })
      .from(peopleContacts)
      .where(eq(peopleContacts.personId, person.id));
    const contacts = own.map(({ cipher }) => readContact(openContact(organisationId, cipher)));
    return findLikely(tx, organisationId, {
      ...person,
      contacts: contacts.filter((contact) => contact !== null),
      except: person.id,
    });
  });
}
