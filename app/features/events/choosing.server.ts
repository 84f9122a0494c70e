import { peopleOfSearch, searchesToChoose } from '#app/features/people/public.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { Attendance } from './attendance.server.ts';
import { EVENT_LIMITS } from './rules/kinds.ts';

/** Saved searches, and whom the chosen one finds who has no place at the event and no place in line. */
export function readChoosing(scope: Extract<Scope, { kind: 'member' }>, { people }: Attendance, search: string | null) {
  const { organisationId } = scope;
  const holds = new Set(
    people.filter(({ state }) => state !== 'cancelled' && state !== 'expired').map(({ personId }) => personId),
  );
  return withScope(scope, async (tx) => {
    const searches = await searchesToChoose(tx, organisationId);
    const searchId = isId(search) ? search : null;
    const found =
      searchId === null ? undefined : await peopleOfSearch(tx, organisationId, searchId, EVENT_LIMITS.chosen);
    return { searches, searchId, found: found?.filter(({ id }) => !holds.has(id)) ?? null };
  });
}
