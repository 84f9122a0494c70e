import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkPast, importPast } from '#app/features/campaigns/commands/import-past.server.ts';
import type { PastColumn } from '#app/features/campaigns/rules/past-table.ts';
import type { PastPreview } from '#app/features/campaigns/rules/past-views.ts';
import { pastImportForm } from '#app/features/campaigns/spread-forms.ts';
import { PastPreviewView, PastUpload } from '#app/features/campaigns/ui/past-import.tsx';
import staffStyles from '#app/features/issues/ui/staff.css?url';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { forbidden, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }];
export const meta = titled('spread.past.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership } = requireMember(ctx, args.params.org, 'campaign.write');
  const number = Number(ctx.url.searchParams.get('imported'));
  return {
    slug: membership.slug,
    clientId: newId(),
    mayConfirm: can(actor, 'campaign.review', { organisationId: membership.organisationId }),
    imported: Number.isInteger(number) && number > 0 && number <= 1000 ? number : null,
  };
}

type Answer = { preview: PastPreview | null; clientId: string | null; code: string | null; missing: PastColumn[] };

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.write');
  const work = { actor, scope, now: ctx.now };
  const posted = await readForm(args.request, pastImportForm, 1);
  const refused = (code: string, missing: PastColumn[] = []) =>
    data<Answer>({ preview: null, clientId: null, code, missing }, { status: 422 });
  if (!posted.ok) return refused('common.error.form-changed');
  const { clientId, intent } = posted.value;
  if (intent === 'confirm') {
    const result = await importPast(work, { fileId: clientId, locale: ctx.locale });
    if (result.ok)
      return seeOther(ctx, `${paths.orgCampaignImport(membership.slug)}?imported=${result.value.imported}`);
    if (result.refusal.code === 'common.error.not-allowed') throw forbidden();
    return refused(result.refusal.code);
  }
  const [file] = posted.files.file ?? [];
  if (!file) return refused('spread.past.error.no-file');
  if (file.isTooLarge) return refused('spread.past.error.too-large');
  const checked = await checkPast(work, { clientId, bytes: file.bytes });
  if (checked.ok)
    return data<Answer>(
      { preview: checked.value, clientId, code: null, missing: [] },
      { status: checked.value.counts.wrong > 0 ? 422 : 200 },
    );
  if (checked.refusal.code === 'common.error.not-allowed') throw forbidden();
  return refused(checked.refusal.code, checked.missing);
}

/** Campaigns from before the platform, as verified cases: a table, a dry run, and one button. */
export default function CampaignImport() {
  const { slug, clientId, mayConfirm, imported } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { t, to, say } = useWords();
  const error = answer?.code
    ? [...(say(answer.code) ?? []), ...answer.missing.map((column) => t(`spread.past.column.${column}`))].join(' ')
    : undefined;
  return (
    <Stack>
      <Breadcrumb
        items={[
          { label: t('campaigns.list.title'), href: to(paths.orgCampaigns(slug)) },
          { label: t('spread.past.title') },
        ]}
      />
      <PageTitle lead={t('spread.past.lead')}>{t('spread.past.title')}</PageTitle>
      {imported && !answer && (
        <Notice
          live
          tone="success"
          actions={<LinkMore href={to(paths.orgCampaigns(slug, '?group=ended'))}>{t('spread.past.look')}</LinkMore>}
        >
          {t('spread.past.done', { count: imported })}
        </Notice>
      )}
      <ErrorSummary errors={{ file: error }} />
      {answer?.preview && answer.clientId ? (
        <PastPreviewView preview={answer.preview} slug={slug} clientId={answer.clientId} mayConfirm={mayConfirm} />
      ) : (
        <PastUpload slug={slug} clientId={clientId} error={error ? [error] : undefined} />
      )}
    </Stack>
  );
}
