import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { issueQuery, parseIssueFilters } from '#app/features/issues/public-filters.ts';
import { countByGroup, listIssues } from '#app/features/issues/public-queries.server.ts';
import { HomeView } from '#app/features/issues/ui/home.tsx';
import { wordsFor } from '#app/i18n/words.ts';
import { DEFAULT_LOCALE, isLocale } from '#app/kernel/locale.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { loaderHeaders, publicData } from './public-data.ts';

export const headers = loaderHeaders;
export const handle = { width: 'wide' };

export const meta: MetaFunction = ({ params }) => {
  const t = wordsFor(isLocale(params.lang) ? params.lang : DEFAULT_LOCALE);
  return [{ title: `İcma · ${t('common.tagline')}` }, { name: 'description', content: t('issues.public.home.lead') }];
};

const NEWEST = 6;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { region } = parseIssueFilters(ctx.url.searchParams);
  const [newest, totals] = await Promise.all([listIssues({ region }, {}, NEWEST), countByGroup({ region })]);
  return publicData(ctx, { region, newest: newest.items, totals, now: ctx.now, listQuery: issueQuery({ region }) });
}

export default function Home() {
  return <HomeView {...useLoaderData<typeof loader>()} />;
}
