import { fold } from '#app/kernel/az-text.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { localisePath } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { hmac, isSame, seal, unseal } from '#app/platform/crypto.server.ts';
import { env } from '#app/platform/env.server.ts';

const PLACE = 'supporter-letters.letter';

/** A supporter's own letter. Everything in here stands in the cipher alone. */
export type OwnLetter = {
  name: string;
  email: string;
  region: string;
  text: string;
  /** Whether the body may see how to answer the writer directly. */
  showsEmail: boolean;
};

export const sealLetter = (letter: OwnLetter): string => seal(JSON.stringify(letter), PLACE);
export const openLetter = (cipher: string): OwnLetter => JSON.parse(unseal(cipher, PLACE)) as OwnLetter;

type Target = { bodyId: string; postId: string | null };

/** Same sender to the same target; nothing of it tells who. */
export function senderIndex({ bodyId, postId }: Target, email: string): string {
  return hmac('letter-sender', `${bodyId}\n${postId ?? ''}\n${email}`);
}

/** Same words to the same target, whatever their case, letters, spaces and stops: a copy is not a letter of one's own. */
export function textIndex({ bodyId, postId }: Target, text: string): string {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
  return hmac('letter-text', `${bodyId}\n${postId ?? ''}\n${words}`);
}

const mac = (id: string): string => hmac('letter-link', id).slice(0, 40);
/** What the writer holds in the mail: the row's id and an HMAC of it. */
export const letterToken = (id: string): string => `${id}.${mac(id)}`;

/** The letter's id, or null for anything we did not make. */
export function readLetterToken(token: string | undefined): string | null {
  const [id, proof, ...rest] = (token ?? '').split('.');
  return isId(id) && proof !== undefined && rest.length === 0 && isSame(proof, mac(id)) ? id : null;
}

export function letterAddress(slug: string, id: string, locale: Locale): string {
  const { PORT, PUBLIC_URL } = env();
  return new URL(
    localisePath(paths.campaignLetterLink(slug, letterToken(id)), locale),
    PUBLIC_URL ?? `http://localhost:${PORT}`,
  ).href;
}
