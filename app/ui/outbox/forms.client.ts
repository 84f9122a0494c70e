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
  const body = bodyOf(form, submitter);
  const clientId = crypto.randomUUID();
  const label = (around.dataset.outboxLabel ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(body[name] ?? ''),
  );
  return { around, entry: { clientId, keeper, url, body, label, lane: around.dataset.outboxLane ?? clientId } };
}

/** Every form that was queued says so beside itself; a button in a row makes room for it. */
export function markForms(entries: readonly Entry[], words: OutboxWords): void {
  const byLane = new Map(entries.map((entry) => [`${entry.url} ${entry.lane}`, entry]));
  for (const around of document.querySelectorAll<HTMLElement>(`${AROUND}[data-outbox-lane]`)) {
    const entry = byLane.get(`${around.dataset.outboxUrl} ${around.dataset.outboxLane}`);
    const isTaken = entry !== undefined && entry.state !== 'refused';
    const form = around.querySelector('form');
    if (form && 'outboxOnce' in around.dataset) form.hidden = isTaken;
    let mark = around.querySelector<HTMLElement>('.outbox-mark');
    if (!entry) {
      mark?.remove();
      continue;
    }
    if (!mark) {
      mark = document.createElement('p');
      mark.className = 'outbox-mark';
      around.append(mark);
    }
    mark.dataset.state = entry.state;
    mark.textContent = entry.said ? `${words.states[entry.state]}: ${entry.said}` : words.states[entry.state];
  }
}

/** Ready for the next one, where the form stays. */
export function clearForm(around: HTMLElement): void {
  const form = around.querySelector('form');
  if (!form || 'outboxOnce' in around.dataset) return;
  form.reset();
  form.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
}
