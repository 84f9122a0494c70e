import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findCampaign } from '#app/features/campaigns/public-campaign.server.ts';
import { isCampaignGone } from '#app/features/campaigns/public-queries.server.ts';
import { CampaignPageView } from '#app/features/campaigns/ui/campaign-page.tsx';
import campaignStyles from '#app/features/campaigns/ui/campaign.css?url';
import { paths } from '#app/paths.ts';
import { gone, notFound, openRequest } from '#app/platform/request.server.ts';
import { loaderHeaders, publicData } from './public-data.ts';
import { errorTitle } from './public-error.tsx';

export const handle = { width: 'wide' };
export const headers = loaderHeaders;
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: campaignStyles }];
export { PublicError as ErrorBoundary } from './public-error.tsx';

export const meta: MetaFunction<typeof loader> = ({ data, error, params }) => {
  if (!data) return errorTitle(error, params.lang);
  const { title, summary } = data.campaign;
  return [
    { title: `${title} · İcma` },
    { name: 'description', content: summary },
    { property: 'og:type', content: 'article' },
    { property: 'og:site_name', content: 'İcma' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: summary },
    { property: 'og:image', content: data.card },
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const slug = args.params.slug ?? '';
  const campaign = await findCampaign(slug, ctx.now);
  if (!campaign) throw (await isCampaignGone(slug)) ? gone() : notFound();
  return publicData(ctx, { campaign, now: ctx.now, card: ctx.url.origin + paths.campaignCard(slug, ctx.locale) });
}

export default function Campaign() {
  const { campaign, now } = useLoaderData<typeof loader>();
  return <CampaignPageView campaign={campaign} now={now} />;
}
