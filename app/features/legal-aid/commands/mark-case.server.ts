import { eq } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { addRecord, readRecords, replaceRecord } from '../case-records.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { listTrusted } from '../holders.server.ts';
import { isInCharge, onCase, sealReason, trail, type CaseInput, type NoCase } from '../on-case.server.ts';
import type { Band, Label, Matter } from '../rules/desk.ts';
import { IN_HAND, mayMove, type CaseState } from '../rules/lifecycle.ts';

export type MarkRefusal =
  | NoCase
  | 'legal-desk.error.not-yours'
  | 'legal-desk.error.no-key'
  | 'legal-desk.error.state'
  | 'legal-desk.error.court-bar';

export type Marks = { matter: Matter | null; region: string | null; label: Label | null; isCourt: boolean };

/**
 * What stands in clear of a case, set by somebody who holds its key and so knows it: matter, district, label, whether it is
 * court work. Court work cannot be with somebody outside the Bar; the database refuses it too (legal_court_needs_bar).
 */
export function markCase(work: DeskWork, input: CaseInput & Marks): Promise<Result<undefined, MarkRefusal>> {
  const { isCourt, label, matter, region } = input;
  return onCase<undefined, MarkRefusal>(work, 'mark', input, async (tx, at) => {
    const { subject } = at;
    if (at.keys.size === 0) return refuse('legal-desk.error.no-key');
    if (subject.state !== 'new' && !isInCharge(at) && !at.isAssigned) return refuse('legal-desk.error.not-yours');
    if (isCourt && subject.claimedBy !== null) {
      const holder = (await listTrusted(tx, subject.organisationId)).find((one) => one.staffId === subject.claimedBy);
      if (!holder?.isBar) return refuse('legal-desk.error.court-bar', 'isCourt');
    }
    await tx.update(cases).set({ isCourt, label, matter, region }).where(eq(cases.id, subject.id));
    await trail(tx, work, subject.id, isCourt && !subject.isCourt ? 'case.court' : 'case.mark');
    return ok(undefined);
  });
}

/** A person's own judgement of how urgent a case is, with a sealed reason; null lets the rules decide again. */
export function overrideBand(
  work: DeskWork,
  input: CaseInput & { band: Band | null; reason: string },
): Promise<Result<undefined, MarkRefusal>> {
  return onCase<undefined, MarkRefusal>(work, 'band', input, async (tx, at) => {
    const { keys, subject } = at;
    if (!keys.has(subject.keyVersion)) return refuse('legal-desk.error.no-key');
    if (subject.state !== 'new' && !isInCharge(at)) return refuse('legal-desk.error.not-yours');
    await sealReason(tx, work, at, input.reason);
    await tx.update(cases).set({ bandOverride: input.band }).where(eq(cases.id, subject.id));
    await trail(tx, work, subject.id, 'case.band', input.band ?? 'rules');
    return ok(undefined);
  });
}

/** The title and summary by which the desk's search and its queue know a case; sealed for those who hold it. */
export function writeSummary(
  work: DeskWork,
  input: CaseInput & { title: string; text: string },
): Promise<Result<undefined, MarkRefusal>> {
  return onCase<undefined, MarkRefusal>(work, 'summary', input, async (tx, { keys, subject }) => {
    const { id: caseId, organisationId } = subject;
    if (!keys.has(subject.keyVersion)) return refuse('legal-desk.error.no-key');
    const content = { title: input.title, text: input.text };
    const [earlier] = await readRecords(tx, keys, caseId, { kinds: ['summary'] });
    if (earlier) await replaceRecord(tx, keys, { id: earlier.id, caseId, kind: 'summary' }, content);
    else
      await addRecord(
        tx,
        keys,
        {
          caseId,
          organisationId,
          kind: 'summary',
          author: 'staff',
          authorId: work.staff.id,
          visibility: 'team',
          today: work.today,
        },
        content,
      );
    await trail(tx, work, caseId, 'case.summary');
    return ok(undefined);
  });
}

/** Moves a case in hand between its states; the applicant's turn begins with `need_info`. */
export function moveCase(
  work: DeskWork,
  input: CaseInput & { to: (typeof IN_HAND)[number] },
): Promise<Result<undefined, MarkRefusal>> {
  const { to } = input;
  return onCase<undefined, MarkRefusal>(work, 'move', input, async (tx, { movers, subject }) => {
    const isInHand = (IN_HAND as readonly CaseState[]).includes(subject.state);
    if (!isInHand || to === subject.state) return refuse('legal-desk.error.state', 'to');
    if (!movers.some((by) => mayMove(subject.state, to, by))) return refuse('legal-desk.error.not-yours');
    await tx
      .update(cases)
      .set({ state: to, lastOn: work.today, ...(to === 'need_info' ? { isWaitingForUs: false } : {}) })
      .where(eq(cases.id, subject.id));
    await trail(tx, work, subject.id, 'case.move', to);
    return ok(undefined);
  });
}
