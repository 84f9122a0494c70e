import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest, seeOther } from '#app/platform/request.server.ts';
import { keeperOf } from '#app/platform/outbox.server.ts';
import { endSession } from '#app/platform/session.server.ts';
import { ConfirmPage } from '#app/ui/confirm-page.tsx';
import { Outbox } from '#app/ui/outbox/outbox.tsx';

export const meta = titled('common.nav.sign-out');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  if (ctx.actor.kind !== 'user') throw redirect(ctx.to(paths.signIn()), 303);
  return { keeper: keeperOf(ctx.actor.userId) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  if (ctx.actor.kind !== 'user') return seeOther(ctx, paths.signIn());
  const cookie = await endSession(ctx.actor.sessionId);
  // What pages keep on this device for work without a network goes with the session (decision 016).
  const headers = { 'Set-Cookie': cookie, 'Clear-Site-Data': '"storage"' };
  return seeOther(ctx, paths.signIn(), { done: 'signed-out', headers });
}

export default function SignOut() {
  const { keeper } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <ConfirmPage
      title={t('accounts.sign-out.title')}
      confirmLabel={t('common.nav.sign-out')}
      cancelHref={to(paths.account())}
      tone="primary"
      undoable
    >
      <p>{t('accounts.sign-out.text')}</p>
      <Outbox keeper={keeper} />
    </ConfirmPage>
  );
}
