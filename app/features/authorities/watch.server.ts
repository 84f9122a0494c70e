import { and, asc, count, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import {
  bodies,
  communityPriorities,
  organisationRegions,
  watchedDecisions,
  watchedPromises,
} from '#db/schema/index.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { regionsOfChoice, type Names } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { DecisionKind, PromiseState, Vote } from './rules/watch.ts';
import type { WatchFilters } from './rules/watch-filters.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type DecisionLine = {
  id: string;
  kind: DecisionKind;
  title: string;
  on: Day;
  region: string;
  body: { id: string; names: Names };
  promises: number;
  isPublic: boolean;
};

/** A page of the list; the export has no end. */
export const WATCH_PAGE = 30;

/** One where-builder for the list, its count and its export. */
function matching(organisationId: string, { bodyId, kind, year, region }: WatchFilters): SQL | undefined {
  return and(
    eq(watchedDecisions.organisationId, organisationId),
    bodyId ? eq(watchedDecisions.bodyId, bodyId) : undefined,
    kind ? eq(watchedDecisions.kind, kind) : undefined,
    year ? sql`extract(year from ${watchedDecisions.on}) = ${year}` : undefined,
    region ? inArray(watchedDecisions.region, [region, ...regionsOfChoice(region)]) : undefined,
  );
}

function lines(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      id: watchedDecisions.id,
      kind: watchedDecisions.kind,
      title: watchedDecisions.title,
      text: watchedDecisions.text,
      on: watchedDecisions.on,
      region: watchedDecisions.region,
      sourceUrl: watchedDecisions.sourceUrl,
      amount: watchedDecisions.amount,
      publishedAt: watchedDecisions.publishedAt,
      bodyId: bodies.id,
      az: bodies.nameAz,
      en: bodies.nameEn,
      ru: bodies.nameRu,
      promises: sql<number>`(select count(*)::int from watched_promises p where p.decision_id = ${watchedDecisions.id})`,
    })
    .from(watchedDecisions)
    .innerJoin(bodies, eq(bodies.id, watchedDecisions.bodyId))
    .where(where)
    .orderBy(desc(watchedDecisions.on), desc(watchedDecisions.id));
}

type Line = Awaited<ReturnType<typeof lines>>[number];

const toLine = ({ bodyId, az, en, ru, publishedAt, ...row }: Line) => ({
  ...row,
  body: { id: bodyId, names: { az, en, ru } },
  isPublic: publishedAt !== null,
});

/** What the organisation watched, newest first, drafts included; and the bodies that its filter may offer. */
export function listDecisions(
  scope: MemberScope,
  filters: WatchFilters,
  page: number,
): Promise<{ rows: DecisionLine[]; total: number; bodies: { id: string; names: Names }[] }> {
  return withScope(scope, async (tx) => {
    const where = matching(scope.organisationId, filters);
    const [counted] = await tx.select({ n: count() }).from(watchedDecisions).where(where);
    const rows = await lines(tx, where)
      .limit(WATCH_PAGE)
      .offset((page - 1) * WATCH_PAGE);
    const watched = await tx
      .selectDistinct({ id: bodies.id, az: bodies.nameAz, en: bodies.nameEn, ru: bodies.nameRu })
      .from(watchedDecisions)
      .innerJoin(bodies, eq(bodies.id, watchedDecisions.bodyId))
      .where(eq(watchedDecisions.organisationId, scope.organisationId));
    return {
      rows: rows.map(toLine),
      total: counted?.n ?? 0,
      bodies: watched.map(({ id, az, en, ru }) => ({ id, names: { az, en, ru } })),
    };
  });
}

export type DecisionExportRow = DecisionLine & { text: string; sourceUrl: string | null; amount: string | null };

/** The whole list under its filters, to take away. */
export function exportDecisions(scope: MemberScope, filters: WatchFilters): Promise<DecisionExportRow[]> {
  return withScope(scope, async (tx) => (await lines(tx, matching(scope.organisationId, filters))).map(toLine));
}

export type PromiseView = { id: string; text: string; dueOn: Day | null; state: PromiseState; demandId: string | null };

export type DecisionView = DecisionExportRow & {
  minutes: string;
  votes: { member: string; vote: Vote }[];
  promiseList: PromiseView[];
};

/** One watched decision of the organisation; null when there is none. */
export function getDecision(scope: MemberScope, id: string): Promise<DecisionView | null> {
  return withScope(scope, async (tx) => {
    const mine = and(eq(watchedDecisions.id, id), eq(watchedDecisions.organisationId, scope.organisationId));
    const [line] = await lines(tx, mine);
    if (!line) return null;
    const [rest] = await tx
      .select({ minutes: watchedDecisions.minutes, votes: watchedDecisions.votes })
      .from(watchedDecisions)
      .where(mine);
    const promiseList = await tx
      .select({
        id: watchedPromises.id,
        text: watchedPromises.text,
        dueOn: watchedPromises.dueOn,
        state: watchedPromises.state,
        demandId: watchedPromises.demandId,
      })
      .from(watchedPromises)
      .where(eq(watchedPromises.decisionId, id))
      .orderBy(asc(watchedPromises.createdAt), asc(watchedPromises.id));
    return { ...toLine(line), minutes: rest?.minutes ?? '', votes: rest?.votes ?? [], promiseList };
  });
}

export type PriorityView = { id: string; rank: number; text: string; basis: string };
export type PriorityListView = { region: string; year: number; isPublic: boolean; rows: PriorityView[] };

/** The organisation's lists of priorities, newest year first. */
export function listPriorities(scope: MemberScope): Promise<PriorityListView[]> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(communityPriorities)
      .where(eq(communityPriorities.organisationId, scope.organisationId))
      .orderBy(desc(communityPriorities.year), asc(communityPriorities.region), asc(communityPriorities.rank));
    const lists = new Map<string, PriorityListView>();
    for (const { id, rank, text, basis, region, year, publishedAt } of rows) {
      const key = `${year}/${region}`;
      const list = lists.get(key) ?? { region, year, isPublic: publishedAt !== null, rows: [] };
      list.rows.push({ id, rank, text, basis });
      lists.set(key, list);
    }
    return [...lists.values()];
  });
}

/** The region that forms of this organisation begin with. */
export function homeRegion(scope: MemberScope): Promise<string> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select({ region: organisationRegions.region })
      .from(organisationRegions)
      .where(eq(organisationRegions.organisationId, scope.organisationId))
      .orderBy(asc(organisationRegions.region))
      .limit(1);
    return row?.region ?? 'AZ-BA';
  });
}
