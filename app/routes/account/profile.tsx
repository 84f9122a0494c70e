import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useForm } from '@conform-to/react';
import { editProfile } from '#app/features/accounts/commands/edit-profile.server.ts';
import { profileForm } from '#app/features/accounts/forms.ts';
import { AccountPage } from '#app/features/accounts/ui/account-page.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { LOCALES, localisePath } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireUser } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

export const meta = titled('accounts.profile.title');
export const handle = { width: 'read' };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { locale, name } = requireUser(ctx);
  return { name, locale, clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const posted = await readForm(args.request, profileForm);
  if (!posted.ok) return unprocessable(posted.reply());
  await editProfile({ actor }, posted.value);
  // The page goes on in the language that was just chosen.
  return redirect(`${localisePath(paths.account(), posted.value.locale)}?done=saved`, 303);
}

export default function Profile() {
  const { clientId, locale, name } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { say, t } = useWords();
  const [, fields] = useForm<{ clientId: string; name: string; locale: string }>({
    lastResult: actionData?.lastResult,
  });
  const errors = { '': say(fields.clientId.errors), name: say(fields.name.errors), locale: say(fields.locale.errors) };
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <AccountPage title={t('accounts.profile.title')}>
        <Form clientId={fields.clientId.initialValue ?? clientId}>
          <TextInput
            name="name"
            label={t('accounts.field.name')}
            hint={t('accounts.field.name.hint')}
            width="medium"
            autoComplete="name"
            required
            defaultValue={fields.name.initialValue ?? name}
            error={errors.name}
          />
          <RadioCards
            name="locale"
            label={t('accounts.field.language')}
            hint={t('accounts.field.language.hint')}
            options={LOCALES.map((value) => ({ value, label: t(`accounts.language.${value}`) }))}
            defaultValue={fields.locale.initialValue ?? locale}
            error={errors.locale}
          />
          <Button>{t('common.save')}</Button>
        </Form>
      </AccountPage>
    </Stack>
  );
}
