import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { boardEntries } from '#db/schema/index.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { EntryForm } from '../forms.ts';

export type EntryRefusal = 'common.error.not-allowed' | 'board.error.gone' | 'common.error.changed-meanwhile';

const isTeam = ({ actor, scope }: StaffWork) =>
  actor.memberships.some(({ organisationId, kind }) => organisationId === scope.organisationId && kind === 'team');

/** Puts a need or an offer on the board. A candidate's team has no place there. Sent twice it is one entry. */
export function addEntry(
  work: StaffWork,
  { clientId, ...entry }: EntryForm,
  locale: Locale,
): Promise<Result<{ entryId: string }, EntryRefusal>> {
  return workOnce<{ entryId: string }, EntryRefusal>(work, { command: 'board.add', clientId }, async (tx) => {
    if (!mayHere(work, 'board.write') || isTeam(work)) return refuse('common.error.not-allowed');
    const entryId = newId();
    await tx.insert(boardEntries).values({
      ...entry,
      id: entryId,
      locale,
      organisationId: work.scope.organisationId,
      createdBy: work.scope.userId,
      createdAt: work.now,
    });
    await audit(tx, work.scope, { action: 'board.added', subjectType: 'board-entry', subjectId: entryId });
    return ok({ entryId });
  });
}

/** Changes an entry while nobody has answered it: what somebody answered stays as they read it. */
export function editEntry(
  work: StaffWork,
  id: string,
  { clientId, ...entry }: EntryForm,
): Promise<Result<undefined, EntryRefusal>> {
  return workOnce<undefined, EntryRefusal>(
    work,
    { command: 'board.edit', clientId, content: [id, entry] },
    async (tx) => {
      if (!mayHere(work, 'board.write')) return refuse('common.error.not-allowed');
      const row = await lockOwn(tx, work, id);
      if (!row) return refuse('board.error.gone');
      if (row.state !== 'open') return refuse('common.error.changed-meanwhile');
      await tx
        .update(boardEntries)
        .set({ ...entry, updatedAt: work.now })
        .where(eq(boardEntries.id, id));
      await audit(tx, work.scope, { action: 'board.edited', subjectType: 'board-entry', subjectId: id });
      return ok();
    },
  );
}

/** Takes an entry off the board; whoever waited for a word is let go. What is agreed is cancelled first. */
export function withdrawEntry(work: StaffWork, id: string, clientId: string): Promise<Result<undefined, EntryRefusal>> {
  return workOnce<undefined, EntryRefusal>(work, { command: 'board.withdraw', clientId, content: id }, async (tx) => {
    if (!mayHere(work, 'board.write')) return refuse('common.error.not-allowed');
    const row = await lockOwn(tx, work, id);
    if (!row) return refuse('board.error.gone');
    const gone = await tx
      .update(boardEntries)
      .set({ state: 'withdrawn', updatedAt: work.now })
      .where(and(eq(boardEntries.id, id), inArray(boardEntries.state, ['open', 'proposed'])));
    if (gone.count === 0) return refuse('common.error.changed-meanwhile');
    await audit(tx, work.scope, { action: 'board.withdrawn', subjectType: 'board-entry', subjectId: id });
    return ok();
  });
}

async function lockOwn(tx: Tx, { scope }: StaffWork, id: string) {
  await tx.execute(sql`select app.lock_board()`);
  const [row] = await tx
    .select({ state: boardEntries.state })
    .from(boardEntries)
    .where(and(eq(boardEntries.id, id), eq(boardEntries.organisationId, scope.organisationId)))
    .for('update');
  return row;
}
