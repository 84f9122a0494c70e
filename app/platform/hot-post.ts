import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/**
 * A small form that thousands send in the same minute, answered in front of the framework: `handle` says where the person
 * goes next (303), or null when there is something to say; then the page's own action reads the same form and says it.
 */
export type HotPost = {
  path: RegExp;
  handle: (sent: { path: string; body: string; clientKey: string }) => Promise<string | null>;
};

/** No form of this kind is longer. */
const MOST_BYTES = 8 * 1024;
const replays = new WeakMap<IncomingMessage, Buffer>();

/** What a request's body is read from: the request, or what was read of it here already. */
export function bodyOf(req: IncomingMessage): Readable {
  const read = replays.get(req);
  return read ? Readable.from([read]) : req;
}

/** Stands behind the guard against other sites. Anything but a plain short form goes on untouched. */
export function hotPosts(rules: readonly HotPost[], clientKey: (req: Request) => string): RequestHandler {
  return (req, res, next) => {
    const rule = req.method === 'POST' ? rules.find(({ path }) => path.test(req.path)) : undefined;
    const length = Number(req.headers['content-length']);
    const isPlain = req.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
    if (!rule || !isPlain || !(length > 0 && length <= MOST_BYTES)) return next();
    void answer(rule, req, res, next);
  };

  async function answer(rule: HotPost, req: Request, res: Response, next: NextFunction): Promise<void> {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const target = await rule.handle({ path: req.path, body: body.toString('utf8'), clientKey: clientKey(req) });
      if (target !== null) return void res.status(303).set({ Location: target, 'Cache-Control': 'no-store' }).end();
      replays.set(req, body);
      next();
    } catch (error) {
      // Somebody who went away in the middle of sending has nothing to be told.
      if (req.readableAborted) res.destroy();
      else next(error);
    }
  }
}
