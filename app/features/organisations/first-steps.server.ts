import { sql } from 'drizzle-orm';
import { homeDismissals } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { FirstStep } from './rules/home.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** What has been done by now, read from what is there: nobody ticks it off by hand. Null when the list was put away. */
export function readFirstSteps(scope: MemberScope): Promise<Omit<Record<FirstStep, boolean>, 'second-factor'> | null> {
  const { organisationId, userId } = scope;
  return withScope(scope, async (tx) => {
    const [row] = await tx.execute<
      Record<'away' | 'about' | 'invite' | 'person' | 'event' | 'board' | 'decide' | 'report', boolean>
    >(sql`
      select exists (select 1 from home_dismissals where organisation_id = ${organisationId} and user_id = ${userId}) as away,
        exists (select 1 from organisations where id = ${organisationId} and about_az <> '') as about,
        (exists (select 1 from invitations where organisation_id = ${organisationId})
          or (select count(distinct user_id) > 1 from memberships where organisation_id = ${organisationId} and ended_at is null)) as invite,
        exists (select 1 from people where organisation_id = ${organisationId}) as person,
        exists (select 1 from events where organisation_id = ${organisationId}) as event,
        exists (select 1 from board_entries where organisation_id = ${organisationId}) as board,
        exists (select 1 from issue_events where organisation_id = ${organisationId} and actor_id = ${userId} and kind = 'move') as decide,
        exists (select 1 from issues where organisation_id = ${organisationId} and entered_by = ${userId}) as report`);
    if (!row || row.away) return null;
    const { away: _away, ...done } = row;
    return done;
  });
}

/** Puts the list away for this person in this organisation, for good. */
export async function dismissFirstSteps(scope: MemberScope, now: Date): Promise<void> {
  const { organisationId, userId } = scope;
  await withScope(scope, (tx) =>
    tx.insert(homeDismissals).values({ organisationId, userId, createdAt: now }).onConflictDoNothing(),
  );
}
