import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listImports, startImport } from '#app/features/people/commands/import-people.server.ts';
import { importUploadForm } from '#app/features/people/forms.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedPerson } from './person-steps.server.ts';

export const meta = titled('people.import.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'people.import');
  return { slug: membership.slug, clientId: newId(), imports: await listImports(scope) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.import');
  const posted = await readForm(args.request, importUploadForm, 1);
  if (!posted.ok) return unprocessable(posted.reply());
  const [file] = posted.files.file ?? [];
  if (file?.isTooLarge) return unprocessable(posted.reply({ file: ['people.import.error.too-large'] }));
  const { clientId, table } = posted.value;
  const bytes = file?.bytes ?? new TextEncoder().encode(table?.trim() ?? '');
  const started = await startImport({ actor, scope, now: ctx.now }, { clientId, bytes });
  if (!started.ok) return refusedPerson(posted, started.refusal);
  return seeOther(ctx, paths.orgPeopleImport(membership.slug, started.value.importId));
}

export default function OrgPeopleImports() {
  const { slug, clientId, imports } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to, locale } = useWords();
  return (
    <Stack gap="large">
      <Breadcrumb
        items={[
          { label: t('people.list.title'), href: to(paths.orgPeople(slug)) },
          { label: t('people.import.title') },
        ]}
      />
      <PageTitle lead={t('people.import.lead')}>{t('people.import.title')}</PageTitle>
      <ErrorSummary errors={back.errors} />
      <Form files clientId={clientId} label={t('people.import.title')}>
        <FileInput
          name="file"
          label={t('people.import.file')}
          hint={t('people.import.file.hint')}
          accept=".csv,text/csv,text/plain"
          error={back.errors.file}
        />
        <TextArea
          name="table"
          label={t('people.import.paste')}
          error={back.errors.table}
          defaultValue={back.value('table')}
          rows={6}
          optional
        />
        <Button>{t('people.import.next')}</Button>
      </Form>
      {imports.length > 0 && (
        <Section title={t('people.import.earlier')} id="earlier">
          <ul>
            {imports.map((one) => (
              <li key={one.id}>
                <a href={to(paths.orgPeopleImport(slug, one.id))}>{formatMoment(one.at, locale)}</a>{' '}
                {[t('people.import.rows', { count: one.rows }), t(`people.import.state.${one.state}`)].join(' · ')}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  );
}
