import type { LoaderFunctionArgs } from '@remix-run/node';
import { getCampaign } from '#app/features/campaigns/campaign-detail.server.ts';
import { collectorNames } from '#app/features/campaigns/signing-campaign.server.ts';
import { campaignPoster } from '#app/features/campaigns/spread-poster.server.ts';
import { getOwnLink } from '#app/features/campaigns/support-links.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';

/** The campaign's poster in the page's language; with `?link=` the code is the volunteer's own. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const campaign = isId(args.params.id) ? await getCampaign(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  const wanted = ctx.url.searchParams.get('link');
  const link = isId(wanted) ? await getOwnLink(scope, campaign.id, wanted) : undefined;
  if (wanted !== null && !link) throw notFound();
  const names = await collectorNames(campaign.organisationId);
  const pdf = await campaignPoster({
    title: campaign.title,
    summary: campaign.summary,
    organisation: names[ctx.locale],
    address: ctx.url.origin + ctx.to(link ? paths.campaignLink(link.code) : paths.campaign(campaign.slug)),
    locale: ctx.locale,
    now: ctx.now,
    isSample: isDemo(),
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="plakat.pdf"',
      'Cache-Control': 'no-store',
    },
  });
}
