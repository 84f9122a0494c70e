import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { tryReceipt } from '#app/features/legal-aid/commands/try-receipt.server.ts';
import { receiptDoorForm } from '#app/features/legal-aid/rules/intake-forms.ts';
import { ReceiptDoor } from '#app/features/legal-aid/ui/receipt-door.tsx';
import { paths } from '#app/paths.ts';
import { busy, readForm, unprocessable } from '#app/platform/forms.server.ts';
import { hasRoom } from '#app/platform/passwords.server.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { unkept } from './at-request.ts';

export const handle = { quickExit: true };
export const meta = titled('legal-intake.door.title');
export const headers = unkept;

const NOTICES = ['locked', 'closed', 'erased', 'given'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const asked = ctx.url.searchParams.get('done');
  return { notice: NOTICES.find((one) => one === asked) ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const posted = await readForm(args.request, receiptDoorForm);
  if (!posted.ok) return unprocessable(posted.reply(), { elsewhere: null });
  if (!hasRoom()) return busy(posted.reply, { elsewhere: null });
  const result = await tryReceipt(ctx, posted.value.code);
  if (result.ok) {
    if (result.value.kind === 'issue') return data({ elsewhere: posted.value.code, lastResult: null }, { status: 200 });
    const { isDraft, setCookie } = result.value;
    const target = isDraft ? paths.legalRequestStep('receipt') : paths.legalReceiptCase();
    return redirect(ctx.to(target), { status: 303, headers: { 'Set-Cookie': setCookie } });
  }
  const { code } = result.refusal;
  return data(
    { elsewhere: null, lastResult: posted.reply({ code: [code] }) },
    { status: code === 'common.error.too-many' ? 429 : 422 },
  );
}

export default function Receipt() {
  const { notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ReceiptDoor notice={notice} elsewhere={answer?.elsewhere ?? null} lastResult={answer?.lastResult} />;
}
