import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { unlockVault } from '#app/features/legal-aid/commands/unlock-vault.server.ts';
import { unlockForm } from '#app/features/legal-aid/rules/key-forms.ts';
import { UnlockPage } from '#app/features/legal-aid/ui/unlock-page.tsx';
import { titled } from '#app/i18n/titled.ts';
import { paths, safeNext } from '#app/paths.ts';
import { busy, readForm, unprocessable } from '#app/platform/forms.server.ts';
import { hasRoom } from '#app/platform/passwords.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { splitLocale } from '#app/kernel/locale.ts';
import { atVault } from './at-vault.ts';

export const meta = titled('legal-keys.unlock.title');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, keys, slug } = await atVault(args);
  return {
    slug,
    next: safeNext(ctx.url.searchParams.get('next'), ''),
    passkeys: keys.passkeys.map(({ credentialId, salt }) => ({ credentialId, salt })),
    host: ctx.url.hostname,
    isLocked: ctx.url.searchParams.get('done') === 'locked',
  };
}

export async function action(args: ActionFunctionArgs) {
  const { at, ctx, keys, slug } = await atVault(args);
  const posted = await readForm(args.request, unlockForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { next, password: passphrase = '', prf } = posted.value;
  if (passphrase === '' && prf === '')
    return unprocessable(posted.reply({ password: ['legal-keys.error.need-passphrase'] }));
  if (!hasRoom()) return busy(posted.reply);
  const opened = await unlockVault(at, { passphrase, ...(prf ? { prf } : {}) });
  if (opened.ok) {
    const { path } = splitLocale(safeNext(next, ''));
    const home = keys.role === 'custodian' && keys.isTrusted ? paths.deskIdentities(slug) : paths.desk(slug);
    const isRoom = path.startsWith(`${paths.desk(slug)}/`) && !path.startsWith(paths.deskUnlock(slug));
    const target = isRoom ? path : home;
    return seeOther(ctx, target, { headers: { 'Set-Cookie': opened.value.cookie } });
  }
  const { code, field } = opened.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function Unlock() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <UnlockPage {...loaded} lastResult={answer?.lastResult} />;
}
