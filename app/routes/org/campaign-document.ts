import type { LoaderFunctionArgs } from '@remix-run/node';
import { findOwnFile } from '#app/features/campaigns/campaign-rooms.server.ts';
import { readKeptFile } from '#app/features/campaigns/document-files.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { fileResponse } from '#app/platform/file-response.server.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';

/** A paper for the organisation's eyes, public or not. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const { id, document } = args.params;
  const found = isId(id) && isId(document) ? await findOwnFile(scope, id, document) : null;
  const bytes = found ? await readKeptFile(found.fileKey) : null;
  if (!found || !bytes) throw notFound();
  return fileResponse(bytes, found, 'private, no-store');
}
