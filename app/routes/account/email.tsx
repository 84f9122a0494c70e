import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { requestEmailChange } from '#app/features/accounts/commands/change-contact.server.ts';
import { emailForm } from '#app/features/accounts/forms.ts';
import { readAccount } from '#app/features/accounts/queries.server.ts';
import { AccountPage } from '#app/features/accounts/ui/account-page.tsx';
import { PasswordField } from '#app/features/accounts/ui/new-password-field.tsx';
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
import { TextInput } from '#app/ui/text-input.tsx';

export const meta = titled('accounts.email.title');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const account = await readAccount(requireUser(ctx));
  return { email: account?.email ?? null, clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const posted = await readForm(args.request, emailForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { email, password } = posted.value;
  const asked = await requestEmailChange(
    { actor, now: ctx.now },
    { email, password, locale: ctx.locale, origin: ctx.url.origin },
  );
  if (asked.ok) return seeOther(ctx, paths.account(), { done: 'email-sent' });
  const { code, field } = asked.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function Email() {
  const { clientId, email } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { say, t } = useWords();
  const [form, fields] = useForm<{ clientId: string; email: string; password: string }>({
    lastResult: actionData?.lastResult,
  });
  const errors = {
    '': say(form.errors ?? fields.clientId.errors),
    email: say(fields.email.errors),
    password: say(fields.password.errors),
  };
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <AccountPage
        title={t('accounts.email.title')}
        lead={email === null ? t('accounts.email.none') : t('accounts.email.now', { email })}
      >
        <Form clientId={fields.clientId.initialValue ?? clientId}>
          <TextInput
            name="email"
            type="email"
            label={t('accounts.email.new')}
            hint={t('accounts.email.hint')}
            width="medium"
            autoComplete="email"
            required
            defaultValue={fields.email.initialValue}
            error={errors.email}
          />
          <PasswordField error={errors.password} hint={t('accounts.field.password.why')} />
          <Button>{t('accounts.email.action')}</Button>
        </Form>
      </AccountPage>
    </Stack>
  );
}
