import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { boardContacts, boardEntries, boardMatches } from '#db/schema/index.ts';
import type { Tx } from '#db/client.server.ts';
import { organisationNames } from '#app/features/organisations/public.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { openBoardContact } from './contact.server.ts';
import {
  cardOf,
  readEntriesOfMatch,
  readEntry,
  readPairs,
  viewEntry,
  type BoardScope,
  type EntryRow,
} from './entries.server.ts';
import { HOLDING_STATES, OPPOSITE, type MatchState } from './rules/kinds.ts';
import { stepsOpen, type Side } from './rules/match-steps.ts';
import type { Reason } from './rules/suggest.ts';
import type { EntryView, MatchView } from './views.ts';

type Row = typeof boardMatches.$inferSelect;

/** An entry's page: itself, its answers as far as they are ours to see, and our own entries that could answer it. */
export async function getEntryPage(
  scope: BoardScope,
  id: string,
  now: Date,
): Promise<
  | { entry: EntryView; matches: MatchView[]; ownChoices: { id: string; title: string }[]; reason: Reason | null }
  | undefined
> {
  const found = await withScope(scope, async (tx) => {
    const row = await readEntry(tx, scope, id, now);
    if (!row) return undefined;
    const rows = await tx
      .select()
      .from(boardMatches)
      .where(or(eq(boardMatches.entryId, id), eq(boardMatches.ownEntryId, id)))
      .orderBy(
        sql`array_position(array['agreed', 'done', 'confirmed', 'proposed', 'cancelled', 'declined', 'taken_back', 'lapsed'], ${boardMatches.state})`,
        desc(boardMatches.createdAt),
      );
    const pairs = row.organisationId === scope.organisationId ? [] : await readPairs(tx, scope, now);
    const choices = row.organisationId === scope.organisationId ? [] : await readChoices(tx, scope, row);
    return {
      row,
      matches: await openMatches(tx, scope, rows),
      choices,
      reason: pairs.find(({ other }) => other.id === id)?.reason ?? null,
    };
  });
  if (!found) return undefined;
  return {
    entry: await viewEntry(scope, found.row),
    matches: await nameMatches(found.matches),
    ownChoices: found.choices,
    reason: found.reason,
  };
}

/** What we put in answer to others, those that still move first. */
export async function listAnswers(scope: BoardScope): Promise<MatchView[]> {
  const rows = await withScope(scope, async (tx) =>
    openMatches(
      tx,
      scope,
      await tx
        .select()
        .from(boardMatches)
        .where(eq(boardMatches.proposerId, scope.organisationId))
        .orderBy(
          sql`array_position(array['done', 'agreed', 'proposed', 'confirmed', 'declined', 'lapsed', 'cancelled', 'taken_back'], ${boardMatches.state})`,
          desc(boardMatches.createdAt),
        )
        .limit(50),
    ),
  );
  return nameMatches(rows);
}

type Opened = Omit<MatchView, 'other'> & { otherId: string };

async function openMatches(tx: Tx, scope: BoardScope, rows: Row[]): Promise<Opened[]> {
  const list: Opened[] = [];
  for (const row of rows) {
    const side: Side = row.ownerId === scope.organisationId ? 'owner' : 'proposer';
    const otherId = side === 'owner' ? row.proposerId : row.ownerId;
    const isDoneByUs = row.doneBy === scope.organisationId;
    const entries = await readEntriesOfMatch(tx, row.id);
    const named = (id: string | null) => {
      const entry = entries.find((one) => one.id === id);
      return entry ? { id: entry.id, title: entry.title, locale: entry.locale } : null;
    };
    list.push({
      id: row.id,
      entryId: row.entryId,
      entry: named(row.entryId),
      side,
      otherId,
      state: row.state,
      note: row.note,
      ownEntry: named(row.ownEntryId),
      isDoneByUs,
      createdAt: row.createdAt,
      answeredAt: row.answeredAt,
      steps: stepsOpen({ state: row.state, side, isDoneByUs }),
      contact: await readContact(tx, row, otherId),
    });
  }
  return list;
}

async function readContact(tx: Tx, { id, state }: { id: string; state: MatchState }, otherId: string) {
  if (!(HOLDING_STATES as readonly MatchState[]).includes(state)) return null;
  const [row] = await tx
    .select({ cipher: boardContacts.cipher })
    .from(boardContacts)
    .where(and(eq(boardContacts.matchId, id), eq(boardContacts.organisationId, otherId)));
  return row ? openBoardContact(id, otherId, row.cipher) : null;
}

async function nameMatches(rows: Opened[]): Promise<MatchView[]> {
  const cards = await organisationNames(rows.map(({ otherId }) => otherId));
  return rows.map(({ otherId, ...row }) => ({ ...row, other: cardOf(cards, otherId) }));
}

/** Our own open entries of the opposite kind: what an answer may be tied to. */
async function readChoices(tx: Tx, { organisationId }: BoardScope, { kind, category }: EntryRow) {
  return tx
    .select({ id: boardEntries.id, title: boardEntries.title })
    .from(boardEntries)
    .where(
      and(
        eq(boardEntries.organisationId, organisationId),
        eq(boardEntries.kind, OPPOSITE[kind]),
        eq(boardEntries.category, category),
        inArray(boardEntries.state, ['open', 'proposed']),
      ),
    );
}
