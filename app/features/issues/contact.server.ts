import { seal, unseal } from '#app/platform/crypto.server.ts';

/** A ciphertext is bound to its row: moved to another one it does not open. */
const ofReporter = (issueId: string) => `issue_contacts.contact_cipher:${issueId}`;
const ofFlag = (flagId: string) => `issue_flags.contact_cipher:${flagId}`;

/** Encrypts an e-mail address or telephone number that a reporter left. */
export function sealContact(issueId: string, contact: string): string {
  return seal(contact, ofReporter(issueId));
}

export function openContact(issueId: string, cipher: string): string {
  return unseal(cipher, ofReporter(issueId));
}

/** The same for the contact under a body's reply, by which a moderator makes sure whose reply it is. */
export function sealFlagContact(flagId: string, contact: string): string {
  return seal(contact, ofFlag(flagId));
}

export function openFlagContact(flagId: string, cipher: string): string {
  return unseal(cipher, ofFlag(flagId));
}
