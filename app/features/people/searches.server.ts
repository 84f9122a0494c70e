import { and, asc, eq } from 'drizzle-orm';
import { people, peopleSearches } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { searchRule, type SearchRule } from './rules/search-rule.ts';
import { wherePeople } from './where-people.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
export type SavedSearch = { id: string; name: string; rule: SearchRule; count: number };

/** The organisation's saved searches in the order they were made. */
export function listSearches(scope: MemberScope): Promise<{ id: string; name: string }[]> {
  return withScope(scope, (tx) =>
    tx
      .select({ id: peopleSearches.id, name: peopleSearches.name })
      .from(peopleSearches)
      .where(eq(peopleSearches.organisationId, scope.organisationId))
      .orderBy(asc(peopleSearches.createdAt)),
  );
}

/** Saved searches with how many people each finds now. */
export function countSearches(scope: MemberScope): Promise<SavedSearch[]> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(peopleSearches)
      .where(eq(peopleSearches.organisationId, scope.organisationId))
      .orderBy(asc(peopleSearches.createdAt));
    const found: SavedSearch[] = [];
    for (const { id, name, rule } of rows) {
      const read = searchRule.parse(rule);
      found.push({ id, name, rule: read, count: await tx.$count(people, whereRule(scope, read)) });
    }
    return found;
  });
}

export function getSearch(scope: MemberScope, id: string): Promise<Omit<SavedSearch, 'count'> | undefined> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(peopleSearches)
      .where(and(eq(peopleSearches.id, id), eq(peopleSearches.organisationId, scope.organisationId)));
    return row && { id: row.id, name: row.name, rule: searchRule.parse(row.rule) };
  });
}

/** How many people a rule finds now. */
export function countRule(scope: MemberScope, rule: SearchRule): Promise<number> {
  return withScope(scope, (tx) => tx.$count(people, whereRule(scope, rule)));
}

const whereRule = ({ organisationId }: MemberScope, rule: SearchRule) =>
  wherePeople({ organisationId, maySeeContact: false }, { state: 'active' }, rule);
