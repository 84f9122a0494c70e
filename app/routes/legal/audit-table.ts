import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseTrailFilters } from '#app/features/legal-aid/rules/trail-filters.ts';
import { trailTable } from '#app/features/legal-aid/trail.server.ts';
import { atDesk } from './at-desk.ts';

/** The desk's trail under its filters as a file to take away. The name says nothing of what it is about. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, work } = await atDesk(args, 'lead');
  const table = await trailTable(work.scope, parseTrailFilters(ctx.url.searchParams), ctx.t);
  return new Response(table, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="jurnal-${work.today}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
