import { and, eq, inArray } from 'drizzle-orm';
import { cases, doneForms } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { standAtCase } from '../case-door.server.ts';
import { addRecord } from '../case-records.server.ts';
import { hasOpenCritical } from '../deadlines.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { trail } from '../on-case.server.ts';
import { onceHere } from '../once-here.server.ts';
import { LABELS, type Label, type NotTakenReason, type Outcome } from '../rules/desk.ts';
import { CASE_STATES, mayMove, RETENTION_DAYS, stepBetween, type CaseState } from '../rules/lifecycle.ts';
import { REOPENED } from './close-case.server.ts';

/** More at once is a mistake of the hand. */
export const BATCH_MOST = 100;

/** What a batch changed, with what stood before; `skipped` could not be changed by this person. */
export type BatchDone = { changed: { id: string; was: string | null }[]; skipped: number };
export type BatchKind = 'label' | 'close';

/** Labels several cases. Reads none: only the label, which stands in clear, changes. */
export function labelCases(
  work: DeskWork,
  { caseIds, clientId, label }: { caseIds: readonly string[]; clientId: string; label: Label | null },
): Promise<Result<BatchDone, never>> {
  return inBatch(work, 'label', clientId, async (tx) => {
    const ids = caseIds.slice(0, BATCH_MOST);
    const rows = await tx.select().from(cases).where(inArray(cases.id, ids)).for('update');
    for (const { id } of rows) {
      await tx.update(cases).set({ label }).where(eq(cases.id, id));
      await trail(tx, work, id, 'case.mark');
    }
    return {
      changed: rows.map((row) => ({ id: row.id, was: row.label })),
      skipped: caseIds.length - rows.length,
    };
  });
}

export type Closing = { outcome: Outcome; notTakenReason: NotTakenReason | null; reason: string };

/**
 * Ends several cases with one outcome and one sealed sentence in each. Only those the person may end and holds the key of;
 * none is opened and nothing of it is shown. One with an open critical date is left as it is.
 */
export function closeCases(
  work: DeskWork,
  { caseIds, clientId, closing }: { caseIds: readonly string[]; clientId: string; closing: Closing },
): Promise<Result<BatchDone, never>> {
  const to = closing.outcome === 'not_taken' ? 'not_taken' : 'closed';
  const { today } = work;
  return inBatch(work, 'close', clientId, async (tx) => {
    const changed: BatchDone['changed'] = [];
    for (const caseId of caseIds.slice(0, BATCH_MOST)) {
      await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId)).for('update');
      const at = await standAtCase(tx, work, caseId);
      if (!at?.keys.has(at.subject.keyVersion)) continue;
      const { keys, movers, subject } = at;
      if (!movers.some((by) => mayMove(subject.state, to, by))) continue;
      if (await hasOpenCritical(tx, caseId)) continue;
      const { organisationId } = subject;
      await addRecord(
        tx,
        keys,
        {
          caseId,
          organisationId,
          kind: 'outcome',
          author: 'staff',
          authorId: work.staff.id,
          visibility: 'team',
          today,
        },
        { text: closing.reason },
      );
      await tx
        .update(cases)
        .set({
          state: to,
          outcome: closing.outcome,
          notTakenReason: to === 'not_taken' ? closing.notTakenReason : null,
          closedOn: today,
          lastOn: today,
          retentionUntil: addDays(today, RETENTION_DAYS[to] ?? 0),
        })
        .where(eq(cases.id, caseId));
      await trail(tx, work, caseId, 'case.close', closing.outcome);
      changed.push({ id: caseId, was: subject.state });
    }
    return { changed, skipped: caseIds.length - changed.length };
  });
}

/** What a batch did, for the page that offers to undo it; null for none of this person's. */
export function readBatch(work: DeskWork, kind: BatchKind, clientId: string): Promise<BatchDone | null> {
  return withLegalScope(work.scope, (tx) => outcomeOf(tx, work, kind, clientId));
}

/**
 * Puts back what a batch changed and nobody has changed since: labels as they were, ended cases in hand again (those that
 * stood in the queue are with the person then, since an ended case is only ever taken up by somebody).
 */
export function undoBatch(
  work: DeskWork,
  { clientId, kind, of }: { clientId: string; kind: BatchKind; of: string },
): Promise<Result<BatchDone, 'legal-desk.error.batch-gone'>> {
  return withLegalScope(work.scope, (tx) =>
    onceHere<BatchDone, 'legal-desk.error.batch-gone'>(
      tx,
      { clientId, command: 'undo-batch', owner: work.staff.id, today: work.today },
      async () => {
        const done = await outcomeOf(tx, work, kind, of);
        if (!done) return refuse('legal-desk.error.batch-gone');
        const changed: BatchDone['changed'] = [];
        for (const { id, was } of done.changed) {
          const undone =
            kind === 'label'
              ? await unlabel(tx, id, LABELS.find((label) => label === was) ?? null)
              : await reopen(tx, work, id, CASE_STATES.find((state) => state === was) ?? 'claimed');
          if (!undone) continue;
          await trail(tx, work, id, kind === 'label' ? 'case.mark' : 'case.reopen');
          changed.push({ id, was: null });
        }
        return ok({ changed, skipped: done.changed.length - changed.length });
      },
    ),
  );
}

async function unlabel(tx: LegalTx, id: string, label: Label | null): Promise<boolean> {
  return (await tx.update(cases).set({ label }).where(eq(cases.id, id)).returning({ id: cases.id })).length > 0;
}

async function reopen(tx: LegalTx, work: DeskWork, id: string, was: CaseState): Promise<boolean> {
  const at = await standAtCase(tx, work, id);
  if (!at || !['closed', 'not_taken'].includes(at.subject.state)) return false;
  if (!at.movers.some((by) => mayMove(at.subject.state, 'claimed', by)) && was !== 'new') return false;
  const claimedBy = at.subject.claimedBy ?? work.staff.id;
  if (at.subject.isCourt && claimedBy === work.staff.id && !work.isBar) return false;
  // Back to where it stood, if that is a state in hand; `claimed` otherwise.
  const state = was !== 'new' && stepBetween('claimed', was) ? was : 'claimed';
  const rows = await tx
    .update(cases)
    .set({ ...REOPENED, state, claimedBy, lastOn: work.today })
    .where(and(eq(cases.id, id), eq(cases.closedOn, work.today)))
    .returning({ id: cases.id });
  return rows.length > 0;
}

function inBatch(
  work: DeskWork,
  kind: BatchKind,
  clientId: string,
  act: (tx: LegalTx) => Promise<BatchDone>,
): Promise<Result<BatchDone, never>> {
  const once = { clientId, command: `batch-${kind}`, owner: work.staff.id, today: work.today };
  return withLegalScope(work.scope, (tx) => onceHere<BatchDone, never>(tx, once, async () => ok(await act(tx))));
}

/** The outcome that onceHere kept: identifiers and states. */
async function outcomeOf(tx: LegalTx, work: DeskWork, kind: BatchKind, clientId: string): Promise<BatchDone | null> {
  const id = hashedId(`legal/batch-${kind}/${work.staff.id}/${clientId}`);
  const [row] = await tx.select().from(doneForms).where(eq(doneForms.id, id));
  return row ? (row.outcome as { value: BatchDone }).value : null;
}
