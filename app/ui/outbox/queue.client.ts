import { addEntry, tell, type NewEntry } from './entries.client.ts';
import type { Kept, KeepRequest } from './kept-pages.client.ts';

/** The tag under which the browser wakes the service worker when the network is back. */
const SYNC_TAG = 'icma-outbox';
type WithSync = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };

/**
 * Puts something into the outbox: it is kept sealed on this phone and sent as JSON, with `clientId` and `keeper`, to `url`
 * (an endpoint made with platform/outbox.server.ts) as soon as there is a network, once. Resolves when it is kept.
 */
export async function queueEntry(entry: NewEntry): Promise<void> {
  await addEntry(entry, Date.now());
  tell('changed');
  const registration: WithSync | undefined = await navigator.serviceWorker?.getRegistration('/');
  // Not every browser has it, and a person may have switched it off; the next visit sends then.
  await registration?.sync?.register(SYNC_TAG).catch(() => undefined);
}

/** Asks the service worker, which knows its build, to keep a page. */
export async function askToKeep(page: KeepRequest): Promise<Kept> {
  const registration = await navigator.serviceWorker?.ready;
  const worker = registration?.active;
  if (!worker) return 'no-network';
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', (event: MessageEvent<Kept>) => resolve(event.data), { once: true });
    port1.start();
    worker.postMessage(page, [port2]);
  });
}
