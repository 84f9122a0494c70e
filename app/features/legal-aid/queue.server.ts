import { and, asc, eq, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { cases, records, savedViews } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { newId } from '#app/kernel/ids.ts';
import { factsOf } from './case-facts.server.ts';
import { openKeysOf } from './case-keys.server.ts';
import { openRow } from './case-records.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import { BAND_DAYS } from './rules/case-band.ts';
import { ENDED, OPEN_STATES } from './rules/lifecycle.ts';
import {
  parseQueueFilters,
  QUEUE_PAGE,
  queueQuery,
  VIEWS_MOST,
  type WHOSE,
  type QueueFilters,
} from './rules/queue-filters.ts';
import type { CaseFacts } from './rules/case-facts.ts';

/** The band that holds today: `bandNow` in SQL. */
const bandOn = (today: string): SQL<string> => sql<string>`coalesce(${cases.bandOverride}, case
  when ${cases.bandFloor} = 'red' or ${cases.dueOn} <= ${addDays(today, BAND_DAYS.red)} then 'red'
  when ${cases.bandFloor} = 'amber' or ${cases.dueOn} <= ${addDays(today, BAND_DAYS.amber)} then 'amber'
  else 'green' end)`;
const rank = (today: string): SQL => sql`case ${bandOn(today)} when 'red' then 0 when 'amber' then 1 else 2 end`;

/**
 * The day by which something has to happen, for the order: danger that waits for us and that nobody overruled is today's, so
 * that somebody detained without a date stands before a paper that is due in three days.
 */
const actBy = (today: string): SQL => sql`case
  when ${cases.bandFloor} = 'red' and ${cases.bandOverride} is null and ${cases.isWaitingForUs} then least(${cases.dueOn}, ${today}::date)
  else ${cases.dueOn} end`;

/** One condition for the list, its counts and the views' counts. */
export function whereQueue(
  filters: QueueFilters,
  { staff, today }: Pick<DeskWork, 'staff' | 'today'>,
): SQL | undefined {
  const { band, due, label, region, state, track, turn, whose } = filters;
  return and(
    state === 'open'
      ? inArray(cases.state, [...OPEN_STATES])
      : state === 'ended'
        ? inArray(cases.state, [...ENDED])
        : eq(cases.state, state),
    whose === 'mine' ? eq(cases.claimedBy, staff.id) : whose === 'unclaimed' ? isNull(cases.claimedBy) : undefined,
    band ? eq(bandOn(today), band) : undefined,
    track ? eq(cases.track, track) : undefined,
    region ? eq(cases.region, region) : undefined,
    label ? eq(cases.label, label) : undefined,
    turn ? eq(cases.isWaitingForUs, turn === 'us') : undefined,
    due ? lte(cases.dueOn, addDays(today, Number(due))) : undefined,
  );
}

/** A case as the queue shows it; the title only where the person holds its key. */
export type QueueRow = CaseFacts & { title: string | null };
export type QueuePage = {
  rows: QueueRow[];
  total: number;
  page: number;
  counts: Record<(typeof WHOSE)[number], number>;
  views: { id: string; query: string; count: number }[];
};

/** A page of the queue, most urgent first; nothing is opened but the titles that the person may read anyway. */
export function listQueue(work: DeskWork, filters: QueueFilters, page: number): Promise<QueuePage> {
  return withLegalScope(work.scope, async (tx) => {
    const { today } = work;
    const counted = await countWhose(tx, work, filters);
    const total = counted[filters.whose];
    const at = Math.max(1, Math.min(page, Math.ceil(total / QUEUE_PAGE)));
    const rows = await tx
      .select()
      .from(cases)
      .where(whereQueue(filters, work))
      .orderBy(rank(today), sql`${actBy(today)} nulls last`, asc(cases.openedOn), asc(cases.number))
      .limit(QUEUE_PAGE)
      .offset((at - 1) * QUEUE_PAGE);
    const titles = await titlesOf(
      tx,
      work,
      rows.map((row) => row.id),
    );
    const facts = await factsOf(tx, rows, today);
    return {
      rows: facts.map((row) => ({ ...row, title: titles.get(row.id) ?? null })),
      total,
      page: at,
      counts: counted,
      views: await listViews(tx, work),
    };
  });
}

/** How many are there of all, mine and nobody's, under the other filters: one reading. */
async function countWhose(tx: LegalTx, work: DeskWork, filters: QueueFilters): Promise<QueuePage['counts']> {
  const [row] = await tx
    .select({
      all: sql<number>`count(*)::int`,
      mine: sql<number>`count(*) filter (where ${cases.claimedBy} = ${work.staff.id})::int`,
      unclaimed: sql<number>`count(*) filter (where ${cases.claimedBy} is null)::int`,
    })
    .from(cases)
    .where(whereQueue({ ...filters, whose: 'all' }, work));
  return row ?? { all: 0, mine: 0, unclaimed: 0 };
}

/** Titles that lawyers gave, of the cases the person holds keys to. */
export async function titlesOf(tx: LegalTx, work: DeskWork, caseIds: readonly string[]): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(records)
    .where(and(inArray(records.caseId, [...caseIds]), eq(records.kind, 'summary')));
  const keys = await openKeysOf(
    tx,
    work.holder,
    'case',
    rows.map((row) => row.caseId),
  );
  const titles = new Map<string, string>();
  for (const row of rows) {
    const title = openRow(row, keys.get(row.caseId) ?? new Map()).content?.['title'];
    if (typeof title === 'string') titles.set(row.caseId, title);
  }
  return titles;
}

async function listViews(tx: LegalTx, work: DeskWork): Promise<QueuePage['views']> {
  const rows = await tx
    .select()
    .from(savedViews)
    .where(eq(savedViews.staffId, work.staff.id))
    .orderBy(asc(savedViews.position));
  return Promise.all(
    rows.map(async ({ id, query }) => {
      const filters = parseQueueFilters(new URLSearchParams(query));
      return { id, query, count: (await countWhose(tx, work, filters))[filters.whose] };
    }),
  );
}

/** Keeps the filters as one of the person's views; nothing happens for the plain queue, one kept already, or the ninth. */
export function keepView(work: DeskWork, filters: QueueFilters): Promise<void> {
  const query = queueQuery(filters);
  return withLegalScope(work.scope, async (tx) => {
    const [row] = await tx
      .select({ count: sql<number>`count(*)::int`, last: sql<number>`coalesce(max(${savedViews.position}), 0)` })
      .from(savedViews)
      .where(eq(savedViews.staffId, work.staff.id));
    if (query === '' || !row || row.count >= VIEWS_MOST) return;
    await tx
      .insert(savedViews)
      .values({
        id: newId(),
        organisationId: work.scope.organisationId,
        staffId: work.staff.id,
        query,
        position: row.last + 1,
      })
      .onConflictDoNothing();
  });
}

/** Forgets one of the person's views. */
export function dropView(work: DeskWork, viewId: string): Promise<void> {
  return withLegalScope(work.scope, async (tx) => {
    await tx.delete(savedViews).where(and(eq(savedViews.id, viewId), eq(savedViews.staffId, work.staff.id)));
  });
}
