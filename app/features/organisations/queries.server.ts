import { and, asc, count, desc, eq, lt, notInArray, sql } from 'drizzle-orm';
import {
  auditEntries,
  auditSeals,
  issues,
  memberships,
  organisationRegions,
  organisations,
  users,
} from '#db/schema/index.ts';
import { QUEUE_STATES } from '#app/features/issues/rules/lifecycle.ts';
import { MEMBER_ROLES, type MemberRole } from '#app/kernel/actor.ts';
import { compareAz } from '#app/kernel/az-text.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { isStanding } from '#app/platform/standing.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** What waits in an organisation's workspace: reports before a moderator, and open flags on its pages. */
export type Waiting = { queue: number; flags: number };

export function countWaiting(scope: MemberScope): Promise<Waiting> {
  return withScope(scope, async (tx) => {
    const states = sql.join(
      QUEUE_STATES.map((state) => sql`${state}`),
      sql`, `,
    );
    const [row] = await tx.execute<Waiting>(sql`
      select (select count(*)::int from issues where organisation_id = ${scope.organisationId} and state in (${states})) as queue,
             (select count(*)::int from issue_flags where organisation_id = ${scope.organisationId} and state = 'open') as flags`);
    return row ?? { queue: 0, flags: 0 };
  });
}

export type Member = {
  userId: string;
  name: string;
  roles: MemberRole[];
  /** The day the first of the present roles began. */
  since: Date;
  /** Someone without e-mail gets into the account with a handed-over code. */
  hasEmail: boolean;
};

/** The people of one's organisation, in Azerbaijani order of their names. */
export async function listMembers(scope: MemberScope): Promise<Member[]> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({
        userId: users.id,
        name: users.name,
        hasEmail: sql<boolean>`${users.emailCipher} is not null`,
        role: memberships.role,
        since: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.organisationId, scope.organisationId), isStanding())),
  );
  const people = [...Map.groupBy(rows, (row) => row.userId).values()].map((group) => {
    const [first] = group as [(typeof rows)[number], ...typeof rows];
    const held = new Set(group.map((row) => row.role));
    return {
      userId: first.userId,
      name: first.name,
      hasEmail: first.hasEmail,
      roles: MEMBER_ROLES.filter((role) => held.has(role)),
      since: new Date(Math.min(...group.map((row) => row.since.getTime()))),
    };
  });
  return people.sort((a, b) => compareAz(a.name, b.name));
}

/** How many unfinished reports somebody follows: they pass on when the person leaves. */
export function countAssigned(scope: MemberScope, userId: string): Promise<number> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select({ count: count() })
      .from(issues)
      .where(
        and(
          eq(issues.organisationId, scope.organisationId),
          eq(issues.assigneeId, userId),
          notInArray(issues.state, ['closed', 'rejected', 'withdrawn']),
        ),
      );
    return row?.count ?? 0;
  });
}

/** One's own organisation as its settings show it. */
export async function getOwnOrganisation(scope: MemberScope) {
  return withScope(scope, async (tx) => {
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, scope.organisationId));
    if (!row) throw new Error('A member at work in an organisation that is not there');
    const served = await tx
      .select({ region: organisationRegions.region })
      .from(organisationRegions)
      .where(eq(organisationRegions.organisationId, scope.organisationId));
    const { applicantEmailCipher: _cipher, clientId: _form, decisionNote: _note, application: _why, ...rest } = row;
    return { ...rest, regions: served.map((entry) => entry.region) };
  });
}

export type TrailEntry = {
  id: number;
  at: Date;
  actorId: string | null;
  /** Null for somebody who is not a member any more, for jobs and for citizens. */
  actorName: string | null;
  actorRole: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  /** Name of the person it was about, if it was about a colleague. */
  subjectName: string | null;
  isSealed: boolean;
};

const TRAIL_PAGE = 50;

/** What happened in one's organisation, newest first, 50 at a time; `before` is the last entry of the page before. */
export function listTrail(
  scope: MemberScope,
  before: number | null,
): Promise<{ entries: TrailEntry[]; next: number | null }> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({
        id: auditEntries.id,
        at: auditEntries.at,
        actorId: auditEntries.actorId,
        actorName: users.name,
        actorRole: auditEntries.actorRole,
        action: auditEntries.action,
        subjectType: auditEntries.subjectType,
        subjectId: auditEntries.subjectId,
        isSealed: sql<boolean>`${auditSeals.position} is not null`,
      })
      .from(auditEntries)
      .leftJoin(users, eq(users.id, auditEntries.actorId))
      .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
      .where(
        and(
          eq(auditEntries.organisationId, scope.organisationId),
          before === null ? undefined : lt(auditEntries.id, before),
        ),
      )
      .orderBy(desc(auditEntries.id))
      .limit(TRAIL_PAGE + 1);
    const colleagues = await tx.select({ id: users.id, name: users.name }).from(users).orderBy(asc(users.id));
    const names = new Map(colleagues.map((person) => [person.id, person.name]));
    const entries = rows.slice(0, TRAIL_PAGE).map((row) => ({
      ...row,
      subjectName: row.subjectType === 'user' && row.subjectId ? (names.get(row.subjectId) ?? null) : null,
    }));
    return { entries, next: rows.length > TRAIL_PAGE ? (entries.at(-1)?.id ?? null) : null };
  });
}
