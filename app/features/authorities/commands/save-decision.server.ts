import { and, eq, notInArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { bodies, watchedDecisions, watchedPromises } from '#db/schema/index.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { DecisionKind, PromiseState, Vote } from '../rules/watch.ts';

export type DecisionEntry = {
  /** Null records a new one. */
  id: string | null;
  clientId: string;
  kind: DecisionKind;
  bodyId: string;
  region: string;
  on: Day;
  title: string;
  text: string;
  minutes: string;
  sourceUrl: string | null;
  amount: string;
  votes: { member: string; vote: Vote }[];
  /** Those left out are taken away, unless they became a demand already. */
  promises: { id: string | null; text: string; dueOn: Day | null; state: PromiseState }[];
};

export type DecisionRefusal =
  'common.error.not-allowed' | 'watch.error.unknown' | 'authorities.error.body-unknown' | 'common.error.form-changed';

/** Records a sitting, hearing, budget or tender that the organisation watched, with what was promised there. Strangers see it once it is published. */
export function saveDecision(
  work: StaffWork,
  entry: DecisionEntry,
): Promise<Result<{ decisionId: string }, DecisionRefusal>> {
  if (!mayHere(work, 'watch.write')) return Promise.resolve(refuse('common.error.not-allowed'));
  const { clientId, ...content } = entry;
  return workOnce(work, { command: 'save-decision', clientId, content }, async (tx) => {
    const [body] = await tx.select({ id: bodies.id }).from(bodies).where(eq(bodies.id, entry.bodyId));
    if (!body) return refuse('authorities.error.body-unknown', 'bodyId');
    const decisionId = entry.id ?? newId();
    if (!(await write(tx, work, decisionId, entry))) return refuse('watch.error.unknown');
    if (!(await keepPromises(tx, work, decisionId, entry.promises))) return refuse('common.error.form-changed');
    await audit(tx, work.scope, {
      action: entry.id === null ? 'decision.recorded' : 'decision.changed',
      subjectType: 'watched_decision',
      subjectId: decisionId,
    });
    return ok({ decisionId });
  });
}

async function write(tx: Tx, { scope, now }: StaffWork, decisionId: string, entry: DecisionEntry): Promise<boolean> {
  const row = {
    kind: entry.kind,
    bodyId: entry.bodyId,
    region: entry.region,
    on: entry.on,
    title: entry.title,
    text: entry.text,
    minutes: entry.minutes,
    sourceUrl: entry.sourceUrl,
    amount: entry.amount || null,
    votes: entry.votes,
    updatedAt: now,
  };
  if (entry.id !== null) {
    const changed = await tx
      .update(watchedDecisions)
      .set(row)
      .where(and(eq(watchedDecisions.id, decisionId), eq(watchedDecisions.organisationId, scope.organisationId)))
      .returning({ id: watchedDecisions.id });
    return changed.length > 0;
  }
  await tx.insert(watchedDecisions).values({
    ...row,
    id: decisionId,
    organisationId: scope.organisationId,
    clientId: newId(),
    createdBy: scope.userId,
    createdAt: now,
  });
  return true;
}

/** False when a promise is named that is none of this decision's. */
async function keepPromises(
  tx: Tx,
  { scope, now }: StaffWork,
  decisionId: string,
  promises: DecisionEntry['promises'],
): Promise<boolean> {
  const present = await tx
    .select({ id: watchedPromises.id, demandId: watchedPromises.demandId })
    .from(watchedPromises)
    .where(eq(watchedPromises.decisionId, decisionId))
    .for('update');
  const kept = promises.flatMap(({ id }) => (id === null ? [] : [id]));
  if (kept.some((id) => !present.some((row) => row.id === id))) return false;
  const staying = [...kept, ...present.filter((row) => row.demandId !== null).map((row) => row.id)];
  const ofDecision = eq(watchedPromises.decisionId, decisionId);
  await tx
    .delete(watchedPromises)
    .where(staying.length > 0 ? and(ofDecision, notInArray(watchedPromises.id, staying)) : ofDecision);
  for (const [at, { id, text, dueOn, state }] of promises.entries()) {
    if (id !== null)
      await tx
        .update(watchedPromises)
        .set({ text, dueOn, state })
        .where(and(ofDecision, eq(watchedPromises.id, id)));
    else
      await tx.insert(watchedPromises).values({
        id: newId(),
        decisionId,
        organisationId: scope.organisationId,
        text,
        dueOn,
        state,
        // Rows of one form keep their order.
        createdAt: new Date(now.getTime() + at),
      });
  }
  return true;
}
