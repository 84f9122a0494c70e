import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { renewReceipt } from '#app/features/legal-aid/commands/renew-receipt.server.ts';
import { holdRenewed } from '#app/features/legal-aid/receipt.server.ts';
import { newReceiptForm } from '#app/features/legal-aid/rules/intake-forms.ts';
import { ReceiptNew } from '#app/features/legal-aid/ui/receipt-new.tsx';
import { formatReceipt, makeReceipt } from '#app/features/legal-aid/vault/receipts.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { busy, readForm, unprocessable } from '#app/platform/forms.server.ts';
import { hasRoom } from '#app/platform/passwords.server.ts';
import { titled } from '#app/routes/title.ts';
import { atReceipt, unkept } from './at-request.ts';

export const handle = { quickExit: true };
export const meta = titled('legal-intake.new.title');
export const headers = unkept;

export async function loader(args: LoaderFunctionArgs) {
  await atReceipt(args);
  return { clientId: newId(), receipt: formatReceipt(makeReceipt().digits) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, work } = await atReceipt(args);
  const posted = await readForm(args.request, newReceiptForm);
  if (!posted.ok) return unprocessable(posted.reply());
  if (!hasRoom()) return busy(posted.reply);
  const renewed = await renewReceipt(work, posted.value.receipt);
  if (!renewed.ok)
    return data(
      { lastResult: posted.reply(undefined, [renewed.refusal.code]) },
      { status: renewed.refusal.code === 'common.error.too-many' ? 429 : 422 },
    );
  const setCookie = await holdRenewed(work, renewed.value);
  return redirect(ctx.to(`${paths.legalReceiptCase()}?done=renewed`), {
    status: 303,
    headers: { 'Set-Cookie': setCookie },
  });
}

export default function NewReceipt() {
  const { clientId, receipt } = useLoaderData<typeof loader>();
  return <ReceiptNew clientId={clientId} receipt={receipt} lastResult={useActionData<typeof action>()?.lastResult} />;
}
