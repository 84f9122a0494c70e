import type { LoaderFunctionArgs } from '@remix-run/node';
import { readStaffPhoto } from '#app/features/issues/staff-issue.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';

/** A picture for the organisation's eyes, published or not. Never kept by anything in between. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireMember(ctx, args.params.org, 'issue.read');
  const { id, photo, size } = args.params;
  if (!isId(id) || !isId(photo) || (size !== 'full' && size !== 'thumb')) throw notFound();
  const bytes = await readStaffPhoto(scope, id, photo, size);
  if (!bytes) throw notFound();
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
