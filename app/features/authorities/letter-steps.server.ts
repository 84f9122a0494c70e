import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { letters, letterSteps } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Scope } from '#app/platform/db-scope.server.ts';
import { readLetterFile, stateOf, unmetOf } from './letter-file.server.ts';
import { UNSENT_STATES, type LetterStep } from './rules/letter.ts';

/** Scopes in which letters are written. */
export type LetterScope = Extract<Scope, { kind: 'member' | 'system' }>;

/** Adds a line to the letter's own history. */
export async function recordStep(
  tx: Tx,
  scope: LetterScope,
  step: { letterId: string; kind: LetterStep; bodyId?: string | null; at: Date },
): Promise<void> {
  await tx.insert(letterSteps).values({
    id: newId(),
    letterId: step.letterId,
    organisationId: scope.organisationId,
    kind: step.kind,
    bodyId: step.bodyId ?? null,
    actorId: scope.kind === 'member' ? scope.userId : null,
    createdAt: step.at,
  });
}

/** Writes down what the law's conditions say of an unsent letter now. */
export async function settleLetter(tx: Tx, letterId: string, now: Date): Promise<void> {
  const file = await readLetterFile(tx, letterId);
  if (!file) return;
  await tx
    .update(letters)
    .set({ state: stateOf(file), blockedBy: unmetOf(file), updatedAt: now })
    .where(and(eq(letters.id, letterId), inArray(letters.state, [...UNSENT_STATES])));
}
