import type { LoaderFunctionArgs } from '@remix-run/node';
import { getCollecting } from '#app/features/campaigns/support-campaign.server.ts';
import { getOwnLink } from '#app/features/campaigns/support-links.server.ts';
import { pointPoster } from '#app/features/campaigns/support-print.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';
import { pdfAnswer } from './campaign-print.server.ts';

/** The poster of one's own collection point or link: its QR code on A4. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const { id, link: linkId } = args.params;
  if (!isId(id) || !isId(linkId)) throw notFound();
  const [campaign, link] = await Promise.all([getCollecting(scope, id), getOwnLink(scope, id, linkId)]);
  if (!campaign || !link || link.closedAt) throw notFound();
  const bytes = await pointPoster({
    title: campaign.title,
    organisation: membership.names.az,
    label: link.label,
    address: ctx.url.origin + paths.campaignLink(link.code),
    now: ctx.now,
    isSample: isDemo(),
  });
  return pdfAnswer(bytes, 'plakat.pdf');
}
