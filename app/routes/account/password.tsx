import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { changePassword } from '#app/features/accounts/commands/change-password.server.ts';
import { passwordForm } from '#app/features/accounts/forms.ts';
import { AccountPage } from '#app/features/accounts/ui/account-page.tsx';
import { NewPasswordField, PasswordField } from '#app/features/accounts/ui/new-password-field.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireUser, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('accounts.password.title');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  requireUser(ctx);
  return { clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const posted = await readForm(args.request, passwordForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const changed = await changePassword({ actor, now: ctx.now }, posted.value);
  if (changed.ok)
    return seeOther(ctx, paths.account(), {
      done: 'password-changed',
      headers: { 'Set-Cookie': changed.value.cookie },
    });
  const { code, field } = changed.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function Password() {
  const { clientId } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { say, t } = useWords();
  const [form, fields] = useForm<{ clientId: string; password: string; newPassword: string }>({
    lastResult: actionData?.lastResult,
  });
  const errors = {
    '': say(form.errors ?? fields.clientId.errors),
    password: say(fields.password.errors),
    newPassword: say(fields.newPassword.errors),
  };
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <AccountPage title={t('accounts.password.title')} lead={t('accounts.password.lead')}>
        <Form clientId={fields.clientId.initialValue ?? clientId}>
          <PasswordField error={errors.password} label={t('accounts.password.present')} />
          <NewPasswordField error={errors.newPassword} />
          <Button>{t('accounts.password.action')}</Button>
        </Form>
      </AccountPage>
    </Stack>
  );
}
