import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { deleteAccount, organisationsLeftAlone } from '#app/features/accounts/commands/delete-account.server.ts';
import { deletionForm } from '#app/features/accounts/forms.ts';
import { AccountPage } from '#app/features/accounts/ui/account-page.tsx';
import { PasswordField } from '#app/features/accounts/ui/new-password-field.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireUser, seeOther } from '#app/platform/request.server.ts';
import { cookie, sessionCookieName } from '#app/platform/session.server.ts';
import { ConfirmPage } from '#app/ui/confirm-page.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('accounts.deletion.title');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const alone = await organisationsLeftAlone(actor.userId);
  const names = actor.memberships
    .filter((entry) => alone.includes(entry.organisationId))
    .map(({ names: by, slug }) => ({ slug, name: by[ctx.locale] }));
  return { alone: names, clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const posted = await readForm(args.request, deletionForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const deleted = await deleteAccount({ actor, now: ctx.now }, posted.value);
  if (deleted.ok)
    return seeOther(ctx, paths.signIn(), {
      done: 'account-deleted',
      headers: { 'Set-Cookie': cookie(sessionCookieName(), '', 0) },
    });
  const { code, field } = deleted.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function Deletion() {
  const { alone, clientId } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.lastResult.error;
  const { say, t, to } = useWords();
  const errors = { '': say(error?.[''] ?? error?.clientId), password: say(error?.password) };
  if (alone.length > 0) {
    return (
      <Stack>
        <ErrorSummary errors={errors} />
        <AccountPage title={t('accounts.deletion.title')}>
          <Notice tone="warning" title={t('accounts.deletion.owner.title')}>
            <p>{t('accounts.deletion.owner.text')}</p>
            <ul>
              {alone.map(({ name, slug }) => (
                <li key={slug}>
                  <a href={to(paths.orgMembers(slug))}>{name}</a>
                </li>
              ))}
            </ul>
          </Notice>
        </AccountPage>
      </Stack>
    );
  }
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <ConfirmPage
        title={t('accounts.deletion.title')}
        confirmLabel={t('accounts.deletion.action')}
        cancelHref={to(paths.account())}
        clientId={clientId}
        fields={<PasswordField error={errors.password} />}
      >
        <p>{t('accounts.deletion.text')}</p>
        <p>{t('accounts.deletion.remains')}</p>
        <p>
          <a href={to(paths.accountExport())}>{t('accounts.export.title')}</a>
        </p>
      </ConfirmPage>
    </Stack>
  );
}
