import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/**
 * A few seconds of memory in front of the pages that everybody gets alike. Only addresses on the list (app/routes.ts),
 * only GET without a cookie, only answers that say `public`. One request renders; those that come meanwhile wait for
 * it. A publication is visible when the entry ends.
 */
export type CacheRule = {
  path: RegExp;
  /** What the address may ask for; anything else in it and the page is rendered. */
  query: readonly string[];
  /** The page's route in the build. */
  route: string;
};

const LIFETIME_MS = 5_000;
const MAX_ENTRIES = 500;

type Entry = {
  status: number;
  headers: Record<string, string | number | string[]>;
  bodies: Bodies;
  expires: number;
  etag: string;
};
type Bodies = { identity: Buffer; gzip?: Buffer; br?: Buffer };

export type MicroCache = {
  /** True when the request may be answered from here. */
  covers: (req: IncomingMessage) => boolean;
  handle: (req: IncomingMessage, res: ServerResponse, next: RequestListener) => void;
  /** True while the request's answer is held back here: nothing behind may compress it or send its head. */
  holds: (req: IncomingMessage) => boolean;
};

export function createMicroCache(rules: readonly CacheRule[]): MicroCache {
  const entries = new Map<string, Entry>();
  const held = new WeakSet<IncomingMessage>();
  const pending = new Map<string, ((entry: Entry | undefined) => void)[]>();

  const covers = (req: IncomingMessage): boolean => {
    if (req.method !== 'GET' || req.headers.cookie !== undefined || req.url === undefined) return false;
    const cut = req.url.indexOf('?');
    const path = cut < 0 ? req.url : req.url.slice(0, cut);
    const rule = rules.find((entry) => entry.path.test(path));
    if (!rule) return false;
    if (cut < 0) return true;
    if (req.url.length > 300) return false;
    for (const key of new URLSearchParams(req.url.slice(cut + 1)).keys()) if (!rule.query.includes(key)) return false;
    return true;
  };

  const handle: MicroCache['handle'] = (req, res, next) => {
    // The demo answers to any host, and pages may name it.
    const key = `${req.headers.host ?? ''}${req.url ?? ''}`;
    const found = entries.get(key);
    if (found && found.expires > Date.now()) return answer(req, res, found);
    const waiting = pending.get(key);
    if (waiting) {
      waiting.push((entry) => (entry ? answer(req, res, entry) : next(req, res)));
      return undefined;
    }
    pending.set(key, []);
    held.add(req);
    hold(res, (entry) => {
      const others = pending.get(key) ?? [];
      pending.delete(key);
      if (entry) {
        entries.delete(key);
        entries.set(key, entry);
        if (entries.size > MAX_ENTRIES) entries.delete(entries.keys().next().value as string);
        answer(req, res, entry);
      }
      for (const resume of others) resume(entry);
    });
    return next(req, res);
  };

  return { covers, handle, holds: (req) => held.has(req) };
}

/**
 * Holds an answer back until it is whole. One that may be shared is handed to `done`, which sends it; any other is
 * sent as it is, and `done` hears of nothing to share.
 */
function hold(res: ServerResponse, done: (entry: Entry | undefined) => void): void {
  const chunks: Buffer[] = [];
  const { write, end } = res;
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  res.write = ((chunk: unknown, encoding?: unknown) => {
    keep(chunk, encoding);
    return true;
  }) as typeof res.write;
  res.end = ((chunk?: unknown, encoding?: unknown) => {
    keep(chunk, encoding);
    res.write = write;
    res.end = end;
    const body = Buffer.concat(chunks);
    const entry = entryOf(res, body);
    done(entry);
    return entry ? res : res.end(body);
  }) as typeof res.end;
  // A client that goes away must not leave the others waiting.
  res.once('close', () => {
    if (!res.writableEnded) done(undefined);
  });
}

function entryOf(res: ServerResponse, body: Buffer): Entry | undefined {
  const isShared =
    res.statusCode === 200 &&
    String(res.getHeader('cache-control') ?? '').startsWith('public') &&
    !res.hasHeader('set-cookie');
  if (!isShared || res.hasHeader('content-encoding')) return undefined;
  const headers: Entry['headers'] = {};
  for (const [name, value] of Object.entries(res.getHeaders())) {
    if (
      value !== undefined &&
      !['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'etag'].includes(name)
    )
      headers[name] = value;
  }
  headers.vary = 'Accept-Encoding, Cookie';
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { status: res.statusCode, headers, bodies: { identity: body }, expires: Date.now() + LIFETIME_MS, etag };
}

function answer(req: IncomingMessage, res: ServerResponse, entry: Entry): void {
  for (const name in entry.headers) res.setHeader(name, entry.headers[name] as string);
  res.setHeader('ETag', entry.etag);
  if (req.headers['if-none-match'] === entry.etag) {
    res.writeHead(304).end();
    return;
  }
  const accepted = String(req.headers['accept-encoding'] ?? '');
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
  const body = (entry.bodies[encoding] ??= compress(entry.bodies.identity, encoding));
  if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding);
  res.setHeader('Content-Length', body.length);
  res.writeHead(entry.status).end(body);
}

function compress(body: Buffer, encoding: 'br' | 'gzip' | 'identity'): Buffer {
  if (encoding === 'br') return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return encoding === 'gzip' ? gzipSync(body, { level: 6 }) : body;
}
