/**
 * The web process: one http server; the micro-cache and the hot data paths in front, then express with headers,
 * guard and files, then Remix. Everything with a database comes out of the bundle (`build.entry.module`), so that
 * there is one pool.
 */
import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Request } from 'express';
import { partsOf } from './platform/build-part.ts';
import { networkOf } from './platform/client-network.ts';
import { env, isDemo } from './platform/env.server.ts';
import { hotPosts } from './platform/hot-post.ts';
import { bodyLimit, lastResort, permissions, sameSiteOnly, securityHeaders, tidyAddress } from './platform/http.ts';

import { createMicroCache } from './platform/micro-cache.ts';
import { pageHandler } from './platform/page-handler.ts';

type Build = ServerBuild & { entry: { module: typeof import('./entry.server.tsx') } };

const { HOST, ICMA_BUILD_DIR, ICMA_DEV, METRICS_TOKEN, PORT, PUBLIC_URL, TRUST_PROXY } = env();
const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const vite = ICMA_DEV ? await (await import('vite')).createServer({ server: { middlewareMode: true } }) : undefined;
const load = (): Promise<Build> =>
  vite
    ? (vite.ssrLoadModule('virtual:remix/server-build') as Promise<Build>)
    : (import(root(`${ICMA_BUILD_DIR}/server/index.js`)) as Promise<Build>);
const build = await load();
const { closePools, frontRules, hotHandlers, hotPatterns, log, metrics, pageText, probe, quickPosts } =
  build.entry.module;

const publicOrigin = PUBLIC_URL ? new URL(PUBLIC_URL).origin : '';
/** Without a configured address (demo, development) the host that was asked is believed. */
const originOf = (req: Request): string => {
  if (PUBLIC_URL) return publicOrigin;
  const host = req.get('host') ?? '';
  return `${req.protocol}://${/^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host) ? host : 'localhost'}`;
};
/** The client's network for limits: the address itself is neither logged nor stored. */
const clientKey = (req: Request): string =>
  createHash('sha256')
    .update(networkOf(req.ip ?? ''))
    .digest('base64url');

const cache = createMicroCache(frontRules);
const app = express();
app.disable('x-powered-by');
app.set('trust proxy', TRUST_PROXY);
app.use((req, res, next) => {
  const started = process.hrtime.bigint();
  res.on('finish', () => {
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    metrics.observe(req.method, res.statusCode, seconds);
    log.debug({ method: req.method, status: res.statusCode, ms: Math.round(seconds * 1000) }, 'answered');
  });
  next();
});
// Built files are named by their content and are no documents: of all headers they need two. On a slow network the
// others are most of what a small script weighs.
const compress = compression();
const built = (folder: string) =>
  express.static(root(`${ICMA_BUILD_DIR}/${folder}`), {
    immutable: true,
    maxAge: '1y',
    index: false,
    redirect: false,
    etag: false,
    lastModified: false,
    acceptRanges: false,
    setHeaders: (res) => void res.setHeader('X-Content-Type-Options', 'nosniff'),
  });
app.use('/assets', compress, built('client/assets'));
app.use('/islands', compress, built('islands'));

app.use(securityHeaders(PUBLIC_URL?.startsWith('https:') ?? false), permissions, tidyAddress);

// Asked for anew at each visit: what it keeps on phones goes with the build that it belongs to (decision 016).
app.get('/sw.js', compress, (_req, res, next) =>
  res.sendFile(
    'sw.js',
    { root: root(`${ICMA_BUILD_DIR}/islands`), cacheControl: false, headers: { 'Cache-Control': 'no-cache' } },
    (error) => error && next(),
  ),
);

app.get('/healthz', (_req, res) => void res.type('txt').send('ok'));
app.get('/readyz', (_req, res, next) => {
  probe().then(
    (isUp) =>
      res
        .status(isUp && !isStopping ? 200 : 503)
        .type('txt')
        .send(isUp ? 'ready' : 'no database'),
    next,
  );
});
app.get('/metrics', (req, res, next) => {
  const isLocal =
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(req.socket.remoteAddress ?? '') && TRUST_PROXY === 0;
  const isAllowed = METRICS_TOKEN ? req.get('authorization') === `Bearer ${METRICS_TOKEN}` : isLocal;
  if (!isAllowed) return void res.sendStatus(404);
  metrics.text().then((text) => res.type(metrics.contentType).send(text), next);
});

app.use(sameSiteOnly(originOf), bodyLimit(40 * 1024 * 1024));
// In development the framework's own adapter answers, which must read the body itself.
if (!vite) app.use(hotPosts(quickPosts, clientKey));
// What the micro-cache holds is compressed there, once.
app.use((req, res, next) => (cache.holds(req) ? next() : compress(req, res, next)));
const getLoadContext = (req: Request) => ({ clientKey: clientKey(req), origin: originOf(req) });
if (vite) app.use(vite.middlewares);
// A file has a dot in its address; for anything else the disk need not be asked.
const files = express.static(root('public'), { maxAge: '1h', index: false });
app.use((req, res, next) => (req.path.includes('.') ? files(req, res, next) : next()));
// In development the build changes, so the whole of it answers.
app.all(
  '*',
  vite
    ? createRequestHandler({ build: load, mode: 'development', getLoadContext })
    : pageHandler(partsOf(build), pageText, getLoadContext),
);
app.use(lastResort((error) => log.error({ err: error }, 'request failed outside the framework')));

const front: RequestListener = (req, res) => {
  if (cache.covers(req)) return cache.handle(req, res, app as RequestListener);
  const path = (req.url ?? '').split('?', 1)[0] ?? '';
  const hot =
    req.method === 'GET'
      ? (hotHandlers[path] ?? hotPatterns.find((entry) => entry.path.test(path))?.handle)
      : undefined;
  if (hot) {
    hot(req, res).catch((error: unknown) => {
      log.error({ err: error, path }, 'hot path failed');
      if (!res.headersSent) res.writeHead(500).end();
    });
  } else app(req, res);
};

const server = createServer(front);
// A village network is slow; a stuck client is slower.
server.requestTimeout = 180_000;
server.headersTimeout = 30_000;

let isStopping = false;
/** Stops taking requests, lets the running ones end (10 s), closes the pools. */
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  const timer = setTimeout(() => process.exit(0), 10_000);
  timer.unref();
  server.close(() => {
    void Promise.all([closePools(), vite?.close()]).then(() => process.exit(0));
  });
  server.closeIdleConnections();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

server.listen(PORT, HOST, () => log.info({ port: PORT, mode: isDemo() ? 'demo' : 'live' }, 'listening'));
