import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { boardContacts, boardEntries, boardMatches } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { sealBoardContact } from '../contact.server.ts';
import type { EntryIntent } from '../forms.ts';
import { OPPOSITE, SEEN_STATES, type BoardKind, type EntryState } from '../rules/kinds.ts';
import { stateAfter, type MatchStep } from '../rules/match-steps.ts';

export type MatchRefusal =
  | 'common.error.not-allowed'
  | 'common.error.changed-meanwhile'
  | 'board.error.gone'
  | 'board.error.taken'
  | 'board.error.answered-already'
  | 'common.error.choose';

type Proposal = Extract<EntryIntent, { intent: 'propose' }>;
type Step = Extract<EntryIntent, { intent: MatchStep }>;

/** Answers another organisation's entry. The contact in it opens to the other side only once both agreed. */
export function proposeMatch(
  work: StaffWork,
  entryId: string,
  proposal: Proposal,
): Promise<Result<{ matchId: string }, MatchRefusal>> {
  const { clientId, ownEntryId, note } = proposal;
  const content = [entryId, ownEntryId];
  return workOnce<{ matchId: string }, MatchRefusal>(
    work,
    { command: 'board.propose', clientId, content },
    async (tx) => {
      if (!mayHere(work, 'board.write')) return refuse('common.error.not-allowed');
      const { organisationId } = work.scope;
      const [entry] = await tx.execute<{ owner: string | null }>(
        sql`select app.lock_board_entry(${entryId}, ${dayOf(work.now)}::date) as owner`,
      );
      if (!entry?.owner) return refuse('board.error.gone');
      if (ownEntryId !== null && !(await lockAnswering(tx, work, entryId, ownEntryId)))
        return refuse('common.error.choose', 'ownEntryId');
      const standing = and(
        eq(boardMatches.entryId, entryId),
        eq(boardMatches.proposerId, organisationId),
        eq(boardMatches.state, 'proposed'),
      );
      if ((await tx.$count(boardMatches, standing)) > 0) return refuse('board.error.answered-already');
      const matchId = newId();
      const ownerId = entry.owner;
      await tx
        .insert(boardMatches)
        .values({ id: matchId, entryId, ownEntryId, ownerId, proposerId: organisationId, note, createdAt: work.now });
      await keepContact(tx, work, matchId, proposal);
      await settle(tx, work, { matchId, otherId: ownerId, action: 'board.propose' });
      return ok({ matchId });
    },
  );
}

/** Moves an answer on by one step. Of two that take the same thing at once, the second is told that it is taken. */
export function moveMatch(work: StaffWork, step: Step): Promise<Result<{ entryId: string }, MatchRefusal>> {
  const { clientId, matchId, intent } = step;
  return workOnce<{ entryId: string }, MatchRefusal>(
    work,
    { command: `board.${intent}`, clientId, content: matchId },
    async (tx) => {
      if (!mayHere(work, 'board.write')) return refuse('common.error.not-allowed');
      const [held] = await tx.execute<{ entry_state: EntryState; own_entry_state: EntryState | null }>(
        sql`select * from app.lock_board_match(${matchId})`,
      );
      const [row] = await tx.select().from(boardMatches).where(eq(boardMatches.id, matchId));
      if (!row || !held) return refuse('board.error.gone');
      const { organisationId } = work.scope;
      const side = row.ownerId === organisationId ? 'owner' : 'proposer';
      if (intent === 'agree' && (row.state === 'lapsed' || isTaken(held))) return refuse('board.error.taken');
      const state = stateAfter(intent, { state: row.state, side, isDoneByUs: row.doneBy === organisationId });
      if (!state) return refuse('common.error.changed-meanwhile');
      // Before the state: the contact is there the moment the other side may read it.
      if (step.intent === 'agree') await keepContact(tx, work, matchId, step);
      await tx
        .update(boardMatches)
        .set({
          state,
          ...(intent === 'done' && { doneBy: organisationId, doneAt: work.now }),
          ...(intent === 'confirm' && { confirmedAt: work.now }),
          ...(['agree', 'decline', 'take-back', 'cancel'].includes(intent) && { answeredAt: work.now }),
        })
        .where(eq(boardMatches.id, matchId));
      const otherId = side === 'owner' ? row.proposerId : row.ownerId;
      await settle(tx, work, { matchId, otherId, action: `board.${intent}` });
      return ok({ entryId: row.entryId });
    },
  );
}

const waits = (state: EntryState) => (SEEN_STATES as readonly EntryState[]).includes(state);
const isTaken = (held: { entry_state: EntryState; own_entry_state: EntryState | null }) =>
  !waits(held.entry_state) || (held.own_entry_state !== null && !waits(held.own_entry_state));

/** Our own entry that goes with the answer: it waits, and is of the other kind. */
async function lockAnswering(tx: Tx, { scope, now }: StaffWork, entryId: string, ownEntryId: string) {
  const [other] = await tx.execute<{ kind: BoardKind }>(
    sql`select kind from app.board_of_others(${dayOf(now)}::date) where id = ${entryId}`,
  );
  if (!other) return false;
  const [own] = await tx
    .select({ id: boardEntries.id })
    .from(boardEntries)
    .where(
      and(
        eq(boardEntries.id, ownEntryId),
        eq(boardEntries.organisationId, scope.organisationId),
        eq(boardEntries.kind, OPPOSITE[other.kind]),
        inArray(boardEntries.state, [...SEEN_STATES]),
      ),
    )
    .for('update');
  return own !== undefined;
}

async function keepContact(
  tx: Tx,
  { scope: { organisationId } }: StaffWork,
  matchId: string,
  { contactName, contact }: { contactName: string; contact: string },
): Promise<void> {
  const cipher = sealBoardContact(matchId, organisationId, { name: contactName, contact });
  await tx.insert(boardContacts).values({ matchId, organisationId, cipher });
}

/** The trail, and word to those whom it concerns: the other side always, our own when both are to act now. */
async function settle(
  tx: Tx,
  { scope }: StaffWork,
  { matchId, otherId, action }: { matchId: string; otherId: string; action: string },
): Promise<void> {
  await audit(tx, scope, { action, subjectType: 'board-match', subjectId: matchId });
  const told = action === 'board.agree' ? [otherId, scope.organisationId] : [otherId];
  for (const organisationId of told)
    await enqueue(tx, 'board:tell', { organisationId, matchId }, { key: `board:tell/${organisationId}/${matchId}` });
}
