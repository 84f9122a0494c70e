import type { MemberRole } from '#app/kernel/actor.ts';

export type HandOverRefusal =
  | 'accounts.handover.error.unknown'
  | 'accounts.handover.error.oneself'
  | 'accounts.handover.error.has-email'
  | 'accounts.handover.error.rank'
  | 'accounts.handover.error.elsewhere';

type Giver = { userId: string; organisationId: string; role: MemberRole };
type Person = {
  userId: string;
  isOperator: boolean;
  hasEmail: boolean;
  held: readonly { organisationId: string; role: MemberRole }[];
};

/**
 * Whoever hands over a code could use it, so it may open nothing that the giver does not see already: no owner for
 * somebody who is not one, no operator, nobody who works in another organisation too. Who has an e-mail gets the link there.
 * Answers why not, or undefined.
 */
export function mayHandOver(giver: Giver, person: Person): HandOverRefusal | undefined {
  if (person.userId === giver.userId) return 'accounts.handover.error.oneself';
  const here = person.held.filter((entry) => entry.organisationId === giver.organisationId);
  if (here.length === 0) return 'accounts.handover.error.unknown';
  if (person.hasEmail) return 'accounts.handover.error.has-email';
  if (giver.role !== 'owner' && giver.role !== 'organiser') return 'accounts.handover.error.rank';
  if (person.isOperator || (giver.role !== 'owner' && here.some((entry) => entry.role === 'owner')))
    return 'accounts.handover.error.rank';
  return here.length < person.held.length ? 'accounts.handover.error.elsewhere' : undefined;
}
