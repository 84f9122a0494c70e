import { hash, verify } from '@node-rs/argon2';

/** Argon2id, 19 MiB and two passes (OWASP's second choice: logins on a small server must not exhaust its memory). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashing runs on the thread pool; more at once than cores only makes everybody slower. */
const AT_ONCE = 2;

/** So many wait some ten seconds: whoever comes then is told to come again, and nobody's memory is used up. */
export const MOST_WAITING = 40;

let running = 0;
const waiting: (() => void)[] = [];

/** Whether one more may wait. A page that asks first can send its form back with all that was typed (`common.error.busy`, 503). */
export const hasRoom = (): boolean => waiting.length < MOST_WAITING;

/** Runs a slow derivation when a core is free for it. Throws an answer 503 where too many wait already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE && !hasRoom()) throw new Response(null, { status: 503, statusText: 'Service Unavailable' });
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), COST));
}

/** A hash of nothing anybody knows: an unknown account costs the same time as a known one. */
let dummy: Promise<string> | undefined;

/** False for a wrong password and for an account without one, in the same time. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(crypto.randomUUID());
  const target = stored ?? (await dummy);
  const matches = await inTurn(() => verify(target, password.normalize('NFKC')));
  return matches && stored !== null;
}
