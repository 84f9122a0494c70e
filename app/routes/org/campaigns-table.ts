import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportOwnCampaigns, ownTotals } from '#app/features/campaigns/campaign-list.server.ts';
import { ownTable } from '#app/features/campaigns/campaign-tables.server.ts';
import { parseCampaignFilters } from '#app/features/campaigns/rules/campaign-filters.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';

/** The list under its filters as a file to take away. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const lines = await exportOwnCampaigns(scope, parseCampaignFilters(ctx.url.searchParams));
  const totals = await ownTotals(
    scope,
    lines.map((line) => line.id),
  );
  return new Response(ownTable(lines, totals, ctx), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${membership.slug}-kampaniyalar-${ctx.now.toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
