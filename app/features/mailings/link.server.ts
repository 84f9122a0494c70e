import { isId } from '#app/kernel/ids.ts';
import { localisePath, type Locale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { hmac, isSame } from '#app/platform/crypto.server.ts';
import { env } from '#app/platform/env.server.ts';

const proofOf = (recipientId: string) => hmac('mailing-link', recipientId).slice(0, 40);

/** What the receiver's link carries: the row's id and its HMAC. It names nobody, and nothing of it is stored. */
export const mailingToken = (recipientId: string): string => `${recipientId}.${proofOf(recipientId)}`;

/** The row's id, or null for anything we did not make. */
export function readMailingToken(token: string | undefined): string | null {
  const [id, proof, ...rest] = (token ?? '').split('.');
  return isId(id) && proof !== undefined && rest.length === 0 && isSame(proof, proofOf(id)) ? id : null;
}

export function unsubscribeAddress(recipientId: string, locale: Locale): string {
  const { PORT, PUBLIC_URL } = env();
  const path = localisePath(paths.unsubscribe(mailingToken(recipientId)), locale);
  return new URL(path, PUBLIC_URL ?? `http://localhost:${PORT}`).href;
}

/** Names the letter to the servers it passes, and proves in what comes back that it was ours. */
export const mailingMessageId = (recipientId: string): string => `<${mailingToken(recipientId)}@icma.invalid>`;

/** By which an address is counted across organisations, and by which it takes no mailings: two keys that match nothing else. */
export const touchKey = (contactIndex: string): string => hmac('mailing-touch', contactIndex);
export const stopKey = (contactIndex: string): string => hmac('mailing-stop', contactIndex);
