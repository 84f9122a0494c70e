import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { requestReset } from '#app/features/accounts/commands/request-reset.server.ts';
import { forgottenForm } from '#app/features/accounts/forms.ts';
import { ContactField } from '#app/features/accounts/ui/contact-field.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('accounts.forgotten.title');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  return { isSent: ctx.url.searchParams.get('done') === 'sent' };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const posted = await readForm(args.request, forgottenForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const asked = await requestReset(ctx, { ...posted.value, locale: ctx.locale, origin: ctx.url.origin });
  if (!asked.ok) return unprocessable(posted.reply(undefined, [asked.refusal.code]));
  return seeOther(ctx, paths.forgotten(), { done: 'sent' });
}

export default function PasswordForgotten() {
  const { isSent } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { say, t, to } = useWords();
  const [form, fields] = useForm<{ contact: string }>({ lastResult: actionData?.lastResult });
  const errors = { '': say(form.errors), contact: say(fields.contact.errors) };
  if (isSent && !actionData) {
    return (
      <Stack>
        <PageTitle>{t('accounts.forgotten.sent.title')}</PageTitle>
        <Notice live tone="success">
          {t('accounts.forgotten.sent.text')}
        </Notice>
        <p>
          {t('accounts.forgotten.no-email')} <a href={to(paths.handoverCode())}>{t('accounts.handed.link')}</a>
        </p>
        <p>
          <a href={to(paths.signIn())}>{t('accounts.back-to-sign-in')}</a>
        </p>
      </Stack>
    );
  }
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <PageTitle lead={t('accounts.forgotten.lead')}>{t('accounts.forgotten.title')}</PageTitle>
      <Form>
        <ContactField defaultValue={fields.contact.initialValue} error={errors.contact} />
        <Button>{t('accounts.forgotten.action')}</Button>
      </Form>
      <p>
        {t('accounts.forgotten.no-email')} <a href={to(paths.handoverCode())}>{t('accounts.handed.link')}</a>
      </p>
      <p>
        <a href={to(paths.signIn())}>{t('accounts.back-to-sign-in')}</a>
      </p>
    </Stack>
  );
}
