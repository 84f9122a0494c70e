import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseWatchFilters } from '#app/features/authorities/rules/watch-filters.ts';
import { exportDecisions } from '#app/features/authorities/watch.server.ts';
import { decisionTable } from '#app/features/authorities/watch-tables.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';

/** The list under its filters as a file to take away. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'watch.read');
  const rows = await exportDecisions(scope, parseWatchFilters(ctx.url.searchParams));
  return new Response(decisionTable(rows, ctx, { isInside: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${membership.slug}-watch-${dayOf(ctx.now)}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
