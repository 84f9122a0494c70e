import { isYoung, type AgeBand, type Gender } from '#app/features/people/rules/kinds.ts';
import type { ReservedFor } from './kinds.ts';

/** A role of a join form with how many were accepted, and how many of them belong to the group it keeps places for. */
export type RolePlaces = {
  places: number;
  reservedFor: ReservedFor;
  reserved: number;
  taken: number;
  takenReserved: number;
};

/** Whether somebody belongs to the group, by what they said of themselves; who said nothing does not. */
export function isKeptFor(group: ReservedFor, { ageBand, gender }: { ageBand: AgeBand | null; gender: Gender | null }) {
  if (group === 'women') return gender === 'woman';
  return group === 'young' && isYoung(ageBand);
}

/** Free places, and how many of them are kept for the group still. Null places: as many as come. */
export function freePlaces(role: RolePlaces): { free: number | null; kept: number } {
  if (role.places === 0) return { free: null, kept: 0 };
  const free = Math.max(0, role.places - role.taken);
  const kept = role.reservedFor === 'nobody' ? 0 : Math.max(0, role.reserved - role.takenReserved);
  return { free, kept: Math.min(free, kept) };
}

/** Why somebody cannot be taken for a role; undefined when they can. */
export function noPlace(
  role: RolePlaces,
  person: { ageBand: AgeBand | null; gender: Gender | null },
): 'tasks.join.error.full' | 'tasks.join.error.kept' | undefined {
  const { free, kept } = freePlaces(role);
  if (free === null) return undefined;
  if (free === 0) return 'tasks.join.error.full';
  return isKeptFor(role.reservedFor, person) || free > kept ? undefined : 'tasks.join.error.kept';
}
