import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { parseWatchFilters, watchQuery } from '#app/features/authorities/rules/watch-filters.ts';
import { WatchFilter } from '#app/features/authorities/ui/watch-filter.tsx';
import { listDecisions, WATCH_PAGE, type DecisionLine } from '#app/features/authorities/watch.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf, formatDay, noonOf } from '#app/kernel/dates.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';

export const meta = titled('watch.title');

/** How far back the year filter reaches. */
const YEARS = 8;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'watch.read');
  const query = ctx.url.searchParams;
  const filters = parseWatchFilters(query);
  const page = Math.min(1000, Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1));
  const newest = Number(dayOf(ctx.now).slice(0, 4)) + 1;
  return {
    ...(await listDecisions(scope, filters, page)),
    slug: membership.slug,
    filters,
    page,
    size: WATCH_PAGE,
    years: Array.from({ length: YEARS }, (_, at) => newest - at),
    mayWrite: can(actor, 'watch.write', { organisationId: membership.organisationId }),
  };
}

/** What the organisation watched of its authorities, drafts included. */
export default function Watch() {
  const { bodies, filters, mayWrite, page, rows, size, slug, total, years } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const query = watchQuery(filters);
  const pageHref = (number: number) => to(paths.orgWatch(slug, `${query}${query ? '&' : '?'}page=${number}`));
  const columns: Column<DecisionLine>[] = [
    {
      key: 'title',
      header: t('watch.column.title'),
      phone: 'title',
      cell: (row) => <a href={to(paths.orgWatched(slug, row.id))}>{row.title}</a>,
    },
    {
      key: 'state',
      header: t('watch.column.state'),
      phone: 'badge',
      cell: (row) => (
        <StateBadge tone={row.isPublic ? 'open' : 'quiet'}>
          {t(row.isPublic ? 'watch.public' : 'watch.draft')}
        </StateBadge>
      ),
    },
    { key: 'on', header: t('watch.column.on'), nowrap: true, cell: (row) => formatDay(noonOf(row.on), locale) },
    { key: 'kind', header: t('watch.column.kind'), cell: (row) => t(`watch.kind.${row.kind}`) },
    { key: 'body', header: t('watch.column.body'), cell: (row) => row.body.names[locale] },
    { key: 'region', header: t('watch.column.region'), cell: (row) => regionName(row.region, locale) },
    { key: 'promises', header: t('watch.column.promises'), align: 'end', cell: (row) => String(row.promises) },
  ];
  return (
    <Stack>
      <PageTitle
        lead={t('watch.lead')}
        actions={
          <ButtonRow>
            {mayWrite && (
              <ButtonLink icon="plus" href={to(paths.orgNewWatched(slug))}>
                {t('watch.new')}
              </ButtonLink>
            )}
            <ButtonLink tone="secondary" href={to(paths.orgPriorities(slug))}>
              {t('priorities.title')}
            </ButtonLink>
          </ButtonRow>
        }
      >
        {t('watch.title')}
      </PageTitle>
      <WatchFilter filters={filters} bodies={bodies} years={years} here={(with_ = '') => paths.orgWatch(slug, with_)} />
      {total > 0 && (
        <p className="meta">
          {t('watch.count', { count: total })}
          {' · '}
          <a href={to(paths.orgWatchTable(slug, query))}>{t('watch.table')}</a>
        </p>
      )}
      <DataTable
        caption={t('watch.title')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('watch.empty.title')} example={t('watch.empty.example')}>
            {t('watch.empty.text')}
          </EmptyState>
        }
      />
      {total > size && rows.length > 0 && (
        <Pagination
          from={(page - 1) * size + 1}
          to={(page - 1) * size + rows.length}
          total={total}
          previousHref={page > 1 ? pageHref(page - 1) : null}
          nextHref={page * size < total ? pageHref(page + 1) : null}
        />
      )}
    </Stack>
  );
}
