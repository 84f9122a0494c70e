import { isId } from '#app/kernel/ids.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { PERSON_ROLES, SPOKEN, type PersonRole, type Spoken } from './kinds.ts';

/** What narrows the list of people. `search`: a saved search. `q`: the colleague's words; folded by the database. */
export type PeopleFilters = {
  state: 'active' | 'archived';
  search?: string;
  q?: string;
  role?: PersonRole;
  tag?: string;
  region?: string;
  language?: Spoken;
};

/** Reads the filters of an address; what is unknown is left out, so that old links keep working. */
export function parsePeopleFilters(query: URLSearchParams): PeopleFilters {
  const at = (name: string) => query.get(name) ?? '';
  const q = at('q').normalize('NFC').replaceAll('\u0000', '').trim().slice(0, 80);
  const role = PERSON_ROLES.find((entry) => entry === at('role'));
  const language = SPOKEN.find((entry) => entry === at('language'));
  const region = at('region');
  return {
    state: at('state') === 'archived' ? 'archived' : 'active',
    ...(isId(at('search')) ? { search: at('search') } : {}),
    ...(q.length >= 2 ? { q } : {}),
    ...(role ? { role } : {}),
    ...(isId(at('tag')) ? { tag: at('tag') } : {}),
    ...(region && regionsOfChoice(region).length > 0 ? { region } : {}),
    ...(language ? { language } : {}),
  };
}

/** The filters as a query with its question mark; `changes` replace single ones, undefined takes one off. */
export function peopleQuery(
  filters: PeopleFilters,
  changes: Partial<Record<keyof PeopleFilters | 'after' | 'before', string | undefined>> = {},
): string {
  const all: Record<string, string | undefined> = { ...filters, ...changes };
  const query = new URLSearchParams();
  for (const name of ['state', 'search', 'q', 'role', 'tag', 'region', 'language', 'after', 'before']) {
    const value = all[name];
    if (value && !(name === 'state' && value === 'active')) query.set(name, value);
  }
  return query.size > 0 ? `?${query}` : '';
}
