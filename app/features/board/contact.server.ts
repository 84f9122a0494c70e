import { seal, unseal } from '#app/platform/crypto.server.ts';
import type { BoardContact } from './views.ts';

/** Bound to its answer and its side: moved to another row it does not open. */
const place = (matchId: string, organisationId: string) => `board-contacts.contact/${matchId}/${organisationId}`;

export const sealBoardContact = (matchId: string, organisationId: string, { name, contact }: BoardContact) =>
  seal(JSON.stringify([name, contact]), place(matchId, organisationId));

export function openBoardContact(matchId: string, organisationId: string, cipher: string): BoardContact {
  const [name, contact] = JSON.parse(unseal(cipher, place(matchId, organisationId))) as [string, string];
  return { name, contact };
}
