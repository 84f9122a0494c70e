import type { IncomingMessage } from 'node:http';
import {
  createReadableStreamFromReadable,
  createRequestHandler,
  type AppLoadContext,
  type ServerBuild,
} from '@remix-run/node';
import type { Request as Asked, RequestHandler, Response as Answer } from 'express';
import { bodyOf } from './hot-post.ts';

/**
 * Answers with the pages of `build`. The framework's own adapter reads a page out of a web stream, which costs more
 * than the page's loader: `pageText` says a rendered page's text, which is written as it is; any other answer (a
 * refusal, a redirect) has little or no body.
 */
export function pageHandler(
  build: ServerBuild,
  pageText: (response: Response) => string | undefined,
  getContext: (req: Asked) => AppLoadContext,
): RequestHandler {
  const handle = createRequestHandler(build, 'production');
  const answer = async (req: Asked, res: Answer): Promise<void> => {
    const context = getContext(req);
    const hasBody = req.method !== 'GET' && req.method !== 'HEAD';
    const body = hasBody
      ? { body: createReadableStreamFromReadable(bodyOf(req)), duplex: 'half' as const, signal: goneAway(res) }
      : {};
    const request = new Request(context.origin + req.originalUrl, {
      method: req.method,
      headers: headersOf(req),
      ...body,
    });
    const response = await handle(request, context);
    res.statusMessage = response.statusText;
    res.status(response.status);
    for (const [name, value] of response.headers) res.append(name, value);
    res.end(req.method === 'HEAD' ? undefined : (pageText(response) ?? Buffer.from(await response.arrayBuffer())));
  };
  return (req, res, next) => void answer(req, res).then(undefined, next);
}

/** Aborted when the client leaves before it has its answer: a form that breaks off half way is not an error of ours. */
function goneAway(res: Answer): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  return controller.signal;
}

function headersOf(req: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name in req.headers) {
    const value = req.headers[name];
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
