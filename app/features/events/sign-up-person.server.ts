import { fold } from '#app/kernel/az-text.ts';
import { isId } from '#app/kernel/ids.ts';
import { localisePath, type Locale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { hmac, isSame, seal, unseal } from '#app/platform/crypto.server.ts';
import { env } from '#app/platform/env.server.ts';

/** Who has a place: as typed, with a contact in its compared form or none. */
export type SignUpPerson = { name: string; contact: string | null };

const place = (organisationId: string) => `event-sign-ups.person/${organisationId}`;
const feedbackPlace = (organisationId: string) => `event-sign-ups.feedback/${organisationId}`;

export const sealSignUp = (organisationId: string, person: SignUpPerson): string =>
  seal(JSON.stringify(person), place(organisationId));
/** Nobody's name for a sign-up that is forgotten. */
export const openSignUp = (organisationId: string, cipher: string | null): SignUpPerson =>
  cipher === null ? { name: '', contact: null } : (JSON.parse(unseal(cipher, place(organisationId))) as SignUpPerson);
export const sealFeedback = (organisationId: string, text: string): string => seal(text, feedbackPlace(organisationId));
export const openFeedback = (organisationId: string, cipher: string): string =>
  unseal(cipher, feedbackPlace(organisationId));

const spelled = (name: string) => fold(name).split(/\s+/u).sort().join(' ');

/** Same shift, same name in whatever order, same contact; a family may share one. A colleague is known by the account. */
export function personIndexOf(shiftId: string, person: SignUpPerson, userId: string | null): string {
  const who = userId === null ? `${spelled(person.name)}\n${person.contact ?? ''}` : `account/${userId}`;
  return hmac('event-person', `${shiftId}\n${who}`);
}

/** The contact of one organisation's people; another organisation's rows never match. */
export function contactIndexOf(organisationId: string, contact: string | null): string | null {
  return contact === null ? null : hmac('event-contact', `${organisationId}\n${contact}`);
}

type Purpose = 'place' | 'feed';
const mac = (purpose: Purpose, id: string) => hmac(`event-${purpose}-link`, id).slice(0, 40);

/** What the holder of a place keeps: the row's id and an HMAC of it. Nothing of it is stored, and it names nobody. */
export const placeToken = (id: string): string => `${id}.${mac('place', id)}`;
/** The same for the person's own calendar: whoever has it reads dates and can change nothing. */
export const feedToken = (id: string): string => `${id}.${mac('feed', id)}`;

/** The sign-up's id, or null for anything we did not make. */
export function readToken(purpose: Purpose, token: string | undefined): string | null {
  const [id, proof, ...rest] = (token ?? '').split('.');
  return isId(id) && proof !== undefined && rest.length === 0 && isSame(proof, mac(purpose, id)) ? id : null;
}

const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Eight signs by which somebody is found at the entrance: on their page, in their letter, and beside their name on the list. */
export function checkInCode(id: string): string {
  const bytes = Buffer.from(hmac('event-check-in', id), 'hex');
  return [...bytes.subarray(0, 8)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('');
}

/** The whole address of a path, for letters and calendars. */
export function addressOf(path: string, locale: Locale): string {
  const { PORT, PUBLIC_URL } = env();
  return new URL(localisePath(path, locale), PUBLIC_URL ?? `http://localhost:${PORT}`).href;
}

export const placeAddress = (id: string, locale: Locale): string => addressOf(paths.eventPlace(placeToken(id)), locale);
