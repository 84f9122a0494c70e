import { and, eq } from 'drizzle-orm';
import { briefingAnswers, briefings, briefingVersions } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { BriefingForm } from '../campaign-forms.ts';
import { markQuiz } from '../rules/briefing.ts';

type Refused = 'common.error.not-allowed' | 'elections.error.gone' | 'teams.briefing.error.newer';

/**
 * Writes a briefing, or a new version of one. The words that people answered stay as they were; `anew` makes everybody
 * read the new ones before they count as briefed.
 */
export function keepBriefing(
  work: StaffWork,
  briefingId: string | null,
  form: BriefingForm,
): Promise<Result<{ briefingId: string }, Refused>> {
  const { scope } = work;
  const { organisationId, userId } = scope;
  const content = [briefingId, form];
  return workOnce<{ briefingId: string }, Refused>(
    work,
    { command: 'teams.keep-briefing', clientId: form.clientId, content },
    async (tx) => {
      if (!mayHere(work, 'team.brief')) return refuse('common.error.not-allowed');
      const { title } = form;
      const id = briefingId ?? newId();
      let version = 1;
      if (briefingId === null)
        await tx.insert(briefings).values({ id, organisationId, title, version, neededVersion: 1, createdBy: userId });
      else {
        const here = and(eq(briefings.id, id), eq(briefings.organisationId, organisationId));
        const [before] = await tx.select().from(briefings).where(here).for('update');
        if (!before || before.archivedAt) return refuse('elections.error.gone');
        version = before.version + 1;
        const neededVersion = form.anew ? version : before.neededVersion;
        await tx.update(briefings).set({ title, version, neededVersion }).where(here);
      }
      const { text, questions } = form;
      await tx
        .insert(briefingVersions)
        .values({ briefingId: id, version, organisationId, text, questions, createdBy: userId });
      await audit(tx, scope, { action: 'team.briefing-written', subjectType: 'briefing', subjectId: id });
      return ok({ briefingId: id });
    },
  );
}

/** Takes a briefing out of what the team has to know; what was answered stays. */
export function archiveBriefing(
  work: StaffWork,
  { clientId, briefingId }: { clientId: string; briefingId: string },
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(
    work,
    { command: 'teams.archive-briefing', clientId, content: briefingId },
    async (tx) => {
      if (!mayHere(work, 'team.brief')) return refuse('common.error.not-allowed');
      const gone = await tx
        .update(briefings)
        .set({ archivedAt: work.now })
        .where(and(eq(briefings.id, briefingId), eq(briefings.organisationId, work.scope.organisationId)))
        .returning({ id: briefings.id });
      if (gone.length === 0) return refuse('elections.error.gone');
      await audit(tx, work.scope, { action: 'team.briefing-archived', subjectType: 'briefing', subjectId: briefingId });
      return ok();
    },
  );
}

/**
 * Marks somebody's answers against the version that was on their page and keeps them with it. Refused when that version
 * is not the present one any more: the page shows the new words then.
 */
export function answerBriefing(
  work: StaffWork,
  briefingId: string,
  { clientId, version, answers }: { clientId: string; version: number; answers: number[] },
): Promise<Result<{ isPassed: boolean; right: number; all: number }, Refused>> {
  const { scope } = work;
  const { organisationId, userId } = scope;
  return workOnce<{ isPassed: boolean; right: number; all: number }, Refused>(
    work,
    { command: 'teams.answer-briefing', clientId, content: [briefingId, version, answers] },
    async (tx) => {
      if (!mayHere(work, 'team.learn')) return refuse('common.error.not-allowed');
      const [briefing] = await tx
        .select({ version: briefings.version, archivedAt: briefings.archivedAt, questions: briefingVersions.questions })
        .from(briefings)
        .innerJoin(
          briefingVersions,
          and(eq(briefingVersions.briefingId, briefings.id), eq(briefingVersions.version, briefings.version)),
        )
        .where(and(eq(briefings.id, briefingId), eq(briefings.organisationId, organisationId)));
      if (!briefing || briefing.archivedAt) return refuse('elections.error.gone');
      if (briefing.version !== version) return refuse('teams.briefing.error.newer');
      const { right, isPassed } = markQuiz(briefing.questions, answers);
      await tx
        .insert(briefingAnswers)
        .values({ id: newId(), organisationId, briefingId, version, userId, right, isPassed });
      return ok({ isPassed, right, all: briefing.questions.length });
    },
  );
}
