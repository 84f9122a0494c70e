import {
  dropIdleKeys,
  dropRows,
  emptyPhone,
  findRow,
  keepRow,
  listRows,
  openSeal,
  type Row,
} from './phone-store.client.ts';
import { tell } from './entries.client.ts';

/** Files of the build that pages need; they are the same for everybody and lie open. */
const SHELVES = 'icma-shell-';
const BUILT = /^\/(assets|islands)\//;
/** What a page's answer said about how it may be shown; a kept one is shown in the same way. */
const KEPT_HEADERS = ['content-type', 'content-security-policy', 'referrer-policy', 'permissions-policy'];

/** `place` is the address without its query: another view of the same page is better than none. `keeper`: whose it is. */
type PageClear = { until: number; savedAt: number; place: string; keeper: string | null };

/** Whom a page was answered to, as the server names them; null for a stranger. */
const keeperIn = (answer: Response): string | null => answer.headers.get('icma-keeper');
type PageSecret = { path: string; html: string; headers: [string, string][] };

const placeOf = (path: string): string => path.split('?', 1)[0] ?? path;

/** Kept pages are filed under a checksum: an address says where somebody helps. */
async function nameOf(path: string): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(path));
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a page tells the service worker to keep, and what came of it. */
export type KeepRequest = { path: string; until: number };
export type Kept = 'kept' | 'gone' | 'away' | 'no-network';

/**
 * Keeps a page with the person's own session until a moment; `gone` drops it (the event or the right to see it is no
 * more), `away` and `no-network` leave what was there (nobody is signed in, nobody answers).
 */
export async function keepPage({ path, until }: KeepRequest, shelf: string): Promise<Kept> {
  try {
    return await fetchAndKeep({ path, until }, shelf);
  } catch (error) {
    // What fetch throws when nothing comes, at the page or at one of its files.
    if (error instanceof TypeError) return 'no-network';
    throw error;
  }
}

async function fetchAndKeep({ path, until }: KeepRequest, shelf: string): Promise<Kept> {
  const name = await nameOf(path);
  const answer = await fetch(path, { credentials: 'same-origin', redirect: 'manual', cache: 'no-store' });
  if ([403, 404, 410].includes(answer.status)) {
    await dropRows('pages', [name]);
    await dropIdleKeys();
    return 'gone';
  }
  if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) return 'away';
  const html = await answer.text();
  const headers = [...answer.headers].filter(([header]) => KEPT_HEADERS.includes(header));
  const now = Date.now();
  const clear: PageClear = { until, savedAt: now, place: await nameOf(placeOf(path)), keeper: keeperIn(answer) };
  await keepFiles(await caches.open(SHELVES + shelf), html);
  await keepRow('pages', name, clear, { path, html, headers } satisfies PageSecret, now);
  return 'kept';
}

/** Keeps the built files that a page names, and those that they name. */
async function keepFiles(cache: Cache, html: string): Promise<void> {
  const found = new Set([...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path ?? ''));
  for (const path of found) {
    if (!BUILT.test(path)) continue;
    if (!(await cache.match(path))) {
      const file = await fetch(path);
      if (!file.ok) continue;
      await cache.put(path, file);
    }
    const text = /\.(js|css)$/.test(path) ? await (await cache.match(path))?.text() : undefined;
    for (const [, named] of (text ?? '').matchAll(/(?:from|import|import\(|url\()["']?(\.{0,2}\/[^"')]+)/g)) {
      found.add(new URL(named ?? '', new URL(path, location.origin)).pathname);
    }
  }
}

/** A kept page as the answer to a visit, marked with when it was kept; null when there is none or its time is over. */
export async function keptPage(path: string, now: number): Promise<Response | null> {
  const row = (await findRow<PageClear>('pages', await nameOf(path))) ?? (await lastOf(placeOf(path)));
  if (!row || row.until <= now) return null;
  const secret = await openSeal<PageSecret>(row);
  if (!secret) return null;
  const html = secret.html.replace('<html ', `<html data-kept-at="${row.savedAt}" `);
  return new Response(html, { headers: [...secret.headers, ['cache-control', 'no-store']] });
}

async function lastOf(place: string): Promise<Row<PageClear> | undefined> {
  const name = await nameOf(place);
  const rows = (await listRows<PageClear>('pages')).filter((row) => row.place === name);
  return rows.sort((a, b) => b.savedAt - a.savedAt)[0];
}

export async function dropPage(path: string): Promise<void> {
  await dropRows('pages', [await nameOf(path)]);
  await dropIdleKeys();
}

/** Somebody is here: pages kept for anybody else go. A page for strangers says nothing about who holds the phone. */
export async function dropOthersPages(answer: Response): Promise<void> {
  const keeper = keeperIn(answer);
  if (keeper === null) return;
  const rows = await listRows<PageClear>('pages');
  const others = rows.filter((row) => row.keeper !== keeper).map(({ id }) => id);
  if (others.length === 0) return;
  await dropRows('pages', others);
  await dropIdleKeys();
}

export const keptFile = (request: Request): Promise<Response | undefined> => caches.match(request);

/** After an update: pages are kept anew with the new build's files, and what is no longer needed goes. */
export async function moveIn(shelf: string): Promise<void> {
  const rows: Row<PageClear>[] = await listRows<PageClear>('pages');
  const results = await Promise.all(
    rows.map(async (row) => {
      const secret = await openSeal<PageSecret>(row);
      return secret ? keepPage({ path: secret.path, until: row.until }, shelf) : 'gone';
    }),
  );
  if (results.every((result) => result === 'kept' || result === 'gone'))
    await dropShelves((name) => name !== SHELVES + shelf);
}

async function dropShelves(isOld: (name: string) => boolean): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(SHELVES) && isOld(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Everything that İcma keeps in this browser: keys first, then what they opened, then the files. */
export async function wipe(): Promise<void> {
  await emptyPhone();
  tell('wiped');
  await dropShelves(() => true);
}
