import { Readable } from 'node:stream';
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { EXPORT_NAME, exportCase } from '#app/features/legal-aid/case-export.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';

/** Everything the applicant may read, made while it is sent; nothing of it is written down here. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const work = await readReceipt(args.request, ctx.now);
  const zip = work && (await exportCase(work, ctx.locale));
  if (!zip) throw notFound();
  return new Response(createReadableStreamFromReadable(Readable.from(zip)), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${EXPORT_NAME}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
