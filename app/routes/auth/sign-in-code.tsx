import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { openSessionWithCode } from '#app/features/accounts/commands/open-session.server.ts';
import { codeForm } from '#app/features/accounts/forms.ts';
import { readTicketCookie } from '#app/features/accounts/tickets.server.ts';
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
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

export const meta = titled('accounts.code.title');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  if (!readTicketCookie('second-factor', args.request, ctx.now)) throw redirect(ctx.to(paths.signIn()), 303);
  return { next: safeNext(ctx.url.searchParams.get('next'), '') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const ticket = readTicketCookie('second-factor', args.request, ctx.now);
  const posted = await readForm(args.request, codeForm);
  if (!ticket) return unprocessable(posted.reply(undefined, ['accounts.error.start-again']));
  if (!posted.ok) return unprocessable(posted.reply());
  const opened = await openSessionWithCode(ctx, { ...ticket, code: posted.value.code });
  if (!opened.ok) return unprocessable(posted.reply({ code: [opened.refusal.code] }));
  const headers = new Headers(opened.value.cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]));
  const next = safeNext(posted.value.next, '');
  return redirect(next || localisePath(opened.value.home, opened.value.locale), { status: 303, headers });
}

export default function SignInCode() {
  const loaded = useLoaderData<typeof loader>() as { next: string } | undefined;
  const actionData = useActionData<typeof action>();
  const { say, t, to } = useWords();
  const [form, fields] = useForm<{ code: string; next: string }>({ lastResult: actionData?.lastResult });
  const errors = { '': say(form.errors), code: say(fields.code.errors) };
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <PageTitle lead={t('accounts.code.lead')}>{t('accounts.code.title')}</PageTitle>
      <Form>
        <input type="hidden" name="next" value={loaded?.next ?? fields.next.initialValue ?? ''} />
        <TextInput
          name="code"
          label={t('accounts.field.code')}
          hint={t('accounts.field.code.hint')}
          error={errors.code}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          width="medium"
          required
        />
        <Button>{t('accounts.sign-in.action')}</Button>
      </Form>
      <p>
        <a href={to(paths.signIn())}>{t('accounts.code.other')}</a>
      </p>
    </Stack>
  );
}
