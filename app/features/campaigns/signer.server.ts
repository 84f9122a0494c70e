import { localisePath, type Locale } from '#app/kernel/locale.ts';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { hmac, isSame, seal, unseal } from '#app/platform/crypto.server.ts';
import { env } from '#app/platform/env.server.ts';
import { coreName, signerText, type Person } from './rules/signer.ts';

const PLACE = 'signatures.person';

export function sealPerson(person: Person): string {
  return seal(JSON.stringify(person), PLACE);
}

export function openPerson(cipher: string): Person {
  return JSON.parse(unseal(cipher, PLACE)) as Person;
}

/** The contact of one organisation's people, whatever the campaign: blocks and erasure find it, other organisations' tables never match. */
export function contactIndex(organisationId: string, contact: string): string {
  return hmac('signer-contact', `${organisationId}\n${contact}`);
}

type Belongs = { campaignId: string; organisationId: string; region: string };

/** The three keyed hashes by which a signature is compared (db/schema/support.ts says what each is for). */
export function signerIndexes(
  { campaignId, organisationId, region }: Belongs,
  person: Person,
): { signerIndex: string | null; contactIndex: string | null; nameIndex: string } {
  // Without contact and birth year two people of one name in one village cannot be told apart, so nothing is claimed.
  const isKnown = person.contact !== null || person.birthYear !== null;
  return {
    signerIndex: isKnown ? hmac('signer-index', `${campaignId}\n${signerText(person)}`) : null,
    contactIndex: person.contact === null ? null : contactIndex(organisationId, person.contact),
    nameIndex: hmac('signer-name', `${campaignId}\n${coreName(person.name)}\n${region}`),
  };
}

const mac = (id: string) => hmac('signature-link', id).slice(0, 40);

/** What a signer holds in the mail: the row's id and an HMAC of it. Nothing of it is stored, and it names nobody. */
export function signatureToken(id: string): string {
  return `${id}.${mac(id)}`;
}

/** The signature's id, or null for anything we did not make. */
export function readSignatureToken(token: string | undefined): string | null {
  const [id, proof, ...rest] = (token ?? '').split('.');
  return isId(id) && proof !== undefined && rest.length === 0 && isSame(proof, mac(id)) ? id : null;
}

/** The whole address of a path, for letters. */
export function addressOf(path: string, locale: Locale): string {
  const { PORT, PUBLIC_URL } = env();
  return new URL(localisePath(path, locale), PUBLIC_URL ?? `http://localhost:${PORT}`).href;
}

export const signatureAddress = (id: string, locale: Locale): string =>
  addressOf(paths.signature(signatureToken(id)), locale);
export const unsubscribeAddress = (id: string, locale: Locale): string =>
  addressOf(paths.signatureUnsubscribe(signatureToken(id)), locale);
