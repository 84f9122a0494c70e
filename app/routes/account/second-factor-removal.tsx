import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { removeSecondFactor } from '#app/features/accounts/commands/keep-second-factor.server.ts';
import { removalForm } from '#app/features/accounts/forms.ts';
import { PasswordField } from '#app/features/accounts/ui/new-password-field.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireUser, seeOther } from '#app/platform/request.server.ts';
import { ConfirmPage } from '#app/ui/confirm-page.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

export const meta = titled('accounts.factor.remove');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  if (!requireUser(ctx).hasSecondFactor) throw redirect(ctx.to(paths.accountSecondFactor()), 303);
  return { clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const posted = await readForm(args.request, removalForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const removed = await removeSecondFactor({ actor, now: ctx.now }, posted.value);
  if (removed.ok)
    return seeOther(ctx, paths.account(), { done: 'factor-off', headers: { 'Set-Cookie': removed.value.cookie } });
  const { code, field } = removed.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function SecondFactorRemoval() {
  const { clientId } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.lastResult.error;
  const { say, t, to } = useWords();
  const errors = { '': say(error?.[''] ?? error?.clientId), password: say(error?.password), code: say(error?.code) };
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <ConfirmPage
        title={t('accounts.factor.remove')}
        confirmLabel={t('accounts.factor.remove')}
        cancelHref={to(paths.accountSecondFactor())}
        clientId={clientId}
        undoable
        fields={
          <>
            <PasswordField error={errors.password} />
            <TextInput
              name="code"
              label={t('accounts.field.code')}
              hint={t('accounts.field.code.hint')}
              error={errors.code}
              autoComplete="one-time-code"
              autoCapitalize="none"
              width="medium"
              required
            />
          </>
        }
      >
        <p>{t('accounts.factor.remove.text')}</p>
      </ConfirmPage>
    </Stack>
  );
}
