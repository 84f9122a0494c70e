import { and, asc, eq, sql } from 'drizzle-orm';
import { people, peopleSearches } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { openAbout } from './contact.server.ts';
import { searchRule, type SearchRule } from './rules/search-rule.ts';
import type { Tag } from './views.ts';
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

/** So many of the latest can be chosen in the builder. */
const MOST_SUBJECTS = 60;

/** Events, tasks and forms that stand in people's timelines, the latest first, by the words they were told with. */
export function listSubjects(scope: MemberScope): Promise<Tag[]> {
  return withScope(scope, async (tx) => {
    const rows = await tx.execute<{ id: string; cipher: string }>(sql`
      select m.subject_id as id, (array_agg(m.about_cipher order by m.at desc))[1] as cipher from people_moments m
      where m.organisation_id = ${scope.organisationId} and m.subject_id is not null and m.about_cipher is not null
      group by m.subject_id order by max(m.at) desc limit ${MOST_SUBJECTS}`);
    return rows.map(({ id, cipher }) => ({ id, name: openAbout(scope.organisationId, cipher) }));
  });
}
