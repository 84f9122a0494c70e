import type { IncomingMessage } from 'node:http';
import {
  createReadableStreamFromReadable,
  createRequestHandler,
  writeReadableStreamToWritable,
  type AppLoadContext,
  type ServerBuild,
} from '@remix-run/node';
import type { Request as Asked, RequestHandler, Response as Answer } from 'express';
import { bodyOf } from './hot-post.ts';

/**
 * Answers with the pages of a build, of which `buildFor` gives the part that an address needs. The framework's own
 * adapter reads a page out of a web stream, which costs more than the page's loader: `pageText` says a rendered page's
 * text, which is written as it is; anything else (a file, a refusal, a redirect) is streamed.
 */
export function pageHandler(
  buildFor: (pathname: string) => ServerBuild,
  pageText: (response: Response) => string | undefined,
  getContext: (req: Asked) => AppLoadContext,
): RequestHandler {
  const handlers = new WeakMap<ServerBuild, ReturnType<typeof createRequestHandler>>();
  const handlerFor = (build: ServerBuild) => {
    let handle = handlers.get(build);
    if (!handle) handlers.set(build, (handle = createRequestHandler(build, 'production')));
    return handle;
  };
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
    const response = await handlerFor(buildFor(req.path))(request, context);
    res.statusMessage = response.statusText;
    res.status(response.status);
    for (const [name, value] of response.headers) res.append(name, value);
    const text = pageText(response);
    if (req.method === 'HEAD') await response.body?.cancel();
    if (req.method === 'HEAD' || text !== undefined || !response.body) return void res.end(text);
    await writeReadableStreamToWritable(response.body, res);
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
