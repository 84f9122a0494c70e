import type { LoaderFunctionArgs } from '@remix-run/node';
import { readReceiptHolder } from '#app/features/issues/receipt-cookie.server.ts';
import { findOwnPhoto } from '#app/features/issues/receipt-queries.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock.server.ts';
import { getFile } from '#app/platform/files.server.ts';
import { notFound } from '#app/platform/request.server.ts';

/** A picture of one's own report, through its receipt: also before it is published, and never kept by anybody. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const holder = readReceiptHolder(request, now());
  const key = holder && isId(params.id) ? await findOwnPhoto(holder, params.id) : null;
  const bytes = key === null ? null : await getFile(key);
  if (bytes === null) throw notFound();
  return new Response(bytes as BodyInit, { headers: { 'Cache-Control': 'no-store', 'Content-Type': 'image/jpeg', 'X-Content-Type-Options': 'nosniff' } });
}
