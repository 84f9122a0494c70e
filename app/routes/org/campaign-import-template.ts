import type { LoaderFunctionArgs } from '@remix-run/node';
import { pastTemplate } from '#app/features/campaigns/past-plan.server.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';

/** An empty table with the columns' names and one row to show how. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  requireMember(ctx, args.params.org, 'campaign.write');
  return new Response(pastTemplate(ctx), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="kampaniyalar.csv"',
      'Cache-Control': 'no-store',
    },
  });
}
