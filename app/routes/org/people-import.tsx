import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { advanceImport, getImport, sampleOf } from '#app/features/people/commands/import-people.server.ts';
import { importForm } from '#app/features/people/forms.ts';
import { ImportView } from '#app/features/people/ui/import-view.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedPerson } from './person-steps.server.ts';

export const meta = titled('people.import.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'people.import');
  const row = isId(args.params.id) ? await getImport(scope, args.params.id) : undefined;
  if (!row) throw notFound();
  const isMapping = row.state === 'uploaded' || (row.state === 'checked' && ctx.url.searchParams.has('map'));
  const { id, state, header, rows, done, mapping, report } = row;
  const isWorking = state === 'checking' || state === 'running';
  return data(
    {
      slug: membership.slug,
      clientId: newId(),
      table: { id, state, header, rows, done, mapping: mapping ?? [], report },
      isMapping,
      sample: isMapping ? await sampleOf(row) : [],
    },
    // A browser asks again by itself while the job is at it; no script is needed.
    isWorking ? { headers: { Refresh: '2', 'Cache-Control': 'no-store' } } : {},
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.import');
  const row = isId(args.params.id) ? await getImport(scope, args.params.id) : undefined;
  if (!row) throw notFound();
  const here = paths.orgPeopleImport(membership.slug, row.id);
  const posted = await readForm(args.request, importForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { intent, column } = posted.value;
  if (intent === 'map') return seeOther(ctx, `${here}?map=1`);
  const mapping = row.header.map((_, at) => column[at] ?? null);
  const advanced = await advanceImport(
    { actor, scope, now: ctx.now },
    row.id,
    intent === 'check' ? { to: 'checking', mapping } : { to: 'running' },
  );
  if (!advanced.ok) return refusedPerson(posted, advanced.refusal);
  return seeOther(ctx, here);
}

export default function OrgPeopleImport() {
  const view = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to } = useWords();
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('people.list.title'), href: to(paths.orgPeople(view.slug)) },
          { label: t('people.import.title'), href: to(paths.orgPeopleImports(view.slug)) },
          { label: t('people.import.rows', { count: view.table.rows }) },
        ]}
      />
      <PageTitle lead={t('people.import.lead')}>{t('people.import.title')}</PageTitle>
      <ErrorSummary errors={back.errors} />
      <ImportView {...view} />
    </>
  );
}
