import type { LoaderFunctionArgs } from '@remix-run/node';
import { readKeptFile } from '#app/features/campaigns/document-files.server.ts';
import { findPublicFile } from '#app/features/campaigns/public-queries.server.ts';
import { fileResponse } from '#app/platform/file-response.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { notFound } from '#app/platform/request.server.ts';

/** A public paper of a published campaign; asked anew each time, so that one taken back is gone within the minute. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = isId(params.document) ? await findPublicFile(params.slug ?? '', params.document) : null;
  const bytes = found ? await readKeptFile(found.fileKey) : null;
  if (!found || !bytes) throw notFound();
  return fileResponse(bytes, found, 'public, max-age=30');
}
