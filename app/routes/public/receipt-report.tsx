import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerOrganisation } from '#app/features/issues/commands/answer-organisation.server.ts';
import { disputeFix } from '#app/features/issues/commands/dispute-fix.server.ts';
import { forgetContact } from '#app/features/issues/commands/forget-contact.server.ts';
import { RECEIPT_STEPS, receiptStepForm } from '#app/features/issues/forms.ts';
import { dropReceipt, holdReceipt, readReceiptHolder } from '#app/features/issues/receipt-cookie.server.ts';
import { findReceiptReport } from '#app/features/issues/receipt-queries.server.ts';
import { ReceiptReportView } from '#app/features/issues/ui/receipt-report.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { openRequest, seeOther, type RequestContext } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';

export const handle = { quickExit: true };
export const meta = titled('issues.receipt.yours');
export { loaderHeaders as headers } from './public-data.ts';

const NOTICES = {
  answered: 'issues.receipt.answer.done',
  disputed: 'issues.receipt.dispute.done',
  forgotten: 'issues.receipt.contact.deleted',
  withdrawn: 'issues.receipt.withdraw.done',
} as const;
const isNotice = (key: string | null): key is keyof typeof NOTICES => key !== null && Object.hasOwn(NOTICES, key);

const askAgain = (ctx: RequestContext) => seeOther(ctx, paths.receipt(), { done: 'expired', headers: { 'Set-Cookie': dropReceipt() } });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const holder = readReceiptHolder(args.request, ctx.now);
  if (!holder) throw redirect(ctx.to(paths.receipt()), 303);
  const report = await findReceiptReport(holder);
  if (!report) throw askAgain(ctx);
  const done = ctx.url.searchParams.get('done');
  return data(
    { report, now: ctx.now, clientIds: { answer: newId(), dispute: newId() }, done: isNotice(done) ? done : null },
    { headers: { 'Cache-Control': 'no-store', 'Set-Cookie': holdReceipt(holder, ctx.now) } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const holder = readReceiptHolder(args.request, ctx.now);
  if (!holder) return askAgain(ctx);
  const posted = await readForm(args.request, receiptStepForm);
  const typed = posted.reply();
  if (!posted.ok) return data({ step: RECEIPT_STEPS.find((step) => step === typed.initialValue?.step) ?? '', lastResult: typed }, { status: 422 });

  const work = { holder, now: ctx.now };
  const { value } = posted;
  if (value.step === 'close') return seeOther(ctx, paths.receipt(), { done: 'closed', headers: { 'Set-Cookie': dropReceipt() } });
  if (value.step === 'forget-contact') {
    await forgetContact(work);
    return seeOther(ctx, paths.receiptPage(), { done: 'forgotten' });
  }
  const result = value.step === 'answer' ? await answerOrganisation(work, value) : await disputeFix(work, value);
  if (result.ok) return seeOther(ctx, paths.receiptPage(), { done: value.step === 'answer' ? 'answered' : 'disputed' });
  const { code } = result.refusal;
  if (code === 'issues.receipt.expired') return askAgain(ctx);
  return data({ step: value.step, lastResult: posted.reply(undefined, [code]) }, { status: code === 'common.error.too-many' ? 429 : 422 });
}

export default function ReceiptReport() {
  const { report, now, clientIds, done } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() ?? null;
  const { t } = useWords();
  return <ReceiptReportView report={report} now={now} clientIds={clientIds} failed={failed} done={done && t(NOTICES[done])} />;
}
