import { sql } from 'drizzle-orm';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';

/** What was begun and not put out yet, in one question. Counts only. */
export function countDrafts(
  scope: Extract<Scope, { kind: 'member' }>,
): Promise<{ campaigns: number; events: number; messages: number }> {
  const { organisationId } = scope;
  return withScope(scope, async (tx) => {
    const [row] = await tx.execute<{ campaigns: number; events: number; messages: number }>(sql`
      select (select count(*)::int from campaigns where organisation_id = ${organisationId} and state = 'draft') as campaigns,
        (select count(*)::int from events where organisation_id = ${organisationId} and state = 'draft') as events,
        (select count(*)::int from mailings where organisation_id = ${organisationId} and state = 'draft') as messages`);
    return row ?? { campaigns: 0, events: 0, messages: 0 };
  });
}
