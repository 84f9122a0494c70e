import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  cancelSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from '#app/features/accounts/commands/keep-second-factor.server.ts';
import { factorForm } from '#app/features/accounts/forms.ts';
import { readAccount, readBegunFactor } from '#app/features/accounts/queries.server.ts';
import { SecondFactorPage } from '#app/features/accounts/ui/second-factor-page.tsx';
import { titled } from '#app/i18n/titled.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { qrDataUri } from '#app/platform/qr-code.server.ts';
import { notFound, openRequest, requireUser, seeOther } from '#app/platform/request.server.ts';

export const meta = titled('accounts.factor.title');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const account = await readAccount(actor);
  if (!account) throw notFound();
  const begun = await readBegunFactor(actor);
  return {
    factor: account.factor,
    codesLeft: account.recoveryCodesLeft,
    setup: begun && {
      secret: begun.secret.replace(/(.{4})(?=.)/g, '$1 '),
      uri: begun.uri,
      qr: await qrDataUri(begun.uri),
    },
    host: ctx.url.host,
  };
}

/** Begins (password), confirms (first code), cancels, or renews the recovery codes (a code): the state decides what is shown. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const opened = { actor: requireUser(ctx), now: ctx.now };
  const posted = await readForm(args.request, factorForm);
  if (!posted.ok) return unprocessable(posted.reply(), { codes: null });
  const input = posted.value;
  if (input.intent === 'cancel') {
    await cancelSecondFactor(opened);
    return seeOther(ctx, paths.accountSecondFactor());
  }
  if (input.intent === 'start') {
    const started = await startSecondFactor(opened, input);
    if (started.ok) return seeOther(ctx, paths.accountSecondFactor());
    return unprocessable(posted.reply({ password: [started.refusal.code] }), { codes: null });
  }
  const proved =
    input.intent === 'confirm' ? await confirmSecondFactor(opened, input) : await renewRecoveryCodes(opened, input);
  if (!proved.ok) return unprocessable(posted.reply({ code: [proved.refusal.code] }), { codes: null });
  // Shown in the answer itself and nowhere again: after a redirect there would have to be a copy of them somewhere.
  const { codes, cookie }: { codes: string[]; cookie?: string } = proved.value;
  return data({ lastResult: undefined, codes }, cookie ? { headers: { 'Set-Cookie': cookie } } : {});
}

export default function SecondFactor() {
  const loaded = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  return <SecondFactorPage {...loaded} lastResult={actionData?.lastResult} codes={actionData?.codes ?? null} />;
}
