/**
 * The outbox on a page: takes over forms in `OutboxForm`, sends what waits, keeps the page for use without a network, and
 * shows all of it. Where the browser can keep nothing (an address without https) the forms stay as they are.
 */
import './outbox.css';
import { dropEntry, listEntries, listen, sweep, type Entry } from './entries.client.ts';
import { clearForm, entryOf, markForms } from './forms.client.ts';
import { wipe } from './kept-pages.client.ts';
import type { OutboxPlace } from './outbox.tsx';
import { canKeep } from './phone-store.client.ts';
import { askToKeep, queueEntry } from './queue.client.ts';
import { sendWaiting } from './send.client.ts';
import { makeStrip } from './strip.client.ts';

const SIGN_OUT = /\/sign-out$/;
const KEEP_AGAIN_MS = 20_000;

/** Whether there is a service worker now. A browser may refuse one, and without a network there is none to be had: the queue works all the same. */
async function callWorker(): Promise<boolean> {
  try {
    return Boolean(await navigator.serviceWorker?.register('/sw.js', { scope: '/', updateViaCache: 'none' }));
  } catch {
    return Boolean(await navigator.serviceWorker?.getRegistration('/').catch(() => undefined));
  }
}

function start(place: HTMLElement, data: OutboxPlace): void {
  const { keeper, keep: page, words } = data;
  const savedAt = Number(document.documentElement.dataset.keptAt ?? Number.NaN);
  const shownFrom = Number.isFinite(savedAt) ? savedAt : null;
  let keptUntil = shownFrom === null ? null : (page?.until ?? null);
  let entries: readonly Entry[] = [];
  /** How many would go with everything else, other people's included. */
  let lost = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keepTimer: ReturnType<typeof setTimeout> | undefined;
  let isWiped = false;
  let hasWorker = false;

  const draw = makeStrip(place, data, {
    sendNow: () => void send(true),
    dismiss: (id) => void dropEntry(id).then(refresh),
    wipe: () => void wipeAll(),
  });

  async function refresh(): Promise<void> {
    if (isWiped) return;
    // Another person's entries wait for that person; whoever is here now is not shown them.
    const all = await listEntries();
    entries = all.filter((entry) => entry.keeper === keeper);
    lost = all.filter(({ state }) => state === 'waiting').length;
    draw({ entries, keptUntil, shownFrom });
    markForms(entries, words, shownFrom ?? performance.timeOrigin);
  }

  async function send(atOnce: boolean): Promise<void> {
    const { nextAt, settled } = await sendWaiting({ atOnce });
    await refresh();
    clearTimeout(timer);
    if (nextAt !== null) timer = setTimeout(() => void send(false), Math.max(nextAt - Date.now(), 500));
    // At a busy door one copy for many entries.
    if (settled > 0) keepTimer ??= setTimeout(() => void keep(), KEEP_AGAIN_MS);
  }

  async function keep(): Promise<void> {
    clearTimeout(keepTimer);
    keepTimer = undefined;
    if (!page || page.until <= Date.now() || isWiped || !hasWorker) return;
    // Without a network the copy that there is stays as it is.
    const answer = await askToKeep(page);
    if (answer !== 'no-network') keptUntil = answer === 'kept' ? page.until : null;
    await refresh();
  }

  function showWiped(): void {
    isWiped = true;
    clearTimeout(timer);
    clearTimeout(keepTimer);
    const link = document.createElement('a');
    link.href = location.pathname;
    link.textContent = words.reload;
    const said = document.createElement('p');
    said.setAttribute('role', 'status');
    said.append(words.wiped, ' ', link);
    // What stood here may have been names.
    document.querySelector('main')?.replaceChildren(said);
    said.scrollIntoView();
  }

  async function wipeAll(): Promise<void> {
    isWiped = true;
    await wipe();
    const registration = await navigator.serviceWorker?.getRegistration('/');
    await registration?.unregister();
    showWiped();
  }

  document.addEventListener('submit', (event) => {
    const { target } = event;
    if (target instanceof HTMLFormElement && SIGN_OUT.test(new URL(target.action).pathname)) {
      // oxlint-disable-next-line no-alert -- the page leaves with the answer, so nothing less may stand in the way.
      if (lost > 0 && !confirm(words.signOutLoses.replace('{n}', String(lost)))) event.preventDefault();
      return;
    }
    const found = entryOf(event, keeper);
    if (!found || found.around.dataset.outboxBusy) return;
    event.preventDefault();
    const { around, entry } = found;
    around.dataset.outboxBusy = 'true';
    queueEntry(entry)
      .then(async () => {
        await refresh();
        clearForm(around);
        void send(true);
      })
      .catch(() => {
        const said = document.createElement('p');
        said.setAttribute('role', 'alert');
        said.textContent = words.notKept;
        around.append(said);
      })
      .finally(() => delete around.dataset.outboxBusy);
  });

  listen((news) => (news === 'wiped' ? showWiped() : void refresh()));
  addEventListener('online', () => void send(true));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void send(true);
  });

  void sweep(Date.now())
    .then(refresh)
    .then(async () => {
      place.dataset.ready = 'true';
      if (page) hasWorker = await callWorker();
      await send(true);
      if (shownFrom === null) await keep();
    });
}

if (canKeep()) {
  for (const place of document.querySelectorAll<HTMLElement>('[data-island="outbox"]')) {
    start(place, JSON.parse(place.dataset.props ?? '{}') as OutboxPlace);
  }
}
