import { redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { readReceipt, type ReceiptWork } from '#app/features/legal-aid/receipt.server.ts';
import { paths } from '#app/paths.ts';
import { openRequest, type RequestContext } from '#app/platform/request.server.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** Nothing of these pages is kept by browsers or caches, and no search engine lists them. */
export const unkept: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });

/** With the receipt open; whoever is not, or was away for a quarter of an hour, types it again. */
export async function atReceipt(args: Args): Promise<{ ctx: RequestContext; work: ReceiptWork }> {
  const ctx = await openRequest(args);
  const work = await readReceipt(args.request, ctx.now);
  if (!work) throw redirect(ctx.to(`${paths.legalReceipt()}?done=locked`), 303);
  return { ctx, work };
}
