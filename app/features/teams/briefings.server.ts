import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { briefingAnswers, briefings, briefingVersions } from '#db/schema/index.ts';
import { colleagues } from '#app/features/organisations/public.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { passedBriefings } from './briefed.server.ts';
import { isBriefedBy, stillToPass } from './rules/briefing.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** The team's briefings, and what the member still has to pass; whoever writes them sees who is briefed. */
export function listBriefings(scope: MemberScope, { withTeam }: { withTeam: boolean }) {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({
        id: briefings.id,
        title: briefings.title,
        version: briefings.version,
        neededVersion: briefings.neededVersion,
      })
      .from(briefings)
      .where(isNull(briefings.archivedAt))
      .orderBy(asc(briefings.createdAt));
    const waiting = new Set(stillToPass(rows, await passedBriefings(tx, scope.userId)));
    const passes = withTeam
      ? await tx
          .selectDistinct({
            userId: briefingAnswers.userId,
            briefingId: briefingAnswers.briefingId,
            version: briefingAnswers.version,
          })
          .from(briefingAnswers)
          .where(eq(briefingAnswers.isPassed, true))
      : [];
    const team = withTeam ? await colleagues(tx, scope.organisationId) : [];
    return {
      briefings: rows.map(({ id, title, version }) => ({ id, title, version, isPassed: !waiting.has(id) })),
      isBriefed: rows.length > 0 && waiting.size === 0,
      team: team.map(({ id, name }) => ({
        id,
        name,
        isBriefed: isBriefedBy(
          rows,
          passes.filter(({ userId }) => userId === id),
        ),
      })),
    };
  });
}

/** One briefing in its present words, without its right answers; and the member's last try. */
export async function getBriefing(scope: MemberScope, briefingId: string) {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select({
        id: briefings.id,
        title: briefings.title,
        version: briefings.version,
        neededVersion: briefings.neededVersion,
        text: briefingVersions.text,
        questions: briefingVersions.questions,
      })
      .from(briefings)
      .innerJoin(
        briefingVersions,
        and(eq(briefingVersions.briefingId, briefings.id), eq(briefingVersions.version, briefings.version)),
      )
      .where(
        and(
          eq(briefings.id, briefingId),
          eq(briefings.organisationId, scope.organisationId),
          isNull(briefings.archivedAt),
        ),
      );
    if (!row) return null;
    const [last] = await tx
      .select({
        version: briefingAnswers.version,
        right: briefingAnswers.right,
        isPassed: briefingAnswers.isPassed,
        at: briefingAnswers.createdAt,
      })
      .from(briefingAnswers)
      .where(and(eq(briefingAnswers.briefingId, briefingId), eq(briefingAnswers.userId, scope.userId)))
      .orderBy(desc(briefingAnswers.createdAt))
      .limit(1);
    const waiting = stillToPass([row], await passedBriefings(tx, scope.userId));
    return { ...row, last: last ?? null, isPassed: waiting.length === 0 };
  });
}
