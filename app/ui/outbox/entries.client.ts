import { inOrder, isOver, type EntryState } from '#app/kernel/outbox.ts';
import { changeRow, dropIdleKeys, dropRows, keepRow, listRows, openSeal } from './phone-store.client.ts';

/** What stands beside the seal. */
type EntryClear = {
  state: EntryState;
  createdAt: number;
  notBefore: number;
  attempts: number;
  /** Whose entry it is, as the server names its keeper; nobody else's session may send it. */
  keeper: string;
  waitsForSignIn: boolean;
  settledAt?: number;
};
/** What stands under it. `body` goes once the server has it, `said` is what the server said about it. */
export type EntrySecret = {
  url: string;
  lane: string;
  /** Which of the forms of its lane it came from (`OutboxForm`). */
  turn: string;
  label: string;
  body?: Record<string, unknown>;
  said?: string;
};
export type Entry = EntryClear & EntrySecret & { id: string };

/** What is to be sent: to which address, under which words it is shown, behind which others it goes. */
export type NewEntry = {
  clientId: string;
  keeper: string;
  url: string;
  body: Record<string, unknown>;
  /** Shown in the strip: nothing about a person but what whoever holds the phone has just read or typed. */
  label: string;
  lane: string;
  turn: string;
};

const NEWS = 'icma-outbox';
export type News = 'changed' | 'wiped';

export function tell(news: News): void {
  const channel = new BroadcastChannel(NEWS);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel belongs to one origin.
  channel.postMessage(news);
  channel.close();
}

/** News of this browser's other pages and of the service worker; this page's own do not come back to it. */
export function listen(hear: (news: News) => void): void {
  new BroadcastChannel(NEWS).addEventListener('message', (event: MessageEvent<News>) => hear(event.data));
}

export async function addEntry({ clientId, keeper, ...secret }: NewEntry, now: number): Promise<void> {
  const clear: EntryClear = {
    state: 'waiting',
    createdAt: now,
    notBefore: now,
    attempts: 0,
    keeper,
    waitsForSignIn: false,
  };
  await keepRow('entries', clientId, clear, secret satisfies EntrySecret, now);
}

/** All entries, oldest first. What no longer opens is left out. */
export async function listEntries(): Promise<Entry[]> {
  const rows = await listRows<EntryClear>('entries');
  const opened = await Promise.all(
    rows.map(async ({ sealed, ...clear }) => {
      const secret = await openSeal<EntrySecret>({ id: clear.id, sealed });
      return secret ? { ...clear, ...secret } : null;
    }),
  );
  return inOrder(opened.filter((entry) => entry !== null));
}

/** Notes how an attempt went. An entry that was wiped meanwhile stays wiped. */
export async function noteAttempt(
  entry: Entry,
  change: Partial<Pick<EntryClear, 'state' | 'notBefore' | 'attempts' | 'waitsForSignIn'>> & { said?: string },
  now: number,
): Promise<void> {
  const { said, ...clear } = change;
  if (change.state === undefined) return changeRow('entries', entry.id, clear);
  // It is decided: what was sent needs no copy here.
  const { url, lane, turn, label } = entry;
  const value: EntrySecret = { url, lane, turn, label, ...(said === undefined ? {} : { said }) };
  return changeRow('entries', entry.id, { ...clear, settledAt: now }, { value, now });
}

export const dropEntry = (id: string): Promise<void> => dropRows('entries', [id]);

/** Drops what has had its time, pages included, and the keys of what is gone. */
export async function sweep(now: number): Promise<void> {
  const entries = await listRows<EntryClear>('entries');
  const pages = await listRows<{ until: number }>('pages');
  const over = entries.filter((entry) => isOver(entry, now)).map(({ id }) => id);
  const ended = pages.filter(({ until }) => until <= now).map(({ id }) => id);
  await dropRows('entries', over);
  await dropRows('pages', ended);
  if (over.length + ended.length > 0) await dropIdleKeys();
}
