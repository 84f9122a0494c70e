import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saveEmergencyNumbers } from '#app/features/organisations/commands/save-emergency-numbers.server.ts';
import { saveInstanceOperator } from '#app/features/organisations/commands/save-instance-operator.server.ts';
import { EMERGENCY_ROWS, instanceForm } from '#app/features/organisations/forms.ts';
import { getInstanceSettings } from '#app/features/organisations/operator-queries.server.ts';
import { EmergencyRows, OperatorFields } from '#app/features/organisations/ui/instance-parts.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { formatPhone } from '#app/kernel/phone.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireOperator, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('platform.settings.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const { operator, numbers } = await getInstanceSettings(scope);
  return {
    operator,
    numbers,
    clientIds: { operator: newId(), emergency: newId() },
    isSaved: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const posted = await readForm(args.request, instanceForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  if (value.intent === 'operator') {
    const { name, address, email, phone, registration } = value;
    await saveInstanceOperator(
      { scope, now: ctx.now },
      { name, address, email, phone: phone === null ? '' : formatPhone(phone), registration },
    );
  } else {
    const today = ctx.now.toISOString().slice(0, 10);
    const before = new Map(
      (await getInstanceSettings(scope)).numbers.map((entry) => [entry.number, entry.confirmedOn]),
    );
    const numbers = value.numbers
      .filter((row) => row.number !== '')
      // A number that was confirmed keeps its day; a newly ticked one is confirmed today.
      .map(({ isConfirmed, ...row }) => ({ ...row, confirmedOn: isConfirmed ? before.get(row.number) || today : '' }));
    await saveEmergencyNumbers({ scope, now: ctx.now }, numbers);
  }
  return seeOther(ctx, paths.adminSettings(), { done: 'saved' });
}

/** Who runs the instance, and the numbers that people in danger are shown. */
export default function InstanceSettings() {
  const { operator, numbers, clientIds, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const first = useReturned(answer?.lastResult, 'operator');
  const second = useReturned(answer?.lastResult, 'emergency');
  const { t } = useWords();
  const rows = Math.min(EMERGENCY_ROWS, numbers.length + 2);
  return (
    <>
      <PageTitle>{t('platform.settings.title')}</PageTitle>
      <Stack gap="large">
        {isSaved && (
          <Notice tone="success" live>
            <p>{t('common.saved')}</p>
          </Notice>
        )}
        <ErrorSummary errors={{ ...first.errors, ...second.errors }} />
        <Section title={t('platform.settings.operator')} id="operator">
          <p className="text-muted">{t('platform.settings.operator.text')}</p>
          <Form clientId={first.value('clientId', clientIds.operator)} label={t('platform.settings.operator')}>
            <input type="hidden" name="intent" value="operator" />
            <OperatorFields back={first} now={operator} />
            <Button>{t('common.save')}</Button>
          </Form>
        </Section>
        <Section title={t('platform.settings.emergency')} id="emergency">
          <p className="text-muted">{t('platform.settings.emergency.text')}</p>
          <Form clientId={second.value('clientId', clientIds.emergency)} label={t('platform.settings.emergency')}>
            <input type="hidden" name="intent" value="emergency" />
            <EmergencyRows back={second} now={numbers} rows={rows} />
            <Button>{t('common.save')}</Button>
          </Form>
        </Section>
      </Stack>
    </>
  );
}
