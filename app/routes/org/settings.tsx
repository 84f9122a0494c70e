import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { updateOrganisation } from '#app/features/organisations/commands/update-organisation.server.ts';
import { settingsForm } from '#app/features/organisations/forms.ts';
import { organisationNames } from '#app/features/organisations/public.server.ts';
import { getOwnOrganisation } from '#app/features/organisations/queries.server.ts';
import { choicesOf } from '#app/features/organisations/rules/directory.ts';
import { NamesFields } from '#app/features/organisations/ui/names-fields.tsx';
import { ParticularsFields } from '#app/features/organisations/ui/particulars-fields.tsx';
import { RegionPicker } from '#app/features/organisations/ui/region-picker.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { formatPhone } from '#app/kernel/phone.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

export const meta = titled('organisations.settings.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'organisation.edit');
  const { regions, parentId, kind, publicPhone, foundedYear, ...now } = await getOwnOrganisation(scope);
  const parent = parentId === null ? undefined : (await organisationNames([parentId])).get(parentId);
  return {
    clientId: newId(),
    slug: membership.slug,
    kind,
    now: {
      ...now,
      foundedYear: foundedYear === null ? '' : String(foundedYear),
      publicPhone: publicPhone === null ? '' : formatPhone(publicPhone),
    },
    regions: choicesOf(regions),
    parent: parent ? parent.names[ctx.locale] : null,
    isSaved: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'organisation.edit');
  const posted = await readForm(args.request, settingsForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const result = await updateOrganisation({ scope }, posted.value);
  if (!result.ok) return unprocessable(posted.reply({ [result.refusal.field ?? '']: [result.refusal.code] }));
  return seeOther(ctx, paths.orgSettings(membership.slug), { done: 'saved' });
}

/** What the organisation says about itself, and with what its letters are signed. */
export default function Settings() {
  const { clientId, slug, kind, now, regions, parent, isSaved } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to } = useWords();
  const field = (name: 'town' | 'foundedYear' | 'publicEmail' | 'publicPhone') => ({
    name,
    error: back.errors[name],
    defaultValue: back.value(name, now[name] ?? ''),
  });
  return (
    <>
      <PageTitle
        lead={t('organisations.settings.lead')}
        actions={
          kind === 'team' ? undefined : (
            <a href={to(paths.organisation(slug))}>{t('organisations.settings.public-page')}</a>
          )
        }
      >
        {t('organisations.settings.title')}
      </PageTitle>
      {isSaved && (
        <Notice tone="success" live>
          <p>{t('common.saved')}</p>
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <Form clientId={back.value('clientId', clientId)}>
        <NamesFields back={back} now={now} whole />
        <FieldGroup legend={t('organisations.form.where')}>
          <FieldRow>
            <TextInput {...field('town')} label={t('organisations.form.town')} />
            <TextInput
              {...field('foundedYear')}
              label={t('organisations.form.foundedYear')}
              inputMode="numeric"
              width="short"
              optional
            />
          </FieldRow>
          <RegionPicker
            name="regions"
            label={t('organisations.form.regions')}
            hint={t('organisations.form.regions.hint')}
            error={back.errors.regions}
            optional={kind === 'network'}
            defaultValues={back.list('regions', regions)}
          />
        </FieldGroup>
        <FieldGroup legend={t('organisations.settings.contacts')} hint={t('organisations.settings.contacts.hint')}>
          <FieldRow>
            <TextInput
              {...field('publicEmail')}
              type="email"
              inputMode="email"
              label={t('organisations.page.email')}
              optional
            />
            <TextInput
              {...field('publicPhone')}
              type="tel"
              inputMode="tel"
              label={t('organisations.page.phone')}
              optional
            />
          </FieldRow>
        </FieldGroup>
        <ParticularsFields back={back} now={now} />
        {parent && (
          <FieldGroup
            legend={t('organisations.page.network')}
            hint={t('organisations.settings.parent', { network: parent })}
          >
            <CheckboxField
              name="leaveParent"
              label={t('organisations.settings.leave')}
              defaultChecked={back.ticked('leaveParent')}
            />
          </FieldGroup>
        )}
        <SubmitBar>
          <Button>{t('common.save')}</Button>
        </SubmitBar>
      </Form>
    </>
  );
}
