import { listPeople, listTags } from '#app/features/people/people-list.server.ts';
import { parsePeopleFilters } from '#app/features/people/rules/people-filters.ts';
import { listSearches } from '#app/features/people/searches.server.ts';
import { appSql } from '#db/client.server.ts';

type Scope = Parameters<typeof listTags>[0];
const known = new Map<string, Promise<Scope>>();

/** Whose list it is, found once an address: the door itself (session, memberships) is not the bare server's. */
async function findScope(slug: string): Promise<Scope> {
  const [row] = await appSql<{ id: string }[]>`select id from published.organisations where slug = ${slug}`;
  const organisationId = row?.id ?? '';
  // The queries ask for the organisation only; a member's scope would be asked whether its user works there.
  return { kind: 'system', organisationId } as unknown as Scope;
}

/** The people's list on the bare side; undefined for any other address. */
export async function answerPeople(url: URL): Promise<unknown> {
  const [, slug] = /^\/org\/([a-z0-9-]+)\/people$/.exec(url.pathname) ?? [];
  if (!slug) return undefined;
  let scope = known.get(slug);
  if (!scope) known.set(slug, (scope = findScope(slug)));
  const at = await scope;
  return Promise.all([listPeople(at, parsePeopleFilters(url.searchParams), {}, true), listTags(at), listSearches(at)]);
}
