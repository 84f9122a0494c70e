import { RateLimiterPostgres, RateLimiterRes, RateLimiterMemory } from 'rate-limiter-flexible';
import { appSql } from '#db/client.server.ts';
import { hmac } from './crypto.server.ts';

/**
 * Limits without stored addresses: a key is an HMAC of the address under a salt that changes every day, so that
 * yesterday's rows say nothing about anybody. When the table cannot be reached, a count in memory stands in: a
 * broken limiter must not open the door.
 */
export const LIMITS = {
  /** Wrong passwords only: by network, by account from one network, and by account from anywhere. */
  'sign-in': { points: 30, seconds: 600 },
  'sign-in-account': { points: 10, seconds: 600 },
  /** High enough that a stranger cannot easily lock somebody out, low enough that many networks together guess nothing. */
  'sign-in-anywhere': { points: 100, seconds: 3600 },
  'password-reset': { points: 20, seconds: 3600 },
  'password-reset-account': { points: 3, seconds: 3600 },
  code: { points: 6, seconds: 600 },
  /** Wrong passphrases, printed codes and passkeys of one person at a legal desk. */
  vault: { points: 10, seconds: 600 },
  /** Constant sentences to one person of a desk or one applicant; the second where somebody is in danger. */
  notice: { points: 1, seconds: 3600 },
  'notice-urgent': { points: 1, seconds: 180 },
  /** A village behind one mobile address must not be blocked, a script should be. */
  report: { points: 60, seconds: 3600 },
  receipt: { points: 6, seconds: 600 },
  /** Requests for legal aid begun from one network: each costs a derivation. */
  'legal-request': { points: 20, seconds: 3600 },
  /** Wrong legal receipts: from one network, and of one locator from anywhere. */
  'legal-receipt': { points: 6, seconds: 600 },
  'legal-receipt-target': { points: 20, seconds: 600 },
  /** Right or wrong, each costs a derivation: receipts typed from one network, and new ones taken by one case. */
  'legal-receipt-typed': { points: 60, seconds: 600 },
  'legal-receipt-renew': { points: 6, seconds: 3600 },
  flag: { points: 20, seconds: 3600 },
  confirm: { points: 120, seconds: 3600 },
  apply: { points: 5, seconds: 3600 },
  /** Join forms by network: a meeting's guests may share one. */
  join: { points: 100, seconds: 3600 },
  /** Support on the web by network. A collection point has its own count, by link. */
  sign: { points: 200, seconds: 3600 },
  /** Places at events by network, and links to one's own place sent once more to one contact. */
  'event-sign-up': { points: 240, seconds: 3600 },
  'event-letter': { points: 3, seconds: 3600 },
  /** Letters to decision-makers by network, and the mails that one address gets because of them. */
  letter: { points: 60, seconds: 3600 },
  'letter-address': { points: 4, seconds: 3600 },
  /** Wrong one-time codes only. */
  'sign-code': { points: 20, seconds: 3600 },
  /** A table serves some hundred people an hour: above it the link is marked, far above it is no table. */
  point: { points: 150, seconds: 3600 },
  'point-most': { points: 3000, seconds: 3600 },
} as const;
export type LimitName = keyof typeof LIMITS;

/** rate-limiter-flexible speaks to a `pg` client; this is the part of one it uses. */
const client = {
  query: async ({ text, values }: { text: string; values: (string | number | null)[] }) => {
    const rows = await appSql.unsafe(text, values, { prepare: true });
    return { rows, rowCount: rows.length };
  },
};

const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiter(name: LimitName): RateLimiterPostgres {
  let found = limiters.get(name);
  if (!found) {
    const { points, seconds } = LIMITS[name];
    found = new RateLimiterPostgres({
      storeClient: client,
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
    });
    limiters.set(name, found);
  }
  return found;
}

const limitKey = (subject: string) => hmac(`rate-limit/${new Date().toISOString().slice(0, 10)}`, subject).slice(0, 32);

/**
 * Counts one use by `subject` (an address, an account). False when the limit is passed.
 */
export async function withinLimit(name: LimitName, subject: string): Promise<boolean> {
  return (await waitFor(name, subject)) === 0;
}

/** The same, saying how many milliseconds it is until there is room again; 0 when there was. */
export async function waitFor(name: LimitName, subject: string): Promise<number> {
  try {
    await limiter(name).consume(limitKey(subject));
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}

/** Gives a use back: right codes and passwords do not count towards the limit of wrong ones. */
export async function forgive(name: LimitName, subject: string): Promise<void> {
  await limiter(name).reward(limitKey(subject));
}
