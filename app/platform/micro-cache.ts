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
};

const LIFETIME_MS = 5_000;
const MAX_ENTRIES = 500;

type Coding = 'identity' | 'gzip' | 'br';
/** An answer as it goes out: its head in the flat form that node writes without looking at it again. */
type Ready = { head: string[]; body: Buffer };
type Entry = { head: string[]; raw: Buffer; ready: Partial<Record<Coding, Ready>>; expires: number; etag: string };

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
    if (req.method !== 'GET' || req.url === undefined || req.headers.cookie !== undefined) return false;
    // What is kept was covered when it came.
    if (entries.has(keyOf(req))) return true;
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
    const key = keyOf(req);
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

/** The demo answers to any host, and pages may name it. */
const keyOf = (req: IncomingMessage): string => `${req.headers.host ?? ''}${req.url ?? ''}`;

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
  const head: string[] = [];
  for (const [name, value] of Object.entries(res.getHeaders())) {
    if (value === undefined || OWN.has(name)) continue;
    for (const one of Array.isArray(value) ? value : [String(value)]) head.push(name, one);
  }
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  head.push('vary', 'Accept-Encoding, Cookie', 'etag', etag);
  return { head, raw: body, ready: {}, expires: Date.now() + LIFETIME_MS, etag };
}

/** Said anew for each answer, or by node. */
const OWN = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'etag', 'vary']);

function answer(req: IncomingMessage, res: ServerResponse, entry: Entry): void {
  // The one who asked first has the same names set already; they are written from the entry for everybody.
  if (!res.headersSent) for (const name of res.getHeaderNames()) res.removeHeader(name);
  if (req.headers['if-none-match'] === entry.etag) {
    res.writeHead(304, entry.head).end();
    return;
  }
  const accepted = req.headers['accept-encoding'];
  const { head, body } = readyIn(entry, typeof accepted === 'string' ? codingOf(accepted) : 'identity');
  res.writeHead(200, head).end(body);
}

const codingOf = (accepted: string): Coding =>
  accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';

/** Compressed once, when somebody first asks for it so. */
function readyIn(entry: Entry, coding: Coding): Ready {
  let ready = entry.ready[coding];
  if (!ready) {
    const body = compress(entry.raw, coding);
    const head = [...entry.head, 'content-length', String(body.length)];
    if (coding !== 'identity') head.push('content-encoding', coding);
    ready = { head, body };
    entry.ready[coding] = ready;
  }
  return ready;
}

function compress(body: Buffer, coding: Coding): Buffer {
  if (coding === 'br') return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return coding === 'gzip' ? gzipSync(body, { level: 6 }) : body;
}
