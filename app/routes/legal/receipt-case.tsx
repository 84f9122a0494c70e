import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerDesk } from '#app/features/legal-aid/commands/answer-desk.server.ts';
import { freezeCase, setCheckIn, unfreezeCase } from '#app/features/legal-aid/commands/freeze-case.server.ts';
import { decideReferral, readProposal } from '#app/features/legal-aid/commands/refer-case.server.ts';
import type { ReceiptWork } from '#app/features/legal-aid/receipt.server.ts';
import { readReceiptCase } from '#app/features/legal-aid/receipt-thread.server.ts';
import { receiptCaseForm } from '#app/features/legal-aid/rules/intake-forms.ts';
import { MAX_REQUEST_FILES } from '#app/features/legal-aid/rules/intake.ts';
import { ReceiptCase } from '#app/features/legal-aid/ui/receipt-case.tsx';
import { endUnlock } from '#app/features/legal-aid/unlock.server.ts';
import type { Result } from '#app/kernel/result.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import type { z } from 'zod';
import { atReceipt, unkept } from './at-request.ts';

export const handle = { quickExit: true };
export const meta = titled('legal-intake.case.title');
export const headers = unkept;

const NOTICES = ['reply', 'check-in', 'freeze', 'unfreeze', 'agree', 'decline', 'renewed'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, work } = await atReceipt(args);
  const view = await readReceiptCase(work);
  if (!view) throw redirect(ctx.to(paths.legalRequestStep('receipt')), 303);
  const asked = ctx.url.searchParams.get('done');
  return {
    view,
    proposal: view.referral && (await readProposal(work)),
    clientId: newId(),
    today: work.today,
    notice: NOTICES.find((one) => one === asked) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, work } = await atReceipt(args);
  const posted = await readForm(args.request, receiptCaseForm, MAX_REQUEST_FILES);
  if (!posted.ok) return data({ lastResult: posted.reply() }, { status: 422 });
  const { value } = posted;
  if (value.intent === 'lock')
    return seeOther(ctx, paths.legalReceipt(), {
      done: 'closed',
      headers: { 'Set-Cookie': await endUnlock(args.request, 'receipt') },
    });
  const result = await deed(work, value, posted.files.files ?? []);
  if (result.ok) return seeOther(ctx, paths.legalReceiptCase(), { done: value.intent });
  const { code, field } = result.refusal;
  return data(
    { lastResult: posted.reply(field ? { [field]: [code] } : undefined, field ? undefined : [code]) },
    { status: 422 },
  );
}

type Step = Exclude<z.output<typeof receiptCaseForm>, { intent: 'lock' }>;

function deed(
  work: ReceiptWork,
  value: Step,
  files: Parameters<typeof answerDesk>[1]['files'],
): Promise<Result<unknown>> {
  const { clientId } = value;
  switch (value.intent) {
    case 'reply':
      return answerDesk(work, { clientId, text: value.text, files });
    case 'check-in':
      return setCheckIn(work, { clientId, on: value.checkInOn || null });
    case 'freeze':
      return freezeCase(work, { clientId });
    case 'unfreeze':
      return unfreezeCase(work, { clientId });
    default:
      return decideReferral(work, { clientId, agrees: value.intent === 'agree' });
  }
}

export default function ReceiptCasePage() {
  const { clientId, notice, proposal, today, view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ReceiptCase
      view={view}
      proposal={proposal}
      clientId={clientId}
      today={today}
      notice={notice}
      lastResult={answer?.lastResult}
    />
  );
}
