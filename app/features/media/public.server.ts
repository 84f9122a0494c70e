import { and, eq, isNull, lte } from 'drizzle-orm';
import { contactFollowUps } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';

/** How many journalists and partners somebody meant to write to by today. */
export function countFollowUps(scope: Extract<Scope, { kind: 'member' }>, now: Date): Promise<number> {
  return withScope(scope, (tx) =>
    tx.$count(
      contactFollowUps,
      and(
        eq(contactFollowUps.organisationId, scope.organisationId),
        isNull(contactFollowUps.doneAt),
        lte(contactFollowUps.dueOn, dayOf(now)),
      ),
    ),
  );
}
