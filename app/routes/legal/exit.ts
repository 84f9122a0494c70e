import type { LoaderFunctionArgs } from '@remix-run/node';
import { dropCookie, endUnlock } from '#app/features/legal-aid/unlock.server.ts';
import { log } from '#app/platform/log.server.ts';

/** An everyday page, where whoever looks over a shoulder sees nothing of us. */
const ELSEWHERE = 'https://az.wikipedia.org/';

/**
 * The way out of the pages where being seen could hurt: a plain link leads here, so that without scripts too the receipt that
 * is open in this browser is closed behind whoever leaves. The cookie goes with the answer, which waits for nothing.
 */
export function loader({ request }: LoaderFunctionArgs): Response {
  endUnlock(request, 'receipt').catch((error: unknown) => {
    log.error({ kind: (error as Error).name }, 'closing a receipt on the way out failed');
  });
  return new Response(null, {
    status: 303,
    headers: {
      Location: ELSEWHERE,
      'Set-Cookie': dropCookie('receipt'),
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  });
}
