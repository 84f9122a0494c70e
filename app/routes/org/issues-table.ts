import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseStaffFilters } from '#app/features/issues/rules/staff-filters.ts';
import { exportIssues } from '#app/features/issues/staff-export.server.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';

/** The list under its filters as a file to take away. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'issue.read');
  const table = await exportIssues(scope, parseStaffFilters(ctx.url.searchParams), ctx);
  return new Response(table, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${membership.slug}-${ctx.now.toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
