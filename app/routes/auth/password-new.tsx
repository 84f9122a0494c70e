import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { findReset, resetPassword } from '#app/features/accounts/commands/reset-password.server.ts';
import { isToken, newPasswordForm } from '#app/features/accounts/forms.ts';
import { dropTicketCookie, readTicketCookie, ticketCookie } from '#app/features/accounts/tickets.server.ts';
import { NewPasswordField } from '#app/features/accounts/ui/new-password-field.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, seeOther } from '#app/platform/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('accounts.new-password.title');
export const handle = { width: 'read' };

/** The letter's link carries the token once: it moves into a cookie, so that it stays out of history and of other pages. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const token = ctx.url.searchParams.get('token') ?? undefined;
  if (token !== undefined) {
    const headers = isToken(token) ? { 'Set-Cookie': ticketCookie('password-reset', { token }, ctx.now) } : undefined;
    throw redirect(ctx.to(paths.resetPassword()), { status: 303, ...(headers ? { headers } : {}) });
  }
  const ticket = readTicketCookie('password-reset', args.request, ctx.now);
  const isOpen = ticket !== null && (await findReset(ticket.token, ctx.now)) !== null;
  return data({ isOpen }, { status: isOpen ? 200 : 410 });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const ticket = readTicketCookie('password-reset', args.request, ctx.now);
  const posted = await readForm(args.request, newPasswordForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const set = ticket ? await resetPassword(ctx, { token: ticket.token, ...posted.value }) : null;
  if (!set) return unprocessable(posted.reply(undefined, ['accounts.error.link']));
  if (!set.ok) {
    const { code, field } = set.refusal;
    return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
  }
  return seeOther(ctx, paths.signIn(), {
    done: 'password-set',
    headers: { 'Set-Cookie': dropTicketCookie('password-reset') },
  });
}

export default function PasswordNew() {
  const { isOpen } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { say, t, to } = useWords();
  const [form, fields] = useForm<{ newPassword: string }>({ lastResult: actionData?.lastResult });
  const errors = { '': say(form.errors), newPassword: say(fields.newPassword.errors) };
  if (!isOpen) {
    return (
      <Stack>
        <ErrorSummary errors={{ '': errors[''] }} />
        <PageTitle>{t('accounts.new-password.title')}</PageTitle>
        <EmptyState
          title={t('accounts.new-password.closed.title')}
          action={<ButtonLink href={to(paths.forgotten())}>{t('accounts.forgotten.action')}</ButtonLink>}
        >
          {t('accounts.new-password.closed.text')}
        </EmptyState>
      </Stack>
    );
  }
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <PageTitle lead={t('accounts.new-password.lead')}>{t('accounts.new-password.title')}</PageTitle>
      <Form>
        <NewPasswordField error={errors.newPassword} />
        <Button>{t('accounts.new-password.action')}</Button>
      </Form>
    </Stack>
  );
}
