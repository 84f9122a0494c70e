import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkImport } from '#app/features/issues/commands/check-import.server.ts';
import { importIssues } from '#app/features/issues/commands/import-issues.server.ts';
import type { ImportPreview } from '#app/features/issues/staff-views.ts';
import { importForm } from '#app/features/issues/staff-forms.ts';
import staffStyles from '#app/features/issues/ui/staff.css?url';
import { StaffImportPreview, StaffImportUpload } from '#app/features/issues/ui/staff-import.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { forbidden, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ImportColumn } from '#app/features/issues/rules/import-table.ts';
import { LinkMore } from '#app/ui/link-more.tsx';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }];
export const meta = titled('issues.staff.import.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership } = requireMember(ctx, args.params.org, 'issue.import');
  const number = Number(ctx.url.searchParams.get('imported'));
  return {
    slug: membership.slug,
    clientId: newId(),
    imported: Number.isInteger(number) && number > 0 && number <= 1000 ? number : null,
  };
}

type Answer = { preview: ImportPreview | null; clientId: string | null; code: string | null; missing: ImportColumn[] };

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'issue.import');
  const work = { actor, scope, now: ctx.now };
  const posted = await readForm(args.request, importForm, 1);
  const refused = (code: string, missing: ImportColumn[] = []) =>
    data<Answer>({ preview: null, clientId: null, code, missing }, { status: 422 });
  if (!posted.ok) return refused('common.error.form-changed');
  const { clientId, intent } = posted.value;
  if (intent === 'confirm') {
    const result = await importIssues(work, { fileId: clientId, locale: ctx.locale });
    if (result.ok) return seeOther(ctx, `${paths.orgIssueImport(membership.slug)}?imported=${result.value.imported}`);
    if (result.refusal.code === 'common.error.not-allowed') throw forbidden();
    return refused(result.refusal.code);
  }
  const [file] = posted.files.file ?? [];
  if (!file) return refused('issues.staff.import.error.no-file');
  if (file.isTooLarge) return refused('issues.staff.import.error.too-large');
  const checked = await checkImport(work, { clientId, bytes: file.bytes });
  if (checked.ok)
    return data<Answer>(
      { preview: checked.value, clientId, code: null, missing: [] },
      { status: checked.value.counts.wrong > 0 ? 422 : 200 },
    );
  if (checked.refusal.code === 'common.error.not-allowed') throw forbidden();
  return refused(checked.refusal.code, checked.missing);
}

export default function OrgIssueImport() {
  const { slug, clientId, imported } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { t, to, say } = useWords();
  const error = answer?.code
    ? [...(say(answer.code) ?? []), ...answer.missing.map((column) => t(`issues.staff.import.column.${column}`))].join(
        ' ',
      )
    : undefined;
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('issues.staff.list.title'), href: to(paths.orgIssues(slug)) },
          { label: t('issues.staff.import.title') },
        ]}
      />
      <PageTitle lead={t('issues.staff.import.lead')}>{t('issues.staff.import.title')}</PageTitle>
      {imported && !answer && (
        <div className="mb-6">
          <Notice
            live
            tone="success"
            actions={
              <LinkMore href={to(paths.orgIssues(slug, '?state=held'))}>{t('issues.staff.import.look')}</LinkMore>
            }
          >
            {t('issues.staff.import.done', { count: imported })}
          </Notice>
        </div>
      )}
      <ErrorSummary errors={{ file: error }} />
      {answer?.preview && answer.clientId ? (
        <StaffImportPreview preview={answer.preview} slug={slug} clientId={answer.clientId} />
      ) : (
        <StaffImportUpload slug={slug} clientId={clientId} error={error ? [error] : undefined} />
      )}
    </>
  );
}
