import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { eraseByReceipt } from '#app/features/legal-aid/commands/erase-case.server.ts';
import { endUnlock } from '#app/features/legal-aid/unlock.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { clientId } from '#app/kernel/fields.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ConfirmPage } from '#app/ui/confirm-page.tsx';
import { atReceipt, unkept } from './at-request.ts';

export const handle = { quickExit: true };
export const meta = titled('legal-intake.erase.title');
export const headers = unkept;

export async function loader(args: LoaderFunctionArgs) {
  await atReceipt(args);
  return { clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, work } = await atReceipt(args);
  const posted = await readForm(args.request, z.object({ clientId }));
  if (!posted.ok) return seeOther(ctx, paths.legalReceiptErasure());
  const erased = await eraseByReceipt(work, posted.value);
  if (!erased.ok) return seeOther(ctx, paths.legalReceiptCase());
  return seeOther(ctx, paths.legalReceipt(), {
    done: 'erased',
    headers: { 'Set-Cookie': await endUnlock(args.request, 'receipt') },
  });
}

export default function ReceiptErasure() {
  const { t, to } = useWords();
  return (
    <ConfirmPage
      title={t('legal-intake.erase.title')}
      confirmLabel={t('legal-intake.erase.confirm')}
      cancelHref={to(paths.legalReceiptCase())}
      clientId={useLoaderData<typeof loader>().clientId}
    >
      <p>{t('legal-intake.erase.text')}</p>
      <p>{t('legal-intake.erase.backups')}</p>
    </ConfirmPage>
  );
}
