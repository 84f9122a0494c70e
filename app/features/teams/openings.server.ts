import { and, desc, eq, isNull, gt, sql } from 'drizzle-orm';
import { auditEntries, teamOpenings } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';

/** How often somebody looked into the team of the scope, why, and how much was read. Newest first. */
export function listOpenings(scope: Extract<Scope, { kind: 'member' }>) {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({
        id: teamOpenings.id,
        reason: teamOpenings.reason,
        openedAt: teamOpenings.openedAt,
        until: teamOpenings.until,
        endedAt: teamOpenings.endedAt,
        looks: sql<number>`(select count(*)::int from audit_entries e where e.action = 'team.read' and e.subject_id = team_openings.id::text)`,
      })
      .from(teamOpenings)
      .where(eq(teamOpenings.organisationId, scope.organisationId))
      .orderBy(desc(teamOpenings.openedAt));
    return rows.map(({ endedAt, openedAt, until, ...rest }) => ({
      ...rest,
      openedAt: openedAt.toISOString(),
      until: (endedAt ?? until).toISOString(),
    }));
  });
}

/** The operator's own opening that has not run out: its team's scope to read in. Null for any other. */
export function findOpening(
  scope: Extract<Scope, { kind: 'operator' }>,
  opening: string,
  now: Date,
): Promise<{ id: string; reason: string; until: Date; glass: Extract<Scope, { kind: 'glass' }> } | null> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(teamOpenings)
      .where(
        and(
          eq(teamOpenings.id, opening),
          eq(teamOpenings.operatorId, scope.userId),
          isNull(teamOpenings.endedAt),
          gt(teamOpenings.until, now),
        ),
      );
    if (!row) return null;
    const glass = { kind: 'glass' as const, organisationId: row.organisationId, userId: scope.userId };
    return { id: row.id, reason: row.reason, until: row.until, glass };
  });
}

/** The operator's openings, newest first: what one did, without whose team it was. */
export function listOwnOpenings(scope: Extract<Scope, { kind: 'operator' }>, now: Date) {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(teamOpenings)
      .where(eq(teamOpenings.operatorId, scope.userId))
      .orderBy(desc(teamOpenings.openedAt))
      .limit(50);
    return rows.map(({ endedAt, id, openedAt, reason, until }) => ({
      id,
      reason,
      openedAt: openedAt.toISOString(),
      until: (endedAt ?? until).toISOString(),
      isOpen: endedAt === null && until > now,
    }));
  });
}

/** That the operator read a table of the team, into the team's own trail. */
export const noteReading = (scope: Extract<Scope, { kind: 'glass' }>, opening: string): Promise<void> =>
  withScope(scope, async (tx) => {
    await tx.insert(auditEntries).values({
      organisationId: scope.organisationId,
      actorId: scope.userId,
      actorRole: 'operator',
      action: 'team.read',
      subjectType: 'team_opening',
      subjectId: opening,
    });
  });
