import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DECISIONS_PAGE, listPublicDecisions, listWatchedBodies } from '#app/features/authorities/public-decisions.server.ts';
import { parseWatchFilters, watchQuery } from '#app/features/authorities/rules/watch-filters.ts';
import { DecisionCards } from '#app/features/authorities/ui/decision-cards.tsx';
import { WatchFilter } from '#app/features/authorities/ui/watch-filter.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { loaderHeaders, publicData } from './public-data.ts';

export const handle = { width: 'wide' };
export const headers = loaderHeaders;
export const meta: MetaFunction<typeof loader> = titled('decisions.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const query = ctx.url.searchParams;
  const filters = parseWatchFilters(query);
  const page = Math.min(1000, Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1));
  const [list, watched] = await Promise.all([listPublicDecisions(filters, page), listWatchedBodies()]);
  return publicData(ctx, { ...list, ...watched, filters, page, size: DECISIONS_PAGE });
}

/** Sittings, hearings, budgets and tenders of authorities that organisations watched. */
export default function Decisions() {
  const { bodies, filters, page, rows, size, total, years } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const query = watchQuery(filters);
  const pageHref = (number: number) => to(paths.decisions(`${query}${query ? '&' : '?'}page=${number}`));
  return (
    <Stack>
      <PageTitle lead={t('decisions.lead')}>{t('decisions.title')}</PageTitle>
      <WatchFilter filters={filters} bodies={bodies} years={years} here={paths.decisions} />
      {rows.length === 0 ? (
        <EmptyState
          title={t('decisions.empty.title')}
          action={<ButtonLink href={to(paths.authorities())}>{t('authorities.public.title')}</ButtonLink>}
        >
          {t('decisions.empty.text')}
        </EmptyState>
      ) : (
        <>
          <p className="meta">
            {t('watch.count', { count: total })}
            {' · '}
            <a href={to(paths.decisionsTable(query))}>{t('watch.table')}</a>
          </p>
          <DecisionCards
            level={2}
            decisions={rows.map(({ id, kind, title, on, body, organisation }) => ({
              id,
              kind,
              title,
              on,
              by: [body.names[locale], t('decisions.watched-by', { organisation: organisation.names[locale] })].join(' · '),
            }))}
          />
        </>
      )}
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
