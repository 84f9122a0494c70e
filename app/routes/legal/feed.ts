import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFeed } from '#app/features/legal-aid/feed.server.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';

/** A lawyer's dates for a calendar program: whoever has the address has the days, and nothing else. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const secret = /^(.+)\.ics$/u.exec(args.params.file ?? '')?.[1] ?? '';
  const calendar = await readFeed(secret, ctx);
  if (calendar === null) throw notFound();
  return new Response(calendar, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="dates.ics"',
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  });
}
