import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportPublicDecisions } from '#app/features/authorities/public-decisions.server.ts';
import { parseWatchFilters } from '#app/features/authorities/rules/watch-filters.ts';
import { decisionTable } from '#app/features/authorities/watch-tables.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { openRequest } from '#app/platform/request.server.ts';

/** The public list under its filters as a file to take away. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const rows = await exportPublicDecisions(parseWatchFilters(ctx.url.searchParams));
  return new Response(decisionTable(rows, ctx, { isInside: false }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="decisions-${dayOf(ctx.now)}.csv"`,
      'Cache-Control': 'public, max-age=0, s-maxage=5',
    },
  });
}
