import { judgeReply, nextRoundAt, planRound, waitAfter, type Reply } from '#app/kernel/outbox.ts';
import { listEntries, noteAttempt, sweep, tell, type Entry } from './entries.client.ts';

const GIVE_UP_MS = 20_000;

/** One attempt. A redirect is not followed: it leads to a sign-in page, whose 200 would say nothing. */
async function post(entry: Entry): Promise<Reply> {
  try {
    const answer = await fetch(entry.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ ...entry.body, clientId: entry.id, keeper: entry.keeper }),
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    const waitSeconds = Number(answer.headers.get('Retry-After') ?? Number.NaN);
    const body: unknown = await readJson(answer);
    return { kind: 'answer', status: answer.status, body, ...(Number.isFinite(waitSeconds) ? { waitSeconds } : {}) };
  } catch {
    // No network, or it went in the middle: whether the server has it is not known, so it is sent again.
    return { kind: 'nothing' };
  }
}

async function readJson(answer: Response): Promise<unknown> {
  if (!answer.headers.get('Content-Type')?.startsWith('application/json')) return undefined;
  const text = await answer.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export type Round = {
  /** How many entries the server decided on. */
  settled: number;
  /** When the next round is due, or null when nothing waits. */
  nextAt: number | null;
};

/**
 * Sends what is due, one entry after another; pages and the service worker take turns, so that none is sent twice at once.
 * It would do no harm: the server does each entry once.
 */
export async function sendWaiting({ atOnce }: { atOnce: boolean }): Promise<Round> {
  return await navigator.locks.request('icma-outbox-sending', () => sendRound(atOnce));
}

async function sendRound(atOnce: boolean): Promise<Round> {
  await sweep(Date.now());
  const entries = new Map((await listEntries()).map((entry) => [entry.id, entry]));
  const strangers = new Set<string>();
  const held = new Set<string>();
  let settled = 0;
  for (const id of planRound([...entries.values()], Date.now(), atOnce)) {
    const entry = entries.get(id);
    if (!entry || strangers.has(entry.keeper) || held.has(entry.lane)) continue;
    const verdict = judgeReply(await post(entry), id);
    const now = Date.now();
    const attempts = entry.attempts + 1;
    const notBefore = now + waitAfter(attempts, Math.random());
    if (verdict.state === 'later') {
      await noteAttempt(entry, { attempts, notBefore: Math.max(notBefore, now + (verdict.waitMs ?? 0)) }, now);
      held.add(entry.lane);
      if (!verdict.reached || verdict.waitMs !== undefined) break;
    } else if (verdict.state === 'sign-in') {
      await noteAttempt(entry, { attempts, notBefore, waitsForSignIn: true }, now);
      strangers.add(entry.keeper);
    } else {
      await noteAttempt(entry, { ...verdict, attempts, waitsForSignIn: false }, now);
      settled += 1;
    }
    tell('changed');
  }
  return { settled, nextAt: nextRoundAt(await listEntries()) };
}
