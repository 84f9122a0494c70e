import { and, asc, count, desc, eq, gte, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { issueFlags, issues } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { QUEUE_STATES, type IssueState } from './rules/lifecycle.ts';
import { STANDS_LONG_AFTER } from './rules/moves.ts';
import { isSimilar, lastMove, lineColumns, nameOf, photoCount, similarSince, toLine } from './staff-lines.server.ts';
import type { OpenFlag, QueueLine, StandingLine, Today } from './staff-views.ts';

/** So many of each are shown; the rest is a number and a link. */
const SHOWN = 12;
/** Reports that were taken back stay a line of the day for so long. */
const WITHDRAWN_MS = 7 * 86_400_000;

type MemberScope = Extract<Scope, { kind: 'member' | 'system' }>;

/** The day of an organisation: what waits, oldest first. */
export function getToday(scope: MemberScope, now: Date): Promise<Today> {
  return withScope(scope, async (tx) => {
    const ours = eq(issues.organisationId, scope.organisationId);
    const unforwarded = and(ours, eq(issues.state, 'published'), withoutLetter);
    const standing = and(ours, or(...standsLong(now)));
    return {
      queue: await listQueue(tx, scope, now),
      queueTotal: await tx.$count(issues, and(ours, inArray(issues.state, [...QUEUE_STATES]))),
      flags: await listOpenFlags(tx, scope, SHOWN),
      flagsTotal: await tx.$count(
        issueFlags,
        and(eq(issueFlags.organisationId, scope.organisationId), eq(issueFlags.state, 'open')),
      ),
      answers: await listStanding(tx, and(ours, eq(issues.awaits, 'organisation')), lastAnswer),
      unforwarded: await listStanding(tx, unforwarded, lastMove),
      unforwardedTotal: await tx.$count(issues, unforwarded),
      standing: await listStanding(tx, standing, lastMove),
      standingTotal: await tx.$count(issues, standing),
      counts: await countPublic(tx, scope),
      withdrawn: await tx.$count(
        issues,
        and(ours, eq(issues.state, 'withdrawn'), gte(issues.updatedAt, new Date(now.getTime() - WITHDRAWN_MS))),
      ),
    };
  });
}

/** How much waits for a moderator, for the digest. Counts only. */
export function countWaiting(scope: MemberScope): Promise<{ queue: number; flags: number; answers: number }> {
  return withScope(scope, async (tx) => {
    const ours = eq(issues.organisationId, scope.organisationId);
    return {
      queue: await tx.$count(issues, and(ours, inArray(issues.state, [...QUEUE_STATES]))),
      flags: await tx.$count(
        issueFlags,
        and(eq(issueFlags.organisationId, scope.organisationId), eq(issueFlags.state, 'open')),
      ),
      answers: await tx.$count(issues, and(ours, eq(issues.awaits, 'organisation'))),
    };
  });
}

const withoutLetter = sql`not exists (select 1 from letters l where l.issue_id = issues.id and l.state <> 'cancelled')`;

const lastAnswer = sql<Date>`coalesce(
  (select max(m.created_at) from issue_messages m where m.issue_id = issues.id and m.side = 'reporter'), issues.created_at)`.mapWith(
  issues.createdAt,
);

function standsLong(now: Date): SQL[] {
  return Object.entries(STANDS_LONG_AFTER).map(([state, days]) => {
    const since = new Date(now.getTime() - days * 86_400_000).toISOString();
    return and(eq(issues.state, state as IssueState), sql`${lastMove} < ${since}::timestamptz`) as SQL;
  });
}

async function listQueue(tx: Tx, scope: MemberScope, now: Date): Promise<QueueLine[]> {
  return tx
    .select({
      ...lineColumns,
      source: issues.source,
      enteredBy: nameOf('entered_by'),
      photos: photoCount,
      similar: sql<number>`(select count(*)::int from issues other where ${isSimilar('issues', 'other', similarSince(now))})`,
    })
    .from(issues)
    .where(and(eq(issues.organisationId, scope.organisationId), inArray(issues.state, [...QUEUE_STATES])))
    .orderBy(asc(issues.createdAt), asc(issues.id))
    .limit(SHOWN);
}

/** The report that waits longest besides this one, for working through the queue. */
export function findNextWaiting(scope: MemberScope, besides: string): Promise<{ id: string; title: string } | null> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select({ id: issues.id, title: lineColumns.title })
      .from(issues)
      .where(and(eq(issues.organisationId, scope.organisationId), eq(issues.state, 'received'), ne(issues.id, besides)))
      .orderBy(asc(issues.createdAt), asc(issues.id))
      .limit(1);
    return row ?? null;
  });
}

async function listStanding(tx: Tx, where: SQL | undefined, since: SQL<Date>): Promise<StandingLine[]> {
  return tx
    .select({ ...lineColumns, since })
    .from(issues)
    .where(where)
    .orderBy(asc(since), asc(issues.id))
    .limit(SHOWN);
}

async function countPublic(tx: Tx, scope: MemberScope): Promise<Today['counts']> {
  const rows = await tx
    .select({ group: issues.stateGroup, number: count() })
    .from(issues)
    .where(and(eq(issues.organisationId, scope.organisationId), eq(issues.isPublic, true)))
    .groupBy(issues.stateGroup);
  const of = (group: string) => rows.find((row) => row.group === group)?.number ?? 0;
  return { open: of('open'), claimed: of('claimed'), fixed: of('fixed') };
}

/** Open reports of pages and bodies' replies, oldest first: one who waits for an answer comes before one who just wrote. */
export async function listOpenFlags(tx: Tx, scope: MemberScope, limit: number, issueId?: string): Promise<OpenFlag[]> {
  const rows = await tx
    .select({
      flag: {
        id: issueFlags.id,
        kind: issueFlags.kind,
        text: issueFlags.text,
        bodyName: issueFlags.bodyName,
        signatory: issueFlags.signatory,
        createdAt: issueFlags.createdAt,
      },
      issue: lineColumns,
    })
    .from(issueFlags)
    .innerJoin(issues, eq(issues.id, issueFlags.issueId))
    .where(
      and(
        eq(issueFlags.organisationId, scope.organisationId),
        eq(issueFlags.state, 'open'),
        issueId === undefined ? undefined : eq(issueFlags.issueId, issueId),
      ),
    )
    .orderBy(desc(sql`${issueFlags.kind} in ('personal_data', 'danger')`), asc(issueFlags.createdAt))
    .limit(limit);
  return rows.map(({ flag, issue }) => ({ ...flag, issue: toLine(issue) }));
}

/** The page of flags: all that are open. */
export function listFlags(scope: MemberScope): Promise<OpenFlag[]> {
  return withScope(scope, (tx) => listOpenFlags(tx, scope, 100));
}
