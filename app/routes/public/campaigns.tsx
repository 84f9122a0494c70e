import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCampaigns } from '#app/features/campaigns/public-queries.server.ts';
import { campaignQuery, parseCampaignFilters } from '#app/features/campaigns/rules/campaign-filters.ts';
import { CampaignCardLink } from '#app/features/campaigns/ui/campaign-card.tsx';
import { CampaignFilterBar } from '#app/features/campaigns/ui/campaign-filters.tsx';
import campaignStyles from '#app/features/campaigns/ui/campaign.css?url';
import { useWords } from '#app/i18n/words-context.tsx';
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
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: campaignStyles }];
export const meta: MetaFunction<typeof loader> = titled('campaigns.list.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const query = ctx.url.searchParams;
  const { state: _inside, ...filters } = parseCampaignFilters(query);
  return publicData(ctx, { filters, page: await listCampaigns(filters, { after: query.get('after'), before: query.get('before') }) });
}

/** What organisations ask of authorities together with people, and what came of it. */
export default function Campaigns() {
  const { filters, page } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  const at = (cursor: Record<string, string>) => to(paths.campaigns(campaignQuery(filters, cursor)));
  return (
    <>
      <PageTitle lead={t('campaigns.list.lead')}>{t('campaigns.list.title')}</PageTitle>
      <CampaignFilterBar filters={filters} here={paths.campaigns} />
      {page.items.length === 0 ? (
        <EmptyState title={t('campaigns.empty.title')} example={t('campaigns.empty.example')} action={<ButtonLink href={to(paths.organisations())}>{t('common.nav.organisations')}</ButtonLink>}>
          {t('campaigns.empty.text')}
        </EmptyState>
      ) : (
        <>
          <p className="meta">
            {t('campaigns.count', { count: page.total })}{' · '}
            <a href={to(paths.campaignsTable(campaignQuery(filters)))}>{t('campaigns.list.table')}</a>
          </p>
          <CardList columns={2} label={t('campaigns.list.title')}>
            {page.items.map((campaign) => (
              <CampaignCardLink key={campaign.id} campaign={campaign} level={2} />
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
