import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { issueQuery, parseIssueFilters } from '#app/features/issues/public-filters.ts';
import { findPoint } from '#app/features/issues/map.server.ts';
import { mapBounds, REGION_BOXES } from '#app/features/issues/map-view.ts';
import { listIssues } from '#app/features/issues/public-queries.server.ts';
import { PUBLIC_STATES } from '#app/features/issues/rules/lifecycle.ts';
import { IssueCardLink } from '#app/features/issues/ui/issue-card.tsx';
import { IssueFilterBar } from '#app/features/issues/ui/issue-filters.tsx';
import { stateTone } from '#app/features/issues/ui/state-label.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { wordsFor } from '#app/i18n/words.ts';
import { isLocale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import type { PublicHandle } from '#app/routes/public/layout.tsx';
import { CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Island } from '#app/ui/island.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Section } from '#app/ui/stack.tsx';
import { SplitView } from '#app/ui/split-view.tsx';

export const handle: PublicHandle = { width: 'full' };
export const meta: MetaFunction = ({ params }) => [{ title: `${wordsFor(isLocale(params.lang) ? params.lang : 'az')('issues.map.title')} · İcma` }];

/** A map's list twin needs no more rows than a screen or two. */
const LISTED = 12;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const filters = parseIssueFilters(ctx.url.searchParams);
  const page = await listIssues(filters, {}, LISTED);
  // `?issue=`: opened from a report's page, in its middle.
  const asked = Number(ctx.url.searchParams.get('issue') ?? '0');
  const focus = Number.isSafeInteger(asked) && asked > 0 ? await findPoint(asked) : null;
  const view = { filters, focus, page, now: ctx.now, bounds: mapBounds(filters.region), regions: REGION_BOXES };
  return data(view, ctx.actor.kind === 'anonymous' ? { headers: { 'Cache-Control': 'public, max-age=0, s-maxage=5' } } : {});
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export default function MapPage() {
  const { filters, focus, page, now, bounds, regions } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const query = issueQuery(filters);
  const island = {
    locale,
    bounds,
    regions,
    focus,
    filters: query.slice(1),
    issueHref: `${to(paths.issues())}/`,
    states: Object.fromEntries(PUBLIC_STATES.map((state) => [state, { words: t(`issues.state.${state}`), tone: stateTone(state) }])),
    words: {
      open: t('issues.map.open'),
      cluster: t('issues.map.cluster', { n: '{n}' }),
      blurred: t('issues.map.blurred'),
      byWords: t('issues.map.by-words'),
      failed: t('issues.map.failed'),
      here: t('issues.map.here', { n: '{n}' }),
      zoomIn: t('issues.map.zoom-in'),
      zoomOut: t('issues.map.zoom-out'),
      close: t('issues.map.close'),
    },
  };
  return (
    <SplitView
      mapLabel={t('issues.map.title')}
      map={
        <Island name="issue-map" data={island}>
          <p className="meta p-4">{t('issues.map.no-script')}</p>
        </Island>
      }
    >
      <PageTitle lead={t('issues.map.lead', { count: page.total })}>{t('issues.map.title')}</PageTitle>
      <IssueFilterBar filters={filters} on="map" />
      {page.items.length > 0 ? (
        <Section title={t('issues.map.newest')}>
          <CardList>
            {page.items.map((issue) => (
              <IssueCardLink key={issue.ref} issue={issue} now={now} level={3} />
            ))}
          </CardList>
        </Section>
      ) : (
        <EmptyState title={t('issues.public.empty.title')}>{t('issues.public.empty.text')}</EmptyState>
      )}
      <LinkMore href={to(paths.issues(query))}>{t('issues.map.as-list')}</LinkMore>
    </SplitView>
  );
}
