import type { Entry, NewEntry } from './entries.client.ts';
import type { OutboxWords } from './outbox-words.ts';

const AROUND = '[data-outbox-url]';

/** What a form says, as JSON: a field named twice is a list. Files do not wait in the outbox. */
function bodyOf(form: HTMLFormElement, submitter: HTMLElement | null): Record<string, string | string[]> {
  const body: Record<string, string | string[]> = {};
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value !== 'string' || name === 'clientId') continue;
    const earlier = body[name];
    body[name] = earlier === undefined ? value : [...(Array.isArray(earlier) ? earlier : [earlier]), value];
  }
  return body;
}

/**
 * What a submitted form becomes, or null when it is none of the outbox's. Its id is made here: the page may be a copy that
 * is opened for the tenth time, and the id that came with it has been used.
 */
export function entryOf(event: SubmitEvent, keeper: string): { around: HTMLElement; entry: NewEntry } | null {
  const { submitter, target: form } = event;
  if (!(form instanceof HTMLFormElement)) return null;
  const around = form.closest<HTMLElement>(AROUND);
  const url = around?.dataset.outboxUrl;
  if (!around || !url) return null;
  // When it happened: it may arrive hours later.
  const body: Record<string, unknown> = { ...bodyOf(form, submitter), at: new Date().toISOString() };
  const clientId = crypto.randomUUID();
  const { outboxLane: lane = clientId, outboxTurn: turn = '' } = around.dataset;
  const label = (around.dataset.outboxLabel ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(body[name] ?? ''),
  );
  return { around, entry: { clientId, keeper, url, body, label, lane, turn } };
}

/** What the page cannot know: what waits, what was refused, and what was sent after it was made. */
const isNews = (entry: Entry, pageFrom: number): boolean => entry.state !== 'sent' || (entry.settledAt ?? 0) > pageFrom;

/** Which forms stood there as the page came: what a refusal goes back to. */
const hiddenAtFirst = new WeakMap<HTMLElement, boolean>();

/** Each lane says what became of its last entry, and shows the form whose turn it is. `pageFrom` is when the page was made. */
export function markForms(entries: readonly Entry[], words: OutboxWords, pageFrom: number): void {
  const news = entries.filter((entry) => isNews(entry, pageFrom));
  for (const around of document.querySelectorAll<HTMLElement>(`${AROUND}[data-outbox-lane]`)) {
    const { outboxLane, outboxTurn, outboxUrl } = around.dataset;
    const ofLane = news.filter(({ lane, url }) => lane === outboxLane && url === outboxUrl);
    const taken = ofLane.findLast(({ state }) => state !== 'refused');
    const atFirst = hiddenAtFirst.get(around) ?? around.hidden;
    hiddenAtFirst.set(around, atFirst);
    if (outboxTurn !== undefined) around.hidden = taken ? taken.turn === outboxTurn : atFirst;
    const last = around.hidden ? undefined : ofLane.at(-1);
    mark(around, last, words);
  }
}

function mark(around: HTMLElement, entry: Entry | undefined, words: OutboxWords): void {
  let place = around.querySelector<HTMLElement>('.outbox-mark');
  if (!entry) return place?.remove();
  if (!place) {
    place = document.createElement('p');
    place.className = 'outbox-mark';
    around.append(place);
  }
  place.dataset.state = entry.state;
  place.textContent = entry.said ? `${words.states[entry.state]}: ${entry.said}` : words.states[entry.state];
}

/** Ready for the next one, where the form stays. */
export function clearForm(around: HTMLElement): void {
  const form = around.querySelector('form');
  if (!form || around.dataset.outboxTurn !== undefined) return;
  form.reset();
  form.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
}
