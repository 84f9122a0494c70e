import type { LoaderFunctionArgs } from '@remix-run/node';
import { importTemplate } from '#app/features/issues/import-template.server.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';

/** An empty table with the columns' names and one row to show how. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  requireMember(ctx, args.params.org, 'issue.import');
  return new Response(importTemplate(ctx), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="icma.csv"',
      'Cache-Control': 'no-store',
    },
  });
}
