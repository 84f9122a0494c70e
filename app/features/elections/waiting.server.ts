import { isNotNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { candidacySteps } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { checklistFor, taskState, type TaskKey, type TaskState } from './rules/checklist.ts';
import { readStatement } from './statement.server.ts';

/** What of the candidate's checklist is late or due within days, in the team of this scope. */
export async function waitingInCandidacy(tx: Tx, now: Date): Promise<{ key: TaskKey; by: Day; state: TaskState }[]> {
  const { day } = await readStatement(tx);
  if (day === null) return [];
  const done = await tx
    .select({ key: candidacySteps.key })
    .from(candidacySteps)
    .where(isNotNull(candidacySteps.doneOn));
  const doneKeys = new Set(done.map(({ key }) => key));
  return checklistFor(day)
    .filter(({ key }) => !doneKeys.has(key))
    .map(({ key, by }) => ({ key, by, state: taskState(by, null, dayOf(now)) }))
    .filter(({ state }) => state === 'late' || state === 'soon');
}
