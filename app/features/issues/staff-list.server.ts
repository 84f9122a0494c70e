import { and, asc, desc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { issues } from '#db/schema/index.ts';
import { PAGE_SIZE } from '#app/kernel/pagination.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { lineColumns, nameOf, photoCount } from './staff-lines.server.ts';
import { statesOfTab, STAFF_TABS, type StaffFilters, type StaffTab } from './rules/staff-filters.ts';
import type { ListLine, ListPage } from './staff-views.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** The one `where` of the list, its counts and its export. */
export function whereStaff(scope: MemberScope, filters: StaffFilters): SQL | undefined {
  const { state, category, region, assignee, q } = filters;
  return and(
    eq(issues.organisationId, scope.organisationId),
    inArray(issues.state, [...statesOfTab(filters.tab)]),
    state ? eq(issues.state, state) : undefined,
    category ? eq(issues.category, category) : undefined,
    region ? inArray(issues.region, [...regionsOfChoice(region)]) : undefined,
    assignee === 'none' ? isNull(issues.assigneeId) : assignee ? eq(issues.assigneeId, assignee) : undefined,
    q ? matches(q) : undefined,
  );
}

/** Words in what the public reads and in what the reporter wrote, folded on both sides; digits are a number too. */
function matches(q: string): SQL | undefined {
  const pattern = sql`'%' || regexp_replace(app.fold(${q}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
  const number = /^\d{1,12}$/.test(q) ? eq(issues.ref, Number(q)) : undefined;
  return or(
    number,
    sql`${issues.searchText} like ${pattern}`,
    sql`app.fold(issues.title || ' ' || issues.details || ' ' || issues.place) like ${pattern}`,
  );
}

/**
 * A page of the list. The queue stands oldest first (who waits longest is next), everything else newest first.
 * The cursor is the id of a row at the page's edge; one that is not theirs starts from the beginning.
 */
export function listStaffIssues(
  scope: MemberScope,
  filters: StaffFilters,
  cursor: { after?: string; before?: string },
): Promise<ListPage> {
  return withScope(scope, async (tx) => {
    const where = whereStaff(scope, filters);
    const isQueue = filters.tab === 'queue';
    const edge = await findEdge(tx, scope, cursor.after ?? cursor.before);
    const isBack = edge !== undefined && cursor.after === undefined;
    // Going back reads the other way round from the edge, and is turned again below.
    const isAscending = isQueue !== isBack;
    const beyond = edge ? sql`(issues.created_at, issues.id) ${isAscending ? sql`>` : sql`<`} ${edge}` : undefined;
    const order = isAscending ? [asc(issues.createdAt), asc(issues.id)] : [desc(issues.createdAt), desc(issues.id)];
    const found = await tx
      .select({
        ...lineColumns,
        source: issues.source,
        assignee: nameOf('assignee_id'),
        photos: photoCount,
        confirmations: issues.confirmations,
        awaitsUs: sql<boolean>`coalesce(issues.awaits = 'organisation', false)`,
      })
      .from(issues)
      .where(and(where, beyond))
      .orderBy(...order)
      .limit(PAGE_SIZE + 1);
    const page = found.slice(0, PAGE_SIZE);
    const rows: ListLine[] = isBack ? page.toReversed() : page;
    const total = await tx.$count(issues, where);
    const first = rows[0];
    const from = first ? 1 + (await tx.$count(issues, and(where, standsBefore(first.id, isQueue)))) : 0;
    return {
      rows,
      total,
      from,
      before: first && from > 1 ? first.id : null,
      after: from + rows.length - 1 < total ? (rows.at(-1)?.id ?? null) : null,
    };
  });
}

/** Sort key of a row by its id, compared inside the database: its clock is finer than ours. */
const keyOf = (id: string) => sql`(select edge.created_at, edge.id from issues edge where edge.id = ${id})`;

const standsBefore = (id: string, isQueue: boolean) =>
  sql`(issues.created_at, issues.id) ${isQueue ? sql`<` : sql`>`} ${keyOf(id)}`;

async function findEdge(tx: Tx, scope: MemberScope, id: string | undefined): Promise<SQL | undefined> {
  if (id === undefined) return undefined;
  const isOurs = await tx.$count(issues, and(eq(issues.id, id), eq(issues.organisationId, scope.organisationId)));
  return isOurs > 0 ? keyOf(id) : undefined;
}

/** How many stand behind each tab under the other filters. */
export function countTabs(scope: MemberScope, filters: StaffFilters): Promise<Record<StaffTab, number>> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({ state: issues.state, number: sql<number>`count(*)::int` })
      .from(issues)
      .where(whereStaff(scope, { ...filters, tab: 'all', state: undefined }))
      .groupBy(issues.state);
    const sum = (tab: StaffTab) =>
      rows.filter(({ state }) => statesOfTab(tab).includes(state)).reduce((total, { number }) => total + number, 0);
    return Object.fromEntries(STAFF_TABS.map((tab) => [tab, sum(tab)])) as Record<StaffTab, number>;
  });
}
