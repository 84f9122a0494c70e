import { seal, unseal } from '#app/platform/crypto.server.ts';

/** What one means to talk about; bound to its organisation. */
const place = (organisationId: string) => `contact-follow-ups.about/${organisationId}`;
export const sealFollowUp = (organisationId: string, text: string) => seal(text, place(organisationId));
export const openFollowUp = (organisationId: string, cipher: string) => unseal(cipher, place(organisationId));
