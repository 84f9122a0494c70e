import { RemixServer } from '@remix-run/react';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { renderToString } from 'react-dom/server';
import { log } from '#app/platform/log.server.ts';
import { keeperOf } from '#app/platform/outbox.server.ts';
import { renderNamed } from '#app/ui/field-names.tsx';

// What `server.ts` and `worker.ts` need from behind the bundle: importing it twice would make two pools.
export { frontRules, hotHandlers, hotPatterns, quickPosts } from '#app/front-routes.server.ts';
export { metrics, probe } from '#app/platform/front.server.ts';
export { closePools } from '#db/client.server.ts';
export { closeWorkerPool } from '#app/platform/worker-sql.server.ts';
export { log } from '#app/platform/log.server.ts';
export { tasks, crontab } from '#app/jobs.server.ts';
export { startCounter } from '#app/features/campaigns/support-counter.server.ts';

const texts = new WeakMap<Response, string>();

/** The text of a page that was rendered here, so that the server need not read it out of a stream again. */
export const pageText = (response: Response): string | undefined => texts.get(response);

/** Pages have all their data before they render, so they are rendered whole: half the work of a stream, and cacheable. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  asked: AppLoadContext,
): Promise<Response> {
  // No page runs the framework's script, so nothing reads the stream of data that it would start from.
  void context.serverHandoffStream?.cancel();
  const html = renderNamed(
    <RemixServer context={{ ...context, serverHandoffStream: undefined }} url={request.url} />,
    renderToString,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  // Whose page it is: the service worker forgets what it kept for somebody else (decision 016).
  const actor = await asked.actor;
  if (actor?.kind === 'user') headers.set('Icma-Keeper', keeperOf(actor.userId));
  // Busy or being mended: an automaton is told when to come again.
  if (status === 503 && !headers.has('Retry-After')) headers.set('Retry-After', '10');
  const text = `<!doctype html>${html}`;
  const response = new Response(text, { status, headers });
  texts.set(response, text);
  return response;
}

/** Thrown responses (404, 403 …) are answers, not errors; everything else is logged without what the person sent. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  // Somebody who went away before the answer came is no fault of ours.
  if (error instanceof Response || (error instanceof Error && error.name === 'AbortError')) return;
  if (typeof error === 'object' && error !== null && 'status' in error && 'internal' in error) return;
  log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, 'request failed');
}
