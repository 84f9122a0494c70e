import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { lockDraft, saveDraft, type OpenDraft } from '../draft.server.ts';
import { listTrusted, recipientsFor } from '../holders.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import type { ReceiptWork } from '../receipt.server.ts';
import type { Answers, Identity } from '../rules/contents.ts';
import type { ContactInput, SealedInput } from '../rules/intake-forms.ts';
import { LEGAL_CONSENT_VERSION, type Draft, type DraftStep } from '../rules/intake.ts';
import { dropSealed, dropWhatOthersHold, keepSealed, type SealedRefusal } from '../sealed-part.server.ts';

export type AnswerRefusal = 'legal-intake.error.handed-in' | 'legal-intake.error.no-recipients' | SealedRefusal;

/** What a page answered. `sealed` came out of the browser and is null without scripts. */
export type AnswerInput =
  | { step: 'receipt' | 'answer' | 'files' }
  | { step: 'danger' | 'track' | 'matter' | 'need' | 'stage' | 'region' | 'dates'; answers: Partial<Answers> }
  | { step: 'kept-out'; keptOut: readonly string[] }
  | { step: 'consent' }
  | { step: 'contact'; contact: ContactInput; sealed: SealedInput | null }
  | { step: 'story'; story: string; sealed: SealedInput | null };

/** Keeps the answer of one page in the draft. Twice is once: it sets, it adds nothing. */
export async function saveAnswer(
  work: ReceiptWork,
  input: AnswerInput,
): Promise<Result<{ draft: Draft; isDropped: boolean }, AnswerRefusal>> {
  return withLegalScope(work.scope, async (tx) => {
    const open = await lockDraft(tx, work);
    if (!open) return refuse('legal-intake.error.handed-in' as const);
    let isDropped = false;
    let draft = applied(open.draft, input);
    if (input.step === 'kept-out') {
      const { organisationId } = work.scope;
      const known = new Set((await listTrusted(tx, organisationId)).map((one) => one.staffId));
      const keptOut = input.keptOut.filter((id) => known.has(id));
      if (!(await recipientsFor(tx, organisationId, keptOut)))
        return refuse('legal-intake.error.no-recipients' as const, 'keptOut');
      const newlyOut = keptOut.filter((id) => !open.draft.keptOut.includes(id));
      ({ draft, isDropped } = await dropWhatOthersHold(tx, work, { ...draft, keptOut }, newlyOut));
    }
    // Written anew without the browser's sealing: what the browser sealed before gives way.
    for (const kind of ['story', 'identity'] as const) {
      const part = draft.sealed?.[kind];
      if (!part || draft[kind] === undefined || open.draft[kind] !== undefined) continue;
      await dropSealed(tx, work, kind, part);
      const { [kind]: _gone, ...sealed } = draft.sealed ?? {};
      draft = { ...draft, sealed };
    }
    if ((input.step === 'contact' || input.step === 'story') && input.sealed) {
      const kept = await keepPart(tx, work, open, draft, input.step === 'contact' ? 'identity' : 'story', input.sealed);
      if (!kept.ok) return kept;
      draft = kept.value;
    }
    draft = { ...draft, answered: withStep(draft.answered, input.step) };
    await saveDraft(tx, work, open, draft);
    return ok({ draft, isDropped });
  });
}

const withStep = (answered: readonly DraftStep[], step: DraftStep): DraftStep[] => [...new Set([...answered, step])];

async function keepPart(
  tx: Parameters<typeof keepSealed>[0],
  work: ReceiptWork,
  open: OpenDraft,
  draft: Draft,
  kind: 'story' | 'identity',
  sealed: SealedInput,
): Promise<Result<Draft, SealedRefusal>> {
  const kept = await keepSealed(tx, work, open, kind, sealed);
  if (!kept.ok) return kept;
  const { [kind]: _clear, ...rest } = draft;
  return ok({ ...rest, sealed: { ...draft.sealed, [kind]: kept.value } });
}

function applied(draft: Draft, input: AnswerInput): Draft {
  switch (input.step) {
    case 'track': {
      const { matter: _matter, need: _need, stage: _stage, ...answers } = draft.answers;
      const isSame = draft.answers.track === input.answers.track;
      const asked = draft.answered.filter((step) => isSame || !['matter', 'need', 'stage'].includes(step));
      return { ...draft, answered: asked, answers: isSame ? draft.answers : { ...answers, ...input.answers } };
    }
    case 'danger':
    case 'matter':
    case 'need':
    case 'stage':
    case 'region':
    case 'dates':
      return { ...draft, answers: { ...draft.answers, ...input.answers } };
    case 'consent':
      return { ...draft, consentVersion: LEGAL_CONSENT_VERSION };
    case 'contact': {
      const identity = identityOf(input.contact);
      const { noticeEmail } = input.contact;
      const { identity: _old, noticeEmail: _mail, ...rest } = draft;
      return { ...rest, ...(identity ? { identity } : {}), ...(noticeEmail ? { noticeEmail } : {}) };
    }
    case 'story':
      return input.story === '' ? draft : { ...draft, story: input.story };
    default:
      return draft;
  }
}

/** Only what was filled in; null when nothing was. */
export function identityOf(contact: ContactInput): Identity | null {
  const { address, channel, codeWord, email, hours, mayLeaveMessage, name, phone } = contact;
  const filled = <T extends object>(values: T): Partial<T> =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined)) as Partial<T>;
  const safe = filled({ channel, hours, codeWord });
  const identity: Identity = {
    ...filled({ name, phone, email, address }),
    ...(Object.keys(safe).length > 0 || mayLeaveMessage ? { safe: { ...safe, mayLeaveMessage } } : {}),
  };
  return Object.keys(identity).length > 0 ? identity : null;
}
