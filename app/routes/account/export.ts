import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportAccount } from '#app/features/accounts/queries.server.ts';
import { notFound, openRequest, requireUser } from '#app/platform/request.server.ts';

/** Everything held about oneself, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const records = await exportAccount(requireUser(ctx), ctx.now);
  if (!records) throw notFound();
  return new Response(JSON.stringify(records, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="icma-${ctx.now.toISOString().slice(0, 10)}.json"`,
      'Cache-Control': 'no-store',
    },
  });
}
