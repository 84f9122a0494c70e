import type { LoaderFunctionArgs } from '@remix-run/node';
import { findPhotoFile, isPhotoGone } from '#app/features/issues/public-queries.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { hmac } from '#app/platform/crypto.server.ts';
import { getFile } from '#app/platform/files.server.ts';
import { gone, notFound } from '#app/platform/request.server.ts';

/**
 * A published picture. Each request asks anew whether it is published; kept no longer than half a minute, so that one
 * that was taken back is gone within the minute.
 */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { id, size } = params;
  if (!isId(id) || (size !== 'full' && size !== 'thumb')) throw notFound();
  const key = await findPhotoFile(id, size);
  const bytes = key === null ? null : await getFile(key);
  if (key === null || bytes === null) throw (await isPhotoGone(id)) ? gone() : notFound();
  // A changed picture (a part blacked out) is a new file under a new name; the name itself stays inside.
  const etag = `"${tokenOf(key)}"`;
  const headers = { 'Cache-Control': 'public, max-age=30', ETag: etag, 'Content-Type': 'image/jpeg', 'X-Content-Type-Options': 'nosniff', 'Content-Disposition': 'inline' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(bytes as BodyInit, { headers });
}

const tokenOf = (key: string): string => hmac('photo-etag', key).slice(0, 32);
