import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicTable } from '#app/features/campaigns/campaign-tables.server.ts';
import { exportPublicCampaigns } from '#app/features/campaigns/public-queries.server.ts';
import { parseCampaignFilters } from '#app/features/campaigns/rules/campaign-filters.ts';
import { openRequest } from '#app/platform/request.server.ts';

/** The public list under its filters as a file to take away. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { state: _inside, ...filters } = parseCampaignFilters(ctx.url.searchParams);
  return new Response(publicTable(await exportPublicCampaigns(filters), ctx), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="kampaniyalar.csv"',
      'Cache-Control': 'no-store',
    },
  });
}
