import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { boardEntries, boardMatches } from '#db/schema/index.ts';
import { organisationNames, type OrganisationCard } from '#app/features/organisations/public.server.ts';
import { fold } from '#app/kernel/az-text.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { Names } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { BoardFilters } from './rules/board-filters.ts';
import { UNMATCHED_DAYS, type EntryState } from './rules/kinds.ts';
import { nearness } from './rules/nearness.ts';
import { suggest } from './rules/suggest.ts';
import type { EntryView, OwnLine, PairView } from './views.ts';

export type BoardScope = Extract<Scope, { kind: 'member' | 'system' }>;
export type EntryRow = Omit<EntryView, 'isOurs' | 'organisation'> & { organisationId: string };

const DAY = 86_400_000;
/** A board is read, not searched through: the newest of each. */
const MOST = 200;
const NAMELESS: Names = { az: '—', en: '—', ru: '—' };

const columns = {
  id: boardEntries.id,
  organisationId: boardEntries.organisationId,
  kind: boardEntries.kind,
  category: boardEntries.category,
  title: boardEntries.title,
  text: boardEntries.text,
  locale: boardEntries.locale,
  region: boardEntries.region,
  place: boardEntries.place,
  startsOn: boardEntries.startsOn,
  endsOn: boardEntries.endsOn,
  state: boardEntries.state,
  createdAt: boardEntries.createdAt,
};

/** An organisation as the board names it. */
export const cardOf = (cards: Map<string, OrganisationCard>, id: string) => ({
  slug: cards.get(id)?.slug ?? null,
  names: cards.get(id)?.names ?? NAMELESS,
});

const toView = (scope: BoardScope, cards: Map<string, OrganisationCard>, row: EntryRow): EntryView => {
  const { organisationId, ...rest } = row;
  return { ...rest, isOurs: organisationId === scope.organisationId, organisation: cardOf(cards, organisationId) };
};

type RawRow = Record<string, unknown> & {
  organisation_id: string;
  starts_on: string;
  ends_on: string;
  created_at: string;
};
/** A row of the doors in db/guards/044, which answer in the table's own names. */
const fromDoor = ({ organisation_id, starts_on, ends_on, created_at, ...rest }: RawRow): EntryRow =>
  ({
    ...rest,
    organisationId: organisation_id,
    startsOn: starts_on,
    endsOn: ends_on,
    createdAt: new Date(created_at),
  }) as unknown as EntryRow;
const doorColumns = sql`id, organisation_id, kind, category, title, text, locale, region, place, starts_on::text, ends_on::text, state, created_at`;

/** What waits of other organisations, newest first. */
export async function readOthers(tx: Tx, now: Date): Promise<EntryRow[]> {
  const rows = await tx.execute<RawRow>(
    sql`select ${doorColumns} from app.board_of_others(${dayOf(now)}::date) order by created_at desc, id limit ${MOST}`,
  );
  return rows.map(fromDoor);
}

async function readOwn(tx: Tx, { organisationId }: BoardScope, states?: readonly EntryState[]): Promise<EntryRow[]> {
  return tx
    .select(columns)
    .from(boardEntries)
    .where(
      and(
        eq(boardEntries.organisationId, organisationId),
        states ? inArray(boardEntries.state, [...states]) : undefined,
      ),
    )
    .orderBy(
      asc(
        sql`array_position(array['proposed', 'done', 'agreed', 'open', 'confirmed', 'expired', 'withdrawn'], ${boardEntries.state})`,
      ),
      desc(boardEntries.createdAt),
    )
    .limit(MOST);
}

/** Own open entries beside those of others that may answer them, each with its reason. */
export async function readPairs(tx: Tx, scope: BoardScope, now: Date) {
  const own = await readOwn(tx, scope, ['open', 'proposed']);
  if (own.length === 0) return [];
  const asked = await tx
    .select({ entryId: boardMatches.entryId, ownEntryId: boardMatches.ownEntryId })
    .from(boardMatches)
    .where(
      and(eq(boardMatches.proposerId, scope.organisationId), inArray(boardMatches.state, ['proposed', 'declined'])),
    );
  const known = new Set(asked.map(({ entryId }) => entryId));
  return suggest(
    own,
    (await readOthers(tx, now)).filter(({ id }) => !known.has(id)),
  );
}

