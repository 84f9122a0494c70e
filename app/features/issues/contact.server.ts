import { seal, unseal } from '#app/platform/crypto.server.ts';

/** The ciphertext is bound to its report: moved to another row it does not open. */
const place = (issueId: string) => `issue_contacts.contact_cipher:${issueId}`;

/** Encrypts an e-mail address or telephone number that a reporter left. */
export function sealContact(issueId: string, contact: string): string {
  return seal(contact, place(issueId));
}

export function openContact(issueId: string, cipher: string): string {
  return unseal(cipher, place(issueId));
}
