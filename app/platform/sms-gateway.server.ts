import { env } from './env.server.ts';

/** A short message to one of many. `id` lets the gateway drop what it was given before. */
export type Sms = { id: string; to: string; text: string };
/** As for letters (bulk-mail.server.ts). */
export type SmsCarried = 'sent' | 'no-address' | 'refused' | 'later' | 'unknown';
export type SmsGateway = { carry: (sms: Sms) => Promise<SmsCarried> };

const PATIENCE_MS = 10_000;
/** Failures of the network before anything was handed over. */
const NOT_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * The port to whoever sends SMS: an HTTP address that takes `POST {"id", "to", "text"}` with a bearer token and answers 2xx
 * when it took the message, 404 or 410 when nobody has that number, 408, 429 or 5xx to be asked again, any other 4xx when
 * it will not. What exactly a provider wants is the business of a small adapter at that address. Null, which is the usual:
 * no gateway is set and no SMS can be chosen.
 */
export function openSmsGateway(
  { url, token }: { url?: string; token?: string } = { url: env().SMS_GATEWAY_URL, token: env().SMS_GATEWAY_TOKEN },
): SmsGateway | null {
  if (!url) return null;
  return {
    carry: async (sms) => {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'Idempotency-Key': sms.id,
            ...(token ? { Authorization: `Bearer ${token}` } : {}),
          },
          body: JSON.stringify(sms),
          redirect: 'error',
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        await response.body?.cancel();
        return readStatus(response.status);
      } catch (error) {
        const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
        return cause?.code !== undefined && NOT_REACHED.has(cause.code) ? 'later' : 'unknown';
      }
    },
  };
}

function readStatus(status: number): SmsCarried {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'no-address';
  return status === 408 || status === 429 || status >= 500 ? 'later' : 'refused';
}
