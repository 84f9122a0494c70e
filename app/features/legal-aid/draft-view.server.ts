import { eq } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import { newId } from '#app/kernel/ids.ts';
import { listDraftFiles, type DraftFile } from './commands/keep-draft-file.server.ts';
import { listKeepable, lineOf, type KeepableOut } from './desks.server.ts';
import { lockDraft, type OpenDraft } from './draft.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import type { ReceiptWork } from './receipt.server.ts';
import type { Answers, Identity } from './rules/contents.ts';
import {
  draftSteps,
  earlyAnswer,
  mayOpen,
  nextStep,
  stepBefore,
  type DraftStep,
  type EarlyAnswer,
} from './rules/intake.ts';
import { planSealing, type SealingPlan } from './sealed-part.server.ts';
import { toBase64 } from './vault/bytes.ts';
import { formatReceipt, makeReceipt } from './vault/receipts.ts';

/** What the browser seals with: numbers and public keys as base64url. */
export type BrowserPlan = Omit<SealingPlan, 'holders'> & {
  holders: { holderId: string; keyId: string; box: string }[];
};

/** One page of the intake: only what that page shows. */
export type StepView = {
  step: DraftStep;
  clientId: string;
  position: { current: number; total: number };
  back: DraftStep | null;
  answers: Partial<Answers>;
  isForSomebody: boolean;
  /** In groups of four; on the receipt's page and the last one. */
  receipt: string | null;
  /** The applicant's own, made for this page when somebody asks for them. */
  newReceipt: string | null;
  keepable: KeepableOut[];
  keptOut: string[];
  early: EarlyAnswer | null;
  identity: Identity | null;
  noticeEmail: string;
  story: string;
  isSealed: { story: boolean; identity: boolean };
  files: DraftFile[];
  plan: BrowserPlan | null;
  line: { phone: string; hours: string };
};

/** The page of a draft, or where to go instead: the first question that waits; null when there is no draft any more. */
export async function viewStep(work: ReceiptWork, step: DraftStep): Promise<StepView | { goTo: DraftStep } | null> {
  const files = step === 'files' || step === 'check' ? await listDraftFiles(work) : [];
  return withLegalScope(work.scope, async (tx) => {
    const open = await lockDraft(tx, work);
    if (!open) return null;
    const { draft, subject } = open;
    if (!mayOpen(draft, step)) return { goTo: nextStep(draft) };
    const { organisationId } = work.scope;
    const steps = draftSteps(draft);
    const isCheck = step === 'check';
    const kind = step === 'contact' ? 'identity' : step === 'story' ? 'story' : step === 'files' ? 'file' : null;
    const plan = kind && (await planSealing(tx, work, open, kind));
    const { isOpen: _isOpen, ...line } = await lineOf(tx, organisationId);
    return {
      step,
      clientId: newId(),
      position: { current: steps.indexOf(step) + 1, total: steps.length },
      back: stepBefore(draft, step) ?? null,
      answers: draft.answers,
      isForSomebody: subject.isFiledForSomebody,
      receipt: (step === 'receipt' || isCheck) && draft.digits ? formatReceipt(draft.digits) : null,
      newReceipt: isCheck && subject.isFiledForSomebody ? formatReceipt(makeReceipt().digits) : null,
      keepable: step === 'kept-out' || isCheck ? await listKeepable(tx, organisationId) : [],
      keptOut: step === 'kept-out' || isCheck ? draft.keptOut : [],
      early: step === 'answer' ? earlyAnswer(draft.answers, work.today) : null,
      identity: step === 'contact' || isCheck ? (draft.identity ?? null) : null,
      noticeEmail: step === 'contact' || isCheck ? (draft.noticeEmail ?? '') : '',
      story: step === 'story' || isCheck ? (draft.story ?? '') : '',
      isSealed: sealedIn(open),
      files,
      plan: plan && { ...plan, holders: plan.holders.map((one) => ({ ...one, box: toBase64(one.box) })) },
      line,
    };
  });
}

const sealedIn = ({ draft }: OpenDraft) => ({
  story: draft.sealed?.story !== undefined,
  identity: draft.sealed?.identity !== undefined,
});

/** After handing in: which way the words were sealed. Null when the receipt opens no case of the desk. */
export async function viewDone(
  work: ReceiptWork,
): Promise<{ number: number | null; isSealedInBrowser: boolean } | null> {
  const [row] = await withLegalScope(work.scope, (tx) =>
    tx
      .select({ state: cases.state, number: cases.number, isSealedInBrowser: cases.isSealedInBrowser })
      .from(cases)
      .where(eq(cases.id, work.caseId)),
  );
  return row && row.state !== 'draft' && row.state !== 'erased' ? row : null;
}
