import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { changePhone } from '#app/features/accounts/commands/change-contact.server.ts';
import { phoneForm } from '#app/features/accounts/forms.ts';
import { readAccount } from '#app/features/accounts/queries.server.ts';
import { AccountPage } from '#app/features/accounts/ui/account-page.tsx';
import { PasswordField } from '#app/features/accounts/ui/new-password-field.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { formatPhone } from '#app/kernel/phone.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireUser, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

export const meta = titled('accounts.phone.title');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const account = await readAccount(requireUser(ctx));
  return { phone: account?.phone ?? null, clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const posted = await readForm(args.request, phoneForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const changed = await changePhone({ actor }, posted.value);
  if (changed.ok) return seeOther(ctx, paths.account(), { done: 'phone-saved' });
  const { code, field } = changed.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function Phone() {
  const { clientId, phone } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { say, t } = useWords();
  const [form, fields] = useForm<{ clientId: string; phone: string; password: string }>({
    lastResult: actionData?.lastResult,
  });
  const errors = {
    '': say(form.errors ?? fields.clientId.errors),
    phone: say(fields.phone.errors),
    password: say(fields.password.errors),
  };
  const present = phone === null ? '' : formatPhone(phone);
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <AccountPage title={t('accounts.phone.title')} lead={t('accounts.phone.lead')}>
        <Form clientId={fields.clientId.initialValue ?? clientId}>
          <TextInput
            name="phone"
            type="tel"
            label={t('accounts.field.phone')}
            hint={t('accounts.phone.hint')}
            width="medium"
            autoComplete="tel"
            optional
            defaultValue={actionData ? fields.phone.initialValue : present}
            error={errors.phone}
          />
          <PasswordField error={errors.password} hint={t('accounts.field.password.why')} />
          <Button>{t('common.save')}</Button>
        </Form>
      </AccountPage>
    </Stack>
  );
}
