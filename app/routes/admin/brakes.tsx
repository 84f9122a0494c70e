import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saveBrakes } from '#app/features/campaigns/commands/save-brakes.server.ts';
import { brakesForm } from '#app/features/campaigns/support-forms.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { COUNTER_SECONDS, forgetBrakes, readBrakes } from '#app/platform/brakes.server.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireOperator, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

export const meta = titled('support.brakes.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  requireOperator(ctx);
  // Another process may have changed them within the last two seconds.
  forgetBrakes();
  return {
    brakes: await readBrakes(),
    limits: COUNTER_SECONDS,
    clientId: newId(),
    isSaved: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const posted = await readForm(args.request, brakesForm);
  if (!posted.ok) return unprocessable(posted.reply());
  await saveBrakes({ scope, now: ctx.now }, posted.value);
  return seeOther(ctx, paths.adminBrakes(), { done: 'saved' });
}

/** What the operator can pull while thousands sign. */
export default function Brakes() {
  const { brakes, limits, clientId, isSaved } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t } = useWords();
  return (
    <>
      <PageTitle lead={t('support.brakes.lead')}>{t('support.brakes.title')}</PageTitle>
      <Stack>
        <ErrorSummary errors={back.errors} />
        {isSaved && (
          <Notice tone="success" live>
            <p>{t('common.saved')}</p>
          </Notice>
        )}
        <Form clientId={clientId}>
          <CheckboxField
            name="holdsMail"
            label={t('support.brakes.mail')}
            hint={t('support.brakes.mail.hint')}
            defaultChecked={back.ticked('holdsMail', brakes.holdsMail)}
          />
          <CheckboxField
            name="isReadOnly"
            label={t('support.brakes.signing')}
            hint={t('support.brakes.signing.hint')}
            defaultChecked={back.ticked('isReadOnly', brakes.isReadOnly)}
          />
          <TextInput
            name="counterSeconds"
            label={t('support.brakes.counter')}
            hint={t('support.brakes.counter.hint')}
            error={back.errors.counterSeconds}
            type="number"
            min={limits.least}
            max={limits.most}
            defaultValue={back.value('counterSeconds', String(brakes.counterSeconds))}
            width="short"
            inputMode="numeric"
            required
          />
          <Button>{t('common.save')}</Button>
        </Form>
      </Stack>
    </>
  );
}
