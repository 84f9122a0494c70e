import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { confirmEmailChange } from '#app/features/accounts/commands/change-contact.server.ts';
import { readTicket } from '#app/features/accounts/tickets.server.ts';
import { ticketForm } from '#app/features/accounts/forms.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, seeOther } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ConfirmPage } from '#app/ui/confirm-page.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('accounts.email.confirm.title');
export const handle = { width: 'read' };

/** The letter may be opened on another device, so no session is asked for; the link proves the mailbox and opens nothing else. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const ticket = ctx.url.searchParams.get('ticket') ?? '';
  const note = readTicket('email-change', ticket, ctx.now);
  return data({ ticket: note ? ticket : null, email: note?.email ?? null }, { status: note ? 200 : 410 });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const posted = await readForm(args.request, ticketForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const confirmed = await confirmEmailChange(ctx, posted.value);
  if (!confirmed.ok) return unprocessable(posted.reply(undefined, [confirmed.refusal.code]));
  return seeOther(ctx, ctx.actor.kind === 'user' ? paths.account() : paths.signIn(), {
    done: ctx.actor.kind === 'user' ? 'saved' : 'email-confirmed',
  });
}

export default function EmailConfirmation() {
  const { email, ticket } = useLoaderData<typeof loader>();
  const isRefused = useActionData<typeof action>() !== undefined;
  const { t, to } = useWords();
  if (ticket === null || isRefused) {
    return (
      <Stack>
        <PageTitle>{t('accounts.email.confirm.title')}</PageTitle>
        <EmptyState
          title={t('accounts.error.link')}
          action={<ButtonLink href={to(paths.accountEmail())}>{t('accounts.email.title')}</ButtonLink>}
        >
          {t('accounts.email.closed')}
        </EmptyState>
      </Stack>
    );
  }
  return (
    <ConfirmPage
      title={t('accounts.email.confirm.title')}
      confirmLabel={t('accounts.email.confirm.action')}
      cancelHref={to(paths.home())}
      tone="primary"
      undoable
      fields={<input type="hidden" name="ticket" value={ticket} />}
    >
      <p>{t('accounts.email.confirm.text', { email: email ?? '' })}</p>
    </ConfirmPage>
  );
}
