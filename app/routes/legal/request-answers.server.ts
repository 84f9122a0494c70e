import type { SubmissionResult } from '@conform-to/react';
import {
  dropDraftFile,
  keepDraftFiles,
  keepSealedFile,
} from '#app/features/legal-aid/commands/keep-draft-file.server.ts';
import { handInRequest } from '#app/features/legal-aid/commands/hand-in-request.server.ts';
import { saveAnswer, type AnswerInput } from '#app/features/legal-aid/commands/save-answer.server.ts';
import { DRAFT_VERSION } from '#app/features/legal-aid/draft.server.ts';
import type { ReceiptWork } from '#app/features/legal-aid/receipt.server.ts';
import * as forms from '#app/features/legal-aid/rules/intake-forms.ts';
import { MAX_REQUEST_FILES, nextStep, type DraftStep } from '#app/features/legal-aid/rules/intake.ts';
import { endUnlock } from '#app/features/legal-aid/unlock.server.ts';
import { paths } from '#app/paths.ts';
import { readForm, type Posted } from '#app/platform/forms.server.ts';
import { seeOther, type RequestContext } from '#app/platform/request.server.ts';

type Again = { lastResult: SubmissionResult<string[]>; status: 422 | 429 };

const FORMS = {
  receipt: forms.receiptShownForm,
  danger: forms.dangerForm,
  track: forms.trackForm,
  matter: forms.matterForm,
  need: forms.needForm,
  stage: forms.stageForm,
  region: forms.regionForm,
  dates: forms.datesForm,
  answer: forms.goOnForm,
  'kept-out': forms.keptOutForm,
  consent: forms.consentForm,
  contact: forms.contactForm,
  story: forms.storyForm,
  files: forms.filesForm,
  check: forms.handInForm,
} as const satisfies Record<DraftStep, unknown>;

const SEALED_WRONG = 'legal-intake.error.sealed';
const again = (posted: { reply: Posted<typeof forms.goOnForm>['reply'] }, code: string, field?: string): Again => ({
  lastResult: posted.reply(field ? { [field]: [code] } : undefined, field ? undefined : [code]),
  status: 422,
});

/** Takes one page's answer: a redirect to the next question, or what the same page shows again. */
export async function answerStep(
  ctx: RequestContext,
  work: ReceiptWork,
  step: DraftStep,
  request: Request,
): Promise<Response | Again> {
  if (step === 'files') return answerFiles(ctx, work, request);
  if (step === 'check') return answerCheck(ctx, work, request);
  const posted = await readForm(request, FORMS[step]);
  if (!posted.ok) return { lastResult: posted.reply(), status: 422 };
  const input = inputOf(step, posted.value, work.today);
  if ('error' in input) return again(posted, input.error, input.field);
  const saved = await saveAnswer(work, input);
  if (!saved.ok) {
    if (saved.refusal.code === 'legal-intake.error.handed-in') return seeOther(ctx, paths.legalReceiptCase());
    return again(posted, saved.refusal.code, saved.refusal.field);
  }
  const { draft, isDropped } = saved.value;
  return seeOther(ctx, paths.legalRequestStep(nextStep(draft)), isDropped ? { done: 'dropped' } : {});
}

type Wrong = { error: string; field?: string };

function inputOf(step: Exclude<DraftStep, 'files' | 'check'>, value: unknown, today: string): AnswerInput | Wrong {
  switch (step) {
    case 'receipt':
    case 'answer':
    case 'consent':
      return { step };
    case 'region': {
      const { region } = value as { region: string };
      return { step, answers: { region: region === '' ? undefined : region } as object };
    }
    case 'dates': {
      const { dueOn, receivedOn } = value as { receivedOn: string; dueOn: string };
      if (receivedOn > today) return { error: 'legal-intake.error.future', field: 'receivedOn' };
      return { step, answers: { receivedOn: receivedOn || undefined, dueOn: dueOn || undefined } as object };
    }
    case 'kept-out':
      return { step, keptOut: (value as { keptOut: string[] }).keptOut };
    case 'contact':
    case 'story': {
      const typed = value as forms.ContactInput & { story?: string; sealed?: string };
      const sealed = forms.readSealed(typed.sealed);
      if (sealed === undefined) return { error: SEALED_WRONG };
      if (step === 'contact') return { step, contact: typed, sealed };
      return { step, story: sealed ? '' : (typed.story ?? ''), sealed };
    }
    default:
      return { step, answers: value as object };
  }
}

async function answerFiles(ctx: RequestContext, work: ReceiptWork, request: Request): Promise<Response | Again> {
  const posted = await readForm(request, forms.filesForm, MAX_REQUEST_FILES);
  if (!posted.ok) return { lastResult: posted.reply(), status: 422 };
  const { clientId, file, intent, sealed: typed } = posted.value;
  const here = paths.legalRequestStep('files');
  if (intent === 'remove') {
    if (file) await dropDraftFile(work, file);
    return seeOther(ctx, here, { done: 'removed' });
  }
  const sent = posted.files.files ?? [];
  const sealed = forms.readSealed(typed);
  if (sealed === undefined || (sealed && sealed.version === DRAFT_VERSION)) return again(posted, SEALED_WRONG, 'files');
  if (intent === 'add' || sent.length > 0) {
    const body = sent[0]?.bytes;
    if (sealed && (!body || sent.length > 1)) return again(posted, SEALED_WRONG, 'files');
    const kept =
      sealed && body ? await keepSealedFile(work, clientId, sealed, body) : await keepDraftFiles(work, clientId, sent);
    if (!kept.ok) return again(posted, kept.refusal.code, kept.refusal.field ?? 'files');
    if (intent === 'add') return seeOther(ctx, here, { done: 'added' });
  }
  const saved = await saveAnswer(work, { step: 'files' });
  if (!saved.ok) return seeOther(ctx, paths.legalReceiptCase());
  return seeOther(ctx, paths.legalRequestStep(nextStep(saved.value.draft)));
}

async function answerCheck(ctx: RequestContext, work: ReceiptWork, request: Request): Promise<Response | Again> {
  const posted = await readForm(request, forms.handInForm);
  if (!posted.ok) return { lastResult: posted.reply(), status: 422 };
  const done = await handInRequest(work, posted.value);
  if (!done.ok) {
    const { code, field } = done.refusal;
    if (code === 'legal-intake.error.handed-in') return seeOther(ctx, paths.legalReceiptCase());
    return again(posted, code, field);
  }
  const target = paths.legalRequestStep('done');
  if (!done.value.forSomebody) return seeOther(ctx, target);
  // Whoever asked for somebody loses sight: the own receipt is gone, and this browser forgets it.
  return seeOther(ctx, target, { headers: { 'Set-Cookie': await endUnlock(request, 'receipt') } });
}
