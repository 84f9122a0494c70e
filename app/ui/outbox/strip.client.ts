import { KEPT_MS } from '#app/kernel/outbox.ts';
import type { Entry } from './entries.client.ts';
import type { OutboxPlace } from './outbox.tsx';

type Deeds = { sendNow: () => void; dismiss: (id: string) => void; wipe: () => void };
/** What the strip shows; `keptUntil` and `shownFrom` are moments of the page's copy on this phone. */
export type Shown = { entries: readonly Entry[]; keptUntil: number | null; shownFrom: number | null };

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

function button(text: string, tone: string, onClick: () => void): HTMLButtonElement {
  const made = make('button', `btn btn-${tone} btn-small`, text);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

/** A moment as the page's language writes it; no browser has Azerbaijani names for certain, so digits only. */
export function moment(at: number): string {
  const day = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(day.getDate())}.${two(day.getMonth() + 1)} ${two(day.getHours())}:${two(day.getMinutes())}`;
}

const filled = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{(n|time)\}/g, (_, name: string) => String(values[name] ?? ''));

/** Draws the strip into its place and draws it anew; what the person is in the middle of (the question of the wipe) stays. */
export function makeStrip(
  place: HTMLElement,
  { signInHref, words }: OutboxPlace,
  deeds: Deeds,
): (shown: Shown) => void {
  const count = make('p', 'outbox-count');
  count.setAttribute('role', 'status');
  const about = make('p', 'outbox-about');
  const signIn = make('p', 'outbox-sign-in', `${words.signIn} `);
  const link = make('a', '', words.signInLink);
  link.href = `${signInHref}?next=${encodeURIComponent(location.pathname + location.search)}`;
  signIn.append(link);
  const list = make('ul', 'outbox-list');
  const now = button(words.now, 'secondary', deeds.sendNow);
  const ask = make('div', 'outbox-ask');
  ask.hidden = true;
  const wipe = button(words.wipe, 'quiet', () => show(ask, true));
  const loses = make('p', '');
  const no = button(words.wipeNo, 'secondary', () => show(ask, false));
  ask.append(loses, make('div', 'outbox-deeds', button(words.wipeYes, 'danger', deeds.wipe), no));
  const show = (element: HTMLElement, isShown: boolean): void => {
    element.hidden = !isShown;
    (isShown ? no : wipe).focus();
  };
  const strip = make(
    'section',
    'outbox-strip',
    count,
    about,
    signIn,
    list,
    make('div', 'outbox-deeds', now, wipe),
    ask,
  );
  strip.setAttribute('aria-label', words.title);
  place.replaceChildren(strip);

  return ({ entries, keptUntil, shownFrom }) => {
    const waiting = entries.filter(({ state }) => state === 'waiting');
    const told = waiting.length > 0 ? filled(words.waiting, { n: waiting.length }) : words.allSent;
    // Said again, it would be read out again.
    if (count.textContent !== told) count.textContent = told;
    count.hidden = entries.length === 0;
    strip.dataset.waiting = String(waiting.length);
    const copy = shownFrom === null ? '' : filled(words.copy, { time: moment(shownFrom) });
    const kept = keptUntil === null ? '' : filled(words.kept, { time: moment(keptUntil) });
    about.textContent = [copy, kept].filter(Boolean).join(' ');
    about.hidden = about.textContent === '';
    signIn.hidden = !waiting.some(({ waitsForSignIn }) => waitsForSignIn);
    now.hidden = waiting.length === 0;
    loses.textContent = waiting.length > 0 ? filled(words.wipeLoses, { n: waiting.length }) : words.wipeAsk;
    strip.hidden = entries.length === 0 && keptUntil === null && shownFrom === null;
    list.replaceChildren(...[...entries].reverse().map((entry) => line(entry, words, deeds)));
  };
}

function line(entry: Entry, words: OutboxPlace['words'], deeds: Deeds): HTMLLIElement {
  const said = entry.said ? `${words.states[entry.state]}: ${entry.said}` : words.states[entry.state];
  const item = make('li', `outbox-entry is-${entry.state}`, make('span', 'outbox-label', entry.label));
  item.append(make('span', 'outbox-state', said));
  if (entry.state === 'waiting') {
    item.append(make('span', 'outbox-dies', filled(words.dies, { time: moment(entry.createdAt + KEPT_MS) })));
  } else {
    item.append(button(words.dismiss, 'quiet', () => deeds.dismiss(entry.id)));
  }
  return item;
}
