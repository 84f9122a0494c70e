import { eq } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { readDraft } from '../draft.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { prepareReceipt, type ReceiptWork } from '../receipt.server.ts';
import { mayOpen } from '../rules/intake.ts';
import type { Answers } from '../rules/contents.ts';
import { parseReceipt } from '../vault/receipts.ts';
import { submitRequest } from './submit-request.server.ts';

export type HandInRefusal =
  | 'legal-intake.error.no-recipients'
  | 'legal-intake.error.handed-in'
  | 'legal-intake.error.unanswered'
  | 'legal-intake.error.receipt'
  | 'legal-intake.error.written';

/**
 * Hands in what the draft holds. Who asked for somebody else gives the applicant the receipt that `receipt` shows; the own
 * one opens nothing any more (`setCookie` ends it). Sent twice it is handed in once.
 */
export async function handInRequest(
  work: ReceiptWork,
  { receipt, written }: { receipt: string; written: boolean },
): Promise<Result<{ forSomebody: boolean }, HandInRefusal>> {
  const open = await readDraft(work);
  if (!open) return (await isHandedIn(work)) ? ok({ forSomebody: false }) : refuse('legal-intake.error.handed-in');
  const { draft, subject } = open;
  const { consentVersion, identity, keptOut, noticeEmail, sealed, story } = draft;
  const { track } = draft.answers;
  const hasStory = story !== undefined || sealed?.story !== undefined;
  if (!mayOpen(draft, 'check') || !track || !consentVersion || !hasStory)
    return refuse('legal-intake.error.unanswered');
  const forSomebody = subject.isFiledForSomebody;
  if (forSomebody && !written) return refuse('legal-intake.error.written', 'written');
  const answers: Answers = { flags: [], ...draft.answers, track, ...(forSomebody ? { filedFor: true } : {}) };
  // One transaction with the handing in: nobody is left with a receipt that a failure between the two kept alive.
  const { caseId, scope, today } = work;
  if (forSomebody && !parseReceipt(receipt)) return refuse('legal-intake.error.receipt', 'receipt');
  const newReceipt = forSomebody ? await prepareReceipt(scope.organisationId, caseId, today, receipt) : null;
  const handedIn = await submitRequest(work, {
    answers,
    story: story === undefined ? null : { text: story },
    identity: identity ?? null,
    isSealedInBrowser: story === undefined && identity === undefined,
    // Of who asks for somebody else no address is kept: the sentence is for the applicant alone.
    ...(noticeEmail && !forSomebody ? { noticeEmail } : {}),
    ...(newReceipt ? { newReceipt } : {}),
    keptOut,
    consentVersion,
  });
  if (!handedIn.ok) return handedIn;
  return ok({ forSomebody });
}

async function isHandedIn({ caseId, scope }: ReceiptWork): Promise<boolean> {
  const [row] = await withLegalScope(scope, (tx) =>
    tx.select({ state: cases.state }).from(cases).where(eq(cases.id, caseId)),
  );
  return row !== undefined && row.state !== 'draft' && row.state !== 'erased';
}
