import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findCampaign } from '#app/features/campaigns/public-campaign.server.ts';
import { findLetterAction, listPublicDeliveries } from '#app/features/campaigns/delivery-public.server.ts';
import { isCampaignGone } from '#app/features/campaigns/public-queries.server.ts';
import { CampaignPageView } from '#app/features/campaigns/ui/campaign-page.tsx';
import { DeliverySection, LetterTeaser } from '#app/features/campaigns/ui/delivery-section.tsx';
import { isSigningOpen } from '#app/features/campaigns/rules/support.ts';
import { ShareLinks } from '#app/features/campaigns/ui/spread-texts.tsx';
import campaignStyles from '#app/features/campaigns/ui/campaign.css?url';
import { joinAddress } from '#app/features/tasks/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { gone, notFound, openRequest } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
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
  const [deliveries, letter, joinSlug] = await Promise.all([
    listPublicDeliveries(campaign.id, ctx.now),
    findLetterAction(campaign.id),
    joinAddress({ campaignId: campaign.id }),
  ]);
  return publicData(ctx, { campaign, deliveries, letter, joinSlug: joinSlug ?? null, now: ctx.now, address: ctx.url.origin + ctx.to(paths.campaign(slug)), card: ctx.url.origin + paths.campaignCard(slug, ctx.locale) });
}

export default function Campaign() {
  const { campaign, deliveries, letter, joinSlug, now, address } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <CampaignPageView
      campaign={campaign}
      now={now}
      delivery={<DeliverySection slug={campaign.slug} lang={campaign.locale} deliveries={deliveries} now={now} />}
      letter={<LetterTeaser slug={campaign.slug} action={letter} />}
      join={
        joinSlug !== null && (
          <ButtonLink tone="secondary" icon="people" wide href={to(paths.join(joinSlug))}>
            {t('tasks.join.campaign.action')}
          </ButtonLink>
        )
      }
      share={<ShareLinks title={campaign.title} address={address} isOpen={isSigningOpen(campaign, now)} />}
    />
  );
}
