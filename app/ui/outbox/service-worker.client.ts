/**
 * The one service worker, at /sw.js. It is registered only by pages that work without a network, stores nothing by itself,
 * and answers only where the network does not: a kept page in place of an error, a built file from its shelf.
 */
import {
  dropOthersPages,
  dropPage,
  keepPage,
  keptFile,
  keptPage,
  moveIn,
  wipe,
  type KeepRequest,
} from './kept-pages.client.ts';
import { sweep } from './entries.client.ts';
import { openNews, showNews, type NewsWorld } from './news.client.ts';
import { sendWaiting } from './send.client.ts';

/** The build that this worker belongs to (vite.config.ts). */
declare const ICMA_BUILD: string;

/** The part of a worker's world that is used here; the browser's own types of it contradict those of a page. */
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Visit = Lasting & {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith: (answer: Promise<Response>) => void;
};
type Word = Lasting & { data: KeepRequest; ports: readonly MessagePort[] };
type Pushed = Lasting & { data: { text: () => string } | null };
type Pressed = Lasting & { notification: Notification };
type World = NewsWorld & {
  addEventListener: ((type: 'install' | 'activate' | 'sync', hear: (event: Lasting) => void) => void) &
    ((type: 'fetch', hear: (event: Visit) => void) => void) &
    ((type: 'message', hear: (event: Word) => void) => void) &
    ((type: 'push', hear: (event: Pushed) => void) => void) &
    ((type: 'notificationclick', hear: (event: Pressed) => void) => void);
  skipWaiting: () => Promise<void>;
};
const world = globalThis as unknown as World;

/** A kept page is shown when the network has not answered for so long: one bar of signal is worse than none. */
const PATIENCE_MS = 4_000;
const SIGN_OUT = /^\/((en|ru)\/)?sign-out$/;
const BUILT = /^\/(assets|islands)\//;

world.addEventListener('install', (event) => event.waitUntil(world.skipWaiting()));
world.addEventListener('activate', (event) => event.waitUntil(settle()));
world.addEventListener('message', (event) => event.waitUntil(keep(event.data, event.ports)));
world.addEventListener('sync', (event) => event.waitUntil(sendAll()));
world.addEventListener('push', (event) => event.waitUntil(showNews(world, event.data?.text())));
world.addEventListener('notificationclick', (event) => event.waitUntil(openNews(world, event.notification)));
world.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (origin !== location.origin) return;
  if (method === 'POST' && SIGN_OUT.test(pathname)) event.waitUntil(wipe());
  if (method !== 'GET') return;
  if (mode === 'navigate') {
    event.respondWith(visit(event, pathname + search));
    event.waitUntil(look());
  } else if (BUILT.test(pathname)) {
    event.respondWith(keptFile(event.request).then((file) => file ?? fetch(event.request)));
  }
});

async function settle(): Promise<void> {
  await world.registration.navigationPreload?.enable();
  await sweep(Date.now());
  await moveIn(ICMA_BUILD);
  await world.clients.claim();
}

async function keep(request: KeepRequest, [port]: readonly MessagePort[]): Promise<void> {
  port?.postMessage(await keepPage(request, ICMA_BUILD));
}

/**
 * What waits is sent at each visit, wherever it leads: a page without the strip has no clock to come back to, and browsers
 * without background sync have no other moment.
 */
async function look(): Promise<void> {
  await sweep(Date.now());
  await sendWaiting({ atOnce: true });
}

/** The browser tries again later when this fails. */
async function sendAll(): Promise<void> {
  const { nextAt } = await sendWaiting({ atOnce: true });
  if (nextAt !== null) throw new Error('Some entries wait');
}

async function visit(event: Visit, path: string): Promise<Response> {
  const { preloadResponse, request } = event;
  const asked = Promise.resolve(preloadResponse).then((answer) => answer ?? fetch(request));
  event.waitUntil(asked.then(dropOthersPages, () => undefined));
  const kept = await keptPage(path, Date.now());
  if (!kept) return asked;
  const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const answer = await Promise.race([asked.catch(() => null), patience]);
  if (answer && [403, 404, 410].includes(answer.status)) await dropPage(path);
  return answer ?? kept;
}