/** The board as a member sees it: what others put there under the filters, one's own, and what may go together. */
export async function getBoard(
  scope: BoardScope,
  filters: BoardFilters,
  now: Date,
): Promise<{ others: EntryView[]; own: OwnLine[]; pairs: PairView[] }> {
  const found = await withScope(scope, async (tx) => ({
    others: await readOthers(tx, now),
    own: await readOwn(tx, scope),
    waiting: await tx
      .select({ entryId: boardMatches.entryId, n: sql<number>`count(*)::int` })
      .from(boardMatches)
      .where(and(eq(boardMatches.ownerId, scope.organisationId), eq(boardMatches.state, 'proposed')))
      .groupBy(boardMatches.entryId),
    pairs: await readPairs(tx, scope, now),
  }));
  const cards = await organisationNames([scope.organisationId, ...found.others.map((row) => row.organisationId)]);
  const view = (row: EntryRow) => toView(scope, cards, row);
  const since = now.getTime() - UNMATCHED_DAYS * DAY;
  return {
    others: found.others.filter((row) => fits(row, filters)).map(view),
    own: found.own.map((row) => ({
      ...view(row),
      waiting: found.waiting.find(({ entryId }) => entryId === row.id)?.n ?? 0,
      isUnmatched: row.state === 'open' && row.createdAt.getTime() <= since,
    })),
    pairs: found.pairs.map(({ own, other, reason }) => ({ own: view(own), other: view(other), reason })),
  };
}

/** Whether an entry is wanted under the filters; a region brings its neighbours. */
function fits(row: EntryRow, { kind, category, region, q }: BoardFilters): boolean {
  if (kind && row.kind !== kind) return false;
  if (category && row.category !== category) return false;
  if (region && nearness(region, row.region) === 'far') return false;
  const text = fold(`${row.title} ${row.text} ${row.place}`);
  return fold(q ?? '')
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** One entry: our own, one that waits on the board, or one that we are an answer's side of. */
export async function readEntry(tx: Tx, scope: BoardScope, id: string, now: Date): Promise<EntryRow | undefined> {
  const [own] = await tx.select(columns).from(boardEntries).where(eq(boardEntries.id, id));
  if (own) return own;
  const [open] = await tx.execute<RawRow>(
    sql`select ${doorColumns} from app.board_of_others(${dayOf(now)}::date) where id = ${id}`,
  );
  if (open) return fromDoor(open);
  const [ours] = await tx
    .select({ id: boardMatches.id })
    .from(boardMatches)
    .where(and(eq(boardMatches.entryId, id), eq(boardMatches.proposerId, scope.organisationId)))
    .limit(1);
  if (!ours) return undefined;
  const rows = await readEntriesOfMatch(tx, ours.id);
  return rows.find((row) => row.id === id);
}

/** Both entries of an answer, for one of its two sides. */
export async function readEntriesOfMatch(tx: Tx, matchId: string): Promise<EntryRow[]> {
  const rows = await tx.execute<RawRow>(sql`select ${doorColumns} from app.board_entry_of_match(${matchId})`);
  return rows.map(fromDoor);
}

export async function viewEntry(scope: BoardScope, row: EntryRow): Promise<EntryView> {
  return toView(scope, await organisationNames([row.organisationId]), row);
}

/** Our own entry, for editing; undefined for every other one. */
export function getOwnEntry(scope: BoardScope, id: string): Promise<EntryRow | undefined> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select(columns)
      .from(boardEntries)
      .where(and(eq(boardEntries.id, id), eq(boardEntries.organisationId, scope.organisationId)));
    return row;
  });
}
