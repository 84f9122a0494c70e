import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withdrawIssue } from '#app/features/issues/commands/withdraw-issue.server.ts';
import { readReceiptHolder } from '#app/features/issues/receipt-cookie.server.ts';
import { findReceiptReport } from '#app/features/issues/receipt-queries.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ConfirmPage } from '#app/ui/confirm-page.tsx';

export const handle = { quickExit: true };
export const meta = titled('issues.receipt.withdraw');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const holder = readReceiptHolder(args.request, ctx.now);
  const report = holder && (await findReceiptReport(holder));
  if (!report) throw redirect(ctx.to(paths.receipt()), 303);
  if (report.state === 'withdrawn') throw redirect(ctx.to(paths.receiptPage()), 303);
  return { title: report.title };
}

/** Asks for nothing but the cookie: withdrawing twice is withdrawing once. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const holder = readReceiptHolder(args.request, ctx.now);
  const result = holder && (await withdrawIssue({ holder, now: ctx.now }));
  if (!result?.ok) return seeOther(ctx, paths.receipt(), { done: 'expired' });
  return seeOther(ctx, paths.receiptPage(), { done: 'withdrawn' });
}

export default function ReceiptWithdrawal() {
  const { title } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <ConfirmPage title={t('issues.receipt.withdraw.title')} confirmLabel={t('issues.receipt.withdraw.confirm')} cancelHref={to(paths.receiptPage())}>
      <p>
        <b>{title}</b>
      </p>
      <p>{t('issues.receipt.withdraw.text')}</p>
    </ConfirmPage>
  );
}
