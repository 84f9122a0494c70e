import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { COUNT_CAP } from '#app/features/issues/rules/views.ts';
import { issueQuery, parseIssueFilters } from '#app/features/issues/public-filters.ts';
import { listIssues } from '#app/features/issues/public-queries.server.ts';
import { IssueCardLink } from '#app/features/issues/ui/issue-card.tsx';
import { IssueFilterBar } from '#app/features/issues/ui/issue-filters.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { loaderHeaders, publicData } from './public-data.ts';

export const handle = { width: 'wide' };
export const headers = loaderHeaders;
export const meta: MetaFunction<typeof loader> = titled('issues.public.list.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const query = ctx.url.searchParams;
  const filters = parseIssueFilters(query);
  const page = await listIssues(filters, { after: query.get('after'), before: query.get('before') });
  return publicData(ctx, { filters, page, now: ctx.now });
}

export default function Issues() {
  const { filters, page, now } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const count = page.isCapped ? t('issues.public.count.many', { number: COUNT_CAP }) : t('issues.public.count', { count: page.total });
  const at = (cursor: Record<string, string>) => to(paths.issues(issueQuery(filters, cursor)));
  return (
    <>
      <PageTitle
        lead={t('issues.public.list.lead')}
        actions={
          <ButtonLink icon="plus" href={to(paths.newIssue() + issueQuery({ region: filters.region, category: filters.category }))}>
            {t('common.nav.report')}
          </ButtonLink>
        }
      >
        {filters.region ? t('issues.public.list.in', { place: regionName(filters.region, locale) }) : t('issues.public.list.title')}
      </PageTitle>
      <IssueFilterBar filters={filters} />
      {page.items.length === 0 ? (
        <EmptyState
          title={t('issues.public.empty.title')}
          example={t('issues.public.empty.example')}
          action={<ButtonLink href={to(paths.newIssue())}>{t('common.nav.report')}</ButtonLink>}
        >
          {t('issues.public.empty.text')}
        </EmptyState>
      ) : (
        <>
          <p className="meta" id="count">
            {count}
          </p>
          <CardList columns={2} label={t('issues.public.list.title')}>
            {page.items.map((issue) => (
              <IssueCardLink key={issue.ref} issue={issue} now={now} level={2} />
            ))}
          </CardList>
          {(page.next !== null || page.previous !== null) && (
            <Pagination previousHref={page.previous && at({ before: page.previous })} nextHref={page.next && at({ after: page.next })} />
          )}
        </>
      )}
    </>
  );
}
