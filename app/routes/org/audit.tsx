import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listTrail } from '#app/features/organisations/queries.server.ts';
import { TrailSentence } from '#app/features/organisations/ui/trail-sentence.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('organisations.audit.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'organisation.manage-members');
  const asked = /^\d{1,15}$/.exec(ctx.url.searchParams.get('before') ?? '');
  const { entries, next } = await listTrail(scope, asked ? Number(asked[0]) : null);
  return {
    slug: membership.slug,
    next,
    isLater: asked !== null,
    entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
  };
}

/** Who did what here, in sentences; nobody can change it, and the seal shows when somebody did. */
export default function Audit() {
  const { slug, entries, next, isLater } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  type Row = (typeof entries)[number];
  const columns: Column<Row>[] = [
    {
      key: 'what',
      header: t('organisations.audit.what'),
      phone: 'title',
      cell: (row) => <TrailSentence entry={row} slug={slug} />,
    },
    {
      key: 'when',
      header: t('organisations.audit.when'),
      nowrap: true,
      cell: (row) => formatMoment(new Date(row.at), locale),
    },
    {
      key: 'seal',
      header: t('organisations.audit.seal'),
      nowrap: true,
      cell: (row) =>
        row.isSealed ? (
          <span className="inline-flex items-center gap-1 text-cay">
            <Icon name="lock" size={16} />
            {t('organisations.audit.sealed')}
          </span>
        ) : (
          <span className="text-muted">{t('organisations.audit.unsealed')}</span>
        ),
    },
  ];
  return (
    <>
      <PageTitle lead={t('organisations.audit.lead')}>{t('organisations.audit.title')}</PageTitle>
      <Stack>
        <DataTable
          caption={t('organisations.audit.title')}
          captionHidden
          columns={columns}
          rows={entries}
          rowKey={(row) => String(row.id)}
          empty={
            <EmptyState title={t('organisations.audit.none')}>
              <p>{t('organisations.audit.none.text')}</p>
            </EmptyState>
          }
        />
        {(next !== null || isLater) && (
          <p className="flex flex-wrap gap-4">
            {isLater && <a href={to(paths.orgAudit(slug))}>{t('organisations.audit.newest')}</a>}
            {next !== null && (
              <ButtonLink tone="secondary" href={to(`${paths.orgAudit(slug)}?before=${next}`)}>
                {t('organisations.audit.older')}
              </ButtonLink>
            )}
          </p>
        )}
      </Stack>
    </>
  );
}
