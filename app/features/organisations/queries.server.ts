import { sql } from 'drizzle-orm';
import { QUEUE_STATES } from '#app/features/issues/rules/lifecycle.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';

/** What waits in an organisation's workspace: reports before a moderator, and open flags on its pages. */
export type Waiting = { queue: number; flags: number };

export function countWaiting(scope: Extract<Scope, { kind: 'member' }>): Promise<Waiting> {
  return withScope(scope, async (tx) => {
    const states = sql.join(QUEUE_STATES.map((state) => sql`${state}`), sql`, `);
    const [row] = await tx.execute<{ queue: number; flags: number }>(sql`
      select (select count(*)::int from issues where organisation_id = ${scope.organisationId} and state in (${states})) as queue,
             (select count(*)::int from issue_flags where organisation_id = ${scope.organisationId} and state = 'open') as flags`);
    return row ?? { queue: 0, flags: 0 };
  });
}
