import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { openSession } from '#app/features/accounts/commands/open-session.server.ts';
import { signInForm } from '#app/features/accounts/forms.ts';
import { ContactField } from '#app/features/accounts/ui/contact-field.tsx';
import { PasswordField } from '#app/features/accounts/ui/new-password-field.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { localisePath } from '#app/kernel/locale.ts';
import { paths, safeNext } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('accounts.sign-in.title');
export const handle = { width: 'read' };

const NOTICES = ['password-set', 'signed-out', 'email-confirmed', 'account-deleted'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const next = safeNext(ctx.url.searchParams.get('next'), '');
  if (ctx.actor.kind === 'user') throw redirect(next || ctx.to(paths.account()), 303);
  return { next, done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const posted = await readForm(args.request, signInForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const opened = await openSession(ctx, posted.value);
  if (!opened.ok) return unprocessable(posted.reply(undefined, [opened.refusal.code]));
  const next = safeNext(posted.value.next, '');
  const { cookies } = opened.value;
  const headers = new Headers(cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]));
  if (opened.value.step === 'code') {
    const query = next ? `?next=${encodeURIComponent(next)}` : '';
    return redirect(ctx.to(paths.secondFactor() + query), { status: 303, headers });
  }
  return redirect(next || localisePath(opened.value.home, opened.value.locale), { status: 303, headers });
}

export default function SignIn() {
  const { done, next } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { say, t, to } = useWords();
  const [form, fields] = useForm<{ contact: string; password: string; next: string }>({
    lastResult: actionData?.lastResult,
  });
  const errors = { '': say(form.errors), contact: say(fields.contact.errors), password: say(fields.password.errors) };
  return (
    <Stack>
      {done && !actionData && (
        <Notice live tone="success">
          {t(`accounts.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      <PageTitle lead={t('accounts.sign-in.lead')}>{t('accounts.sign-in.title')}</PageTitle>
      <Form>
        <input type="hidden" name="next" value={next} />
        <ContactField defaultValue={fields.contact.initialValue} error={errors.contact} />
        <PasswordField error={errors.password} />
        <Button>{t('accounts.sign-in.action')}</Button>
      </Form>
      <ul className="grid gap-3">
        <li>
          <a href={to(paths.forgotten())}>{t('accounts.forgotten.link')}</a>
        </li>
        <li>
          <a href={to(paths.handoverCode())}>{t('accounts.handed.link')}</a>
        </li>
      </ul>
      <p className="meta">
        {t('accounts.sign-in.no-account')} <a href={to(paths.newIssue())}>{t('common.nav.report')}</a>
      </p>
    </Stack>
  );
}
