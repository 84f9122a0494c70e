/**
 * The rules of the offline outbox (decision 016): when something that a phone keeps is sent, what an answer means for it,
 * and when it goes. The same for page, service worker and server; no clock, no storage, no network in here.
 * Times are milliseconds since 1970.
 */

/** `refused` is the server's last word: it is shown with its reason and not sent again. */
export type EntryState = 'waiting' | 'sent' | 'refused';

/** What the rules need to know of an entry; what it says is sealed. */
export type QueuedEntry = {
  id: string;
  state: EntryState;
  createdAt: number;
  /** Not to be tried before this moment. */
  notBefore: number;
  /** Entries of one lane go one after another (the same person came, then did not); others overtake each other. */
  lane: string;
};

/** Nothing is kept longer on a phone, sent or not. */
export const KEPT_MS = 48 * 3_600_000;
/** How long a sent entry stays in sight, without what it said. */
const SENT_IN_SIGHT_MS = 30 * 60_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** What the server answers to an entry (platform/outbox.server.ts); `said` is a sentence for the person. */
export type OutboxAnswer = { clientId: string; outcome: 'done' | 'refused' | 'sign-in'; said?: string };

/** What came back, or that nothing did. */
export type Reply =
  | { kind: 'nothing' }
  /** `body` is what was read as JSON, undefined for anything else; `waitSeconds` is what `Retry-After` asked for. */
  | { kind: 'answer'; status: number; body?: unknown; waitSeconds?: number };

export type Verdict =
  | { state: 'sent'; said?: string }
  | { state: 'refused'; said?: string }
  /** Nobody, or somebody else, is signed in: the entry stays until its keeper is back. */
  | { state: 'sign-in' }
  /** `reached` tells whether there is a server at all: without one, trying the others is no use. */
  | { state: 'later'; reached: boolean; waitMs?: number };

function asAnswer(body: unknown, clientId: string): OutboxAnswer | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { clientId: id, outcome, said } = body as Partial<Record<keyof OutboxAnswer, unknown>>;
  if (id !== clientId || (outcome !== 'done' && outcome !== 'refused' && outcome !== 'sign-in')) return undefined;
  return { clientId, outcome, ...(typeof said === 'string' ? { said } : {}) };
}

/**
 * Only our own server's answer to this very entry ends its waiting. The sign-in page of a café's network answers 200 as
 * well, a proxy answers 502, and a page that a redirect led to says nothing about the entry.
 */
export function judgeReply(reply: Reply, clientId: string): Verdict {
  if (reply.kind === 'nothing') return { state: 'later', reached: false };
  const answer = asAnswer(reply.body, clientId);
  if (!answer) {
    const waitMs = reply.waitSeconds === undefined ? undefined : Math.min(reply.waitSeconds * 1000, KEPT_MS);
    return { state: 'later', reached: true, ...(waitMs === undefined ? {} : { waitMs }) };
  }
  if (answer.outcome === 'sign-in') return { state: 'sign-in' };
  const state = answer.outcome === 'done' ? 'sent' : 'refused';
  return { state, ...(answer.said === undefined ? {} : { said: answer.said }) };
}

/**
 * How long to wait after `attempts` attempts (1 or more) without an answer: twice as long each time, five minutes at most,
 * with a quarter up or down so that a hall full of phones does not come back at once. `chance` is 0 to 1.
 */
export function waitAfter(attempts: number, chance: number): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (Math.max(1, attempts) - 1), LONGEST_WAIT_MS);
  return Math.round(wait * (0.75 + chance / 2));
}

/**
 * The ids to try now, oldest first. An entry whose time has not come holds those of its lane behind it; `atOnce` (the page
 * was opened, the network is back, somebody asked) tries all.
 */
export function planRound(entries: readonly QueuedEntry[], now: number, atOnce: boolean): string[] {
  const held = new Set<string>();
  const plan: string[] = [];
  for (const entry of inOrder(entries)) {
    if (entry.state !== 'waiting' || isOver(entry, now)) continue;
    if (!atOnce && entry.notBefore > now) held.add(entry.lane);
    if (!held.has(entry.lane)) plan.push(entry.id);
  }
  return plan;
}

/** When a round is due next, or null when nothing waits. */
export function nextRoundAt(entries: readonly QueuedEntry[]): number | null {
  const waiting = entries.filter((entry) => entry.state === 'waiting');
  return waiting.length === 0 ? null : Math.min(...waiting.map((entry) => entry.notBefore));
}

export function inOrder<Entry extends Pick<QueuedEntry, 'createdAt' | 'id'>>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Whether an entry goes from the phone: 48 hours after it was made, half an hour after it was sent. */
export function isOver(
  entry: Pick<QueuedEntry, 'createdAt' | 'state'> & { settledAt?: number | undefined },
  now: number,
): boolean {
  if (now - entry.createdAt >= KEPT_MS) return true;
  return entry.state === 'sent' && now - (entry.settledAt ?? entry.createdAt) >= SENT_IN_SIGHT_MS;
}

/** Until when a page may lie on a phone: until what it is for has ended, 48 hours at most. */
export function keptUntil(end: number, now: number): number {
  return Math.min(end, now + KEPT_MS);
}
