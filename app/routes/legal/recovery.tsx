import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { renewKeys } from '#app/features/legal-aid/commands/enrol-staff.server.ts';
import { recoverVault } from '#app/features/legal-aid/commands/keep-own-keys.server.ts';
import { recoveryForm } from '#app/features/legal-aid/rules/key-forms.ts';
import { RecoveryPage } from '#app/features/legal-aid/ui/recovery-page.tsx';
import { titled } from '#app/i18n/titled.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { atVault } from './at-vault.ts';

export const meta = titled('legal-keys.recovery.title');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, slug } = await atVault(args);
  return { slug, clientIds: { code: newId(), lost: newId() }, host: ctx.url.host };
}

/** The printed code sets a new passphrase; without it new keys are made, and their printed code stands in this answer only. */
export async function action(args: ActionFunctionArgs) {
  const { at, ctx, slug } = await atVault(args);
  const posted = await readForm(args.request, recoveryForm);
  if (!posted.ok) return unprocessable(posted.reply(), { code: null });
  const { code, intent, newPassword } = posted.value;
  if (intent === 'code') {
    const recovered = await recoverVault(at, { code, newPassphrase: newPassword });
    if (recovered.ok)
      return seeOther(ctx, paths.deskKeys(slug), {
        done: 'recovered',
        headers: { 'Set-Cookie': recovered.value.cookie },
      });
    const { refusal } = recovered;
    return unprocessable(posted.reply({ [refusal.field ?? '']: [refusal.code] }), { code: null });
  }
  const renewed = await renewKeys(
    { actor: at.actor, organisationId: at.scope.organisationId, now: ctx.now },
    { code, passphrase: newPassword },
  );
  if (renewed.ok)
    return data(
      { lastResult: null, code: renewed.value.code },
      { headers: { 'Set-Cookie': renewed.value.cookie, 'Cache-Control': 'no-store' } },
    );
  const { refusal } = renewed;
  return unprocessable(posted.reply({ [refusal.field ?? '']: [refusal.code] }), { code: null });
}

export default function Recovery() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <RecoveryPage {...loaded} lastResult={answer?.lastResult} code={answer?.code ?? null} />;
}
