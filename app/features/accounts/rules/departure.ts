import type { MemberRole } from '#app/kernel/actor.ts';

type Held = { userId: string; organisationId: string; role: MemberRole };

/** The organisations that would be left without an owner if this person went. `held` are the owners' rows that have not ended. */
export function leftWithoutOwner(userId: string, held: readonly Held[]): string[] {
  const owners = held.filter((entry) => entry.role === 'owner');
  const mine = owners.filter((entry) => entry.userId === userId).map((entry) => entry.organisationId);
  return mine.filter(
    (organisationId) => !owners.some((entry) => entry.organisationId === organisationId && entry.userId !== userId),
  );
}
