import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { people, peopleSearches, peopleTags } from '#db/schema/index.ts';
import { PAGE_SIZE } from '#app/kernel/pagination.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { PersonRole } from './rules/kinds.ts';
import type { PeopleFilters } from './rules/people-filters.ts';
import { searchRule, type SearchRule } from './rules/search-rule.ts';
import type { PeoplePage, PersonLine, Tag } from './views.ts';
import { wherePeople } from './where-people.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** The alphabet of the country, as the index keeps it. */
const NAME = sql`(people.name collate "az-x-icu")`;

export const lineColumns = {
  id: people.id,
  name: people.name,
  region: people.region,
  place: people.place,
  roles: sql<
    PersonRole[]
  >`array(select distinct k.value from people_marks k where k.person_id = people.id and k.kind = 'role')`,
  tags: sql<
    string[]
  >`array(select distinct t.name from people_marks k join people_tags t on t.id::text = k.value where k.person_id = people.id and k.kind = 'tag' order by 1)`,
};

/** Reads a saved search's rule; undefined when the organisation has none under this id. */
export async function ruleOf(
  tx: Tx,
  scope: Pick<MemberScope, 'organisationId'>,
  id: string | undefined,
): Promise<SearchRule | null | undefined> {
  if (id === undefined) return null;
  const [row] = await tx
    .select({ rule: peopleSearches.rule })
    .from(peopleSearches)
    .where(and(eq(peopleSearches.id, id), eq(peopleSearches.organisationId, scope.organisationId)));
  return row ? searchRule.parse(row.rule) : undefined;
}

const keyOf = (id: string) =>
  sql`(select edge.name collate "az-x-icu", edge.id from people edge where edge.id = ${id})`;

/**
 * A page of people in the alphabet's order. The cursor is the id of a row at the page's edge; one that is not theirs starts
 * from the beginning. Undefined when the saved search does not exist.
 */
export function listPeople(
  scope: MemberScope,
  filters: PeopleFilters,
  cursor: { after?: string; before?: string },
  maySeeContact: boolean,
): Promise<PeoplePage | undefined> {
  return withScope(scope, async (tx) => {
    const rule = await ruleOf(tx, scope, filters.search);
    if (rule === undefined) return undefined;
    const where = wherePeople({ organisationId: scope.organisationId, maySeeContact }, filters, rule);
    const wanted = cursor.after ?? cursor.before;
    const edge = wanted === undefined ? undefined : await findEdge(tx, scope, wanted);
    const isBack = edge !== undefined && cursor.after === undefined;
    const beyond = edge ? sql`(${NAME}, people.id) ${isBack ? sql`<` : sql`>`} ${edge}` : undefined;
    const found: PersonLine[] = await tx
      .select(lineColumns)
      .from(people)
      .where(and(where, beyond))
      .orderBy(isBack ? desc(NAME) : asc(NAME), isBack ? desc(people.id) : asc(people.id))
      .limit(PAGE_SIZE);
    const rows = isBack ? found.toReversed() : found;
    const total = await tx.$count(people, where);
    const first = rows[0];
    // Without a cursor the page is the first one.
    const isFirst = edge === undefined;
    const from = !first
      ? 0
      : isFirst
        ? 1
        : 1 + (await tx.$count(people, and(where, sql`(${NAME}, people.id) < ${keyOf(first.id)}`)));
    return {
      rows,
      total,
      from,
      before: first && from > 1 ? first.id : null,
      after: from + rows.length - 1 < total ? (rows.at(-1)?.id ?? null) : null,
    };
  });
}

async function findEdge(tx: Tx, scope: MemberScope, id: string): Promise<SQL | undefined> {
  const isOurs = await tx.$count(people, and(eq(people.id, id), eq(people.organisationId, scope.organisationId)));
  return isOurs > 0 ? keyOf(id) : undefined;
}

/** The organisation's tags in the alphabet's order. */
export function listTags(scope: MemberScope): Promise<Tag[]> {
  return withScope(scope, (tx) =>
    tx
      .select({ id: peopleTags.id, name: peopleTags.name })
      .from(peopleTags)
      .where(eq(peopleTags.organisationId, scope.organisationId))
      .orderBy(sql`${peopleTags.name} collate "az-x-icu"`),
  );
}
