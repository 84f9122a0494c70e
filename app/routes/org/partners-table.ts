import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportPartners } from '#app/features/media/tables.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';

/** The room's list as a file to take away; names, no contacts. The trail says who took it. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'people.export');
  return new Response(await exportPartners(scope, ctx), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${membership.slug}-partners-${dayOf(ctx.now)}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
