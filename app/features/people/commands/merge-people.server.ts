import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { people, peopleMerges } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { UNDO_DAYS } from '../rules/kinds.ts';
import { matchKey } from '../rules/match.ts';
import { emptyAgain, fillGaps } from '../rules/merge.ts';

type Refused = 'common.error.not-allowed' | 'people.error.gone' | 'people.error.same' | 'people.error.undo-late';
const DAY = 86_400_000;
/** Everything that hangs on a person, with the two names of db/schema/people.ts. */
const HANGING = [
  'people_contacts',
  'people_marks',
  'people_notes',
  'people_consents',
  'people_guardians',
  'people_moments',
] as const;

/**
 * Makes two people one: `goneId` stands in `keptId` from now on, with all that hangs on it. Nothing is rewritten but where
 * things stand, and what the kept one lacked is noted, so that any of several merges can be taken back in any order.
 */
export function mergePeople(
  work: StaffWork,
  { clientId, keptId, goneId }: { clientId: string; keptId: string; goneId: string },
): Promise<Result<undefined, Refused>> {
  const content = [keptId, goneId];
  return workOnce<undefined, Refused>(work, { command: 'people.merge', clientId, content }, async (tx) => {
    if (!mayHere(work, 'people.write')) return refuse('common.error.not-allowed');
    if (keptId === goneId) return refuse('people.error.same');
    await lockMerging(tx, work);
    const rows = await tx
      .select()
      .from(people)
      .where(and(inArray(people.id, [keptId, goneId]), eq(people.organisationId, work.scope.organisationId)))
      .for('update');
    const kept = rows.find(({ id }) => id === keptId);
    const gone = rows.find(({ id }) => id === goneId);
    if (!kept || !gone || kept.state === 'merged' || gone.state === 'merged') return refuse('people.error.gone');
    const filled = fillGaps(kept, gone);
    const now = { ...kept, ...filled };
    await tx
      .update(people)
      .set({ ...filled, matchKey: matchKey(now), updatedAt: work.now })
      .where(eq(people.id, keptId));
    await tx.update(people).set({ state: 'merged', mergedInto: keptId }).where(eq(people.id, goneId));
    await moveTo(tx, goneId, keptId);
    await tx.insert(peopleMerges).values({
      id: newId(),
      organisationId: work.scope.organisationId,
      keptId,
      goneId,
      wasArchived: gone.state === 'archived',
      filled,
      mergedBy: work.scope.userId,
      mergedAt: work.now,
    });
    await audit(tx, work.scope, { action: 'people.merged', subjectType: 'person', subjectId: keptId });
    return ok();
  });
}

/** Takes a merge back within its 30 days: the joined person stands for itself again with all that was recorded with it. */
export function undoMerge(
  work: StaffWork,
  { clientId, mergeId }: { clientId: string; mergeId: string },
): Promise<Result<{ personId: string }, Refused>> {
  return workOnce<{ personId: string }, Refused>(
    work,
    { command: 'people.undo-merge', clientId, content: mergeId },
    async (tx) => {
      if (!mayHere(work, 'people.write')) return refuse('common.error.not-allowed');
      await lockMerging(tx, work);
      const [merge] = await tx
        .select()
        .from(peopleMerges)
        .where(and(eq(peopleMerges.id, mergeId), eq(peopleMerges.organisationId, work.scope.organisationId)));
      if (!merge) return refuse('people.error.gone');
      if (merge.mergedAt.getTime() < work.now.getTime() - UNDO_DAYS * DAY) return refuse('people.error.undo-late');
      const [kept] = await tx.select().from(people).where(eq(people.id, merge.keptId)).for('update');
      if (!kept) return refuse('people.error.gone');
      const emptied = emptyAgain(kept, merge.filled);
      await tx
        .update(people)
        .set({ ...emptied, matchKey: matchKey({ ...kept, ...emptied }), updatedAt: work.now })
        .where(eq(people.id, kept.id));
      await tx
        .update(people)
        .set({ state: merge.wasArchived ? 'archived' : 'active', mergedInto: null })
        .where(eq(people.id, merge.goneId));
      await moveTo(tx, merge.goneId, merge.goneId);
      await tx.delete(peopleMerges).where(eq(peopleMerges.id, mergeId));
      await audit(tx, work.scope, { action: 'people.merge-undone', subjectType: 'person', subjectId: kept.id });
      return ok({ personId: merge.goneId });
    },
  );
}

/** One merge or undoing of an organisation at a time: two that cross would leave a ring. */
async function lockMerging(tx: Tx, { scope }: StaffWork): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`people-merge/${scope.organisationId}`}, 0))`);
}

/** Lets all that was recorded with `top` and with whoever stands in it stand with `target`. */
async function moveTo(tx: Tx, top: string, target: string): Promise<void> {
  for (const table of HANGING)
    await tx.execute(sql`
      with recursive within as (
        select id from people where id = ${top}
        union all select p.id from people p join within on p.merged_into = within.id
      ) update ${sql.identifier(table)} set person_id = ${target} where origin_id in (select id from within)`);
}
