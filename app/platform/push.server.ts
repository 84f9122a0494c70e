import { ECDH } from 'node:crypto';
import { request as ask, type Agent } from 'node:https';
import { isPushEndpoint } from '#app/kernel/push-services.ts';
import { env } from './env.server.ts';

/** Where one browser takes messages, and under which keys: base64url, as the browser gave them. */
export type PushAddress = { endpoint: string; p256dh: string; auth: string };

/** sent: the service took it. gone: nobody is there any more. refused, later: it did not take it; it is not tried again. */
export type Pushed = 'sent' | 'gone' | 'refused' | 'later';
export type PushSender = { push: (to: PushAddress, words: string) => Promise<Pushed> };

type VapidKeys = { publicKey: string; privateKey: string; subject: string };

const PATIENCE_MS = 10_000;
/** How long a service keeps a message for a device that is off, in seconds. What is older is on the pages anyway. */
const KEPT_FOR = 12 * 3600;
/** Messages are filled up to this, so that their length says nothing. */
const LENGTH = 512;

/** The key that browsers subscribe under; null, which is the usual: the operator has set none, and nothing is ever pushed. */
export const pushKey = (): string | null => env().VAPID_PUBLIC_KEY ?? null;

function keysOf({ VAPID_PRIVATE_KEY, VAPID_PUBLIC_KEY, VAPID_SUBJECT }: ReturnType<typeof env>): VapidKeys | null {
  if (!VAPID_PUBLIC_KEY || !VAPID_PRIVATE_KEY || !VAPID_SUBJECT) return null;
  return { publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY, subject: VAPID_SUBJECT };
}

/** Whether this can be written to at all: a listed service, a point of the curve, a secret of 16 bytes. */
export function isPushAddress({ auth, endpoint, p256dh }: PushAddress): boolean {
  if (!isPushEndpoint(endpoint) || Buffer.from(auth, 'base64url').length !== 16) return false;
  try {
    ECDH.convertKey(p256dh, 'prime256v1', 'base64url', 'base64url', 'uncompressed');
    return Buffer.from(p256dh, 'base64url').length === 65;
  } catch {
    // What OpenSSL throws for anything that is no point.
    return false;
  }
}

/**
 * Opens the way to push services (RFC 8030, 8291, 8292); null where the operator has set no keys. `web-push` seals the message
 * and signs the request; the request is our own, because it must end by itself, read nothing back and go nowhere else. Where
 * it leads is asked again at each message. `wire` is a test's: connections that end at a stand-in.
 */
export function openPush(
  keys: VapidKeys | null = keysOf(env()),
  { wire, patienceMs = PATIENCE_MS }: { wire?: Agent; patienceMs?: number } = {},
): PushSender | null {
  if (!keys) return null;
  return {
    push: async ({ auth, endpoint, p256dh }, words) => {
      if (!isPushAddress({ auth, endpoint, p256dh })) return 'gone';
      const { default: library } = await import('web-push');
      const { body, headers } = library.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        filled(words),
        // One message of ours waits at the service for a device that is off, the latest.
        { vapidDetails: keys, TTL: KEPT_FOR, topic: 'icma', contentEncoding: 'aes128gcm' },
      );
      const status = await post(endpoint, body, { headers, agent: wire ?? false, patienceMs });
      return readStatus(status);
    },
  };
}

function filled(words: string): Buffer {
  const bytes = Buffer.from(words);
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, LENGTH - bytes.length), ' ')]);
}

/** The status of the answer; null where there was none. Redirects are not followed, and what is said besides is not read. */
function post(
  endpoint: string,
  body: Buffer,
  { agent, headers, patienceMs }: { agent: Agent | false; headers: Record<string, string>; patienceMs: number },
): Promise<number | null> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(patienceMs);
    const sent = ask(endpoint, { method: 'POST', headers, agent, signal }, (answer) => {
      resolve(answer.statusCode ?? null);
      answer.destroy();
    });
    sent.on('error', () => resolve(null));
    sent.end(body);
  });
}

function readStatus(status: number | null): Pushed {
  if (status === null || status === 429 || status >= 500) return 'later';
  if (status >= 200 && status < 300) return 'sent';
  return status === 404 || status === 410 ? 'gone' : 'refused';
}
