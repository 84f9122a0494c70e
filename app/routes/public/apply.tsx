import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { submitApplication } from '#app/features/organisations/commands/submit-application.server.ts';
import { applicationForm } from '#app/features/organisations/forms.ts';
import { getInstanceOperator } from '#app/features/organisations/public-queries.server.ts';
import { CONSENT_PARTS } from '#app/features/organisations/rules/consent.ts';
import { PUBLIC_KINDS } from '#app/features/organisations/rules/directory.ts';
import { NamesFields } from '#app/features/organisations/ui/names-fields.tsx';
import { ParticularsFields } from '#app/features/organisations/ui/particulars-fields.tsx';
import { RegionPicker } from '#app/features/organisations/ui/region-picker.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup, Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';

export const meta = titled('organisations.apply.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const operator = await getInstanceOperator();
  return { clientId: newId(), operator: operator?.name ?? null, isSent: ctx.url.searchParams.get('done') === 'applied' };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const posted = await readForm(args.request, applicationForm);
  if (!posted.ok) return unprocessable(posted.reply());
  if (!(await withinLimit('apply', ctx.clientKey))) return unprocessable(posted.reply({}, ['common.error.too-many']));
  await submitApplication({ now: ctx.now, log: ctx.log, locale: ctx.locale }, posted.value);
  return seeOther(ctx, paths.apply(), { done: 'applied' });
}

/** An organisation asks to be taken in. */
export default function Apply() {
  const { clientId, operator, isSent } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to } = useWords();
  if (isSent) return <Applied />;
  return (
    <>
      <PageTitle lead={t('organisations.apply.lead')}>{t('organisations.apply.title')}</PageTitle>
      <ErrorSummary title={t('issues.form.errors.title')} errors={back.errors} />
      <Form clientId={back.value('clientId', clientId)}>
        <RadioCards
          name="kind"
          label={t('organisations.apply.kind')}
          error={back.errors.kind}
          defaultValue={back.value('kind')}
          options={PUBLIC_KINDS.map((kind) => ({ value: kind, label: t(`organisations.kind.${kind}`), hint: t(`organisations.kind.${kind}.hint`) }))}
        />
        <NamesFields back={back} />
        <FieldGroup legend={t('organisations.form.where')}>
          <TextInput name="town" label={t('organisations.form.town')} hint={t('organisations.form.town.hint')} width="medium" error={back.errors.town} defaultValue={back.value('town')} />
          <RegionPicker name="regions" label={t('organisations.form.regions')} hint={t('organisations.form.regions.hint')} error={back.errors.regions} defaultValues={back.list('regions')} />
        </FieldGroup>
        <ParticularsFields back={back} />
        <FieldGroup legend={t('organisations.apply.contact')}>
          <TextInput name="email" type="email" inputMode="email" autoComplete="email" width="medium" label={t('organisations.apply.email')} hint={t('organisations.apply.email.hint')} error={back.errors.email} defaultValue={back.value('email')} />
          <TextArea name="application" rows={6} maxLength={2000} label={t('organisations.apply.why')} hint={t('organisations.apply.why.hint')} error={back.errors.application} defaultValue={back.value('application')} />
        </FieldGroup>
        <ConsentBox
          label={t('organisations.consent.label')}
          intro={t('organisations.consent.intro')}
          error={back.errors.consent}
          defaultChecked={back.ticked('consent')}
          parts={CONSENT_PARTS.map((part) => ({
            title: t(`organisations.consent.${part}.title`),
            text: part === 'operator' ? t('organisations.consent.operator.text', { operator: operator ?? t('platform.privacy.operator.unknown') }) : t(`organisations.consent.${part}.text`),
          }))}
        />
        <p>
          <a href={to(paths.privacy())}>{t('organisations.consent.more')}</a>
        </p>
        <SubmitBar still note={t('organisations.apply.note')}>
          <Button>{t('organisations.apply.send')}</Button>
        </SubmitBar>
      </Form>
    </>
  );
}

function Applied() {
  const { t, to } = useWords();
  return (
    <>
      <PageTitle>{t('organisations.apply.done.title')}</PageTitle>
      <Notice tone="success" live actions={<ButtonLink tone="secondary" href={to(paths.organisations())}>{t('organisations.apply.done.back')}</ButtonLink>}>
        <p>{t('organisations.apply.done.text')}</p>
      </Notice>
    </>
  );
}
