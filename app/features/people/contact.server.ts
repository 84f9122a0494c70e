import { normaliseEmail } from '#app/kernel/email.ts';
import { normalisePhone } from '#app/kernel/phone.ts';
import { blindIndex, seal, unseal } from '#app/platform/crypto.server.ts';
import type { ContactKind, Guardian } from './rules/kinds.ts';

/** A contact as it is compared and kept. */
export type Contact = { kind: ContactKind; value: string };

/** Reads an e-mail address or a telephone number as people write them; null for neither. */
export function readContact(text: string): Contact | null {
  const value = text.includes('@') ? normaliseEmail(text) : normalisePhone(text);
  return value === null ? null : { kind: text.includes('@') ? 'email' : 'phone', value };
}

const contactPlace = (organisationId: string) => `people-contacts.value/${organisationId}`;
const notePlace = (organisationId: string) => `people-notes.text/${organisationId}`;
const momentPlace = (organisationId: string) => `people-moments.about/${organisationId}`;

const guardianPlace = (organisationId: string) => `people-guardians/${organisationId}`;

/** Every text is bound to its organisation: moved into another's row it does not open. */
export const sealContact = (organisationId: string, { value }: Contact) => seal(value, contactPlace(organisationId));
export const openContact = (organisationId: string, cipher: string) => unseal(cipher, contactPlace(organisationId));
export const sealNote = (organisationId: string, text: string) => seal(text, notePlace(organisationId));
export const openNote = (organisationId: string, cipher: string) => unseal(cipher, notePlace(organisationId));
export const sealAbout = (organisationId: string, text: string) => seal(text, momentPlace(organisationId));
export const openAbout = (organisationId: string, cipher: string) => unseal(cipher, momentPlace(organisationId));

export const sealGuardian = (organisationId: string, guardian: Guardian) =>
  seal(JSON.stringify(guardian), guardianPlace(organisationId));
export const openGuardian = (organisationId: string, cipher: string) =>
  JSON.parse(unseal(cipher, guardianPlace(organisationId))) as Guardian;

export const indexOfContact = ({ kind, value }: Contact): string => blindIndex(kind, value);
