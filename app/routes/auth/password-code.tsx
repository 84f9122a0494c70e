import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { redeemCode } from '#app/features/accounts/commands/reset-password.server.ts';
import { handedCodeForm } from '#app/features/accounts/forms.ts';
import { ContactField } from '#app/features/accounts/ui/contact-field.tsx';
import { NewPasswordField } from '#app/features/accounts/ui/new-password-field.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

export const meta = titled('accounts.handed.title');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  await openRequest(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const posted = await readForm(args.request, handedCodeForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const set = await redeemCode(ctx, posted.value);
  if (set.ok) return seeOther(ctx, paths.signIn(), { done: 'password-set' });
  const { code, field } = set.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function PasswordCode() {
  const actionData = useActionData<typeof action>();
  const { say, t, to } = useWords();
  const [form, fields] = useForm<{ contact: string; code: string; newPassword: string }>({
    lastResult: actionData?.lastResult,
  });
  const errors = {
    '': say(form.errors),
    contact: say(fields.contact.errors),
    code: say(fields.code.errors),
    newPassword: say(fields.newPassword.errors),
  };
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <PageTitle lead={t('accounts.handed.lead')}>{t('accounts.handed.title')}</PageTitle>
      <Form>
        <ContactField defaultValue={fields.contact.initialValue} error={errors.contact} />
        <TextInput
          name="code"
          label={t('accounts.handed.code')}
          hint={t('accounts.handed.code.hint')}
          error={errors.code}
          defaultValue={fields.code.initialValue}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
          required
        />
        <NewPasswordField error={errors.newPassword} />
        <Button>{t('accounts.new-password.action')}</Button>
      </Form>
      <p>
        <a href={to(paths.signIn())}>{t('accounts.back-to-sign-in')}</a>
      </p>
    </Stack>
  );
}
