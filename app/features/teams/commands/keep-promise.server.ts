import { and, eq } from 'drizzle-orm';
import { teamPromises } from '#db/schema/index.ts';
import { isColleague } from '#app/features/organisations/public.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { PromiseForm } from '../campaign-forms.ts';

type Refused = 'common.error.not-allowed' | 'common.error.choose' | 'elections.error.gone';

/** Writes a promise into the ledger, or says what became of one. A promise is never deleted: it is kept or taken back. */
export function keepPromise(work: StaffWork, form: PromiseForm): Promise<Result<undefined, Refused>> {
  const { scope, now } = work;
  const { organisationId, userId } = scope;
  return workOnce<undefined, Refused>(
    work,
    { command: 'teams.keep-promise', clientId: form.clientId, content: form },
    async (tx) => {
      if (!mayHere(work, 'team.keep-diary')) return refuse('common.error.not-allowed');
      if (form.intent === 'promise') {
        const { text, toWhom, madeOn, dueOn, owner } = form;
        if (owner !== null && !(await isColleague(tx, organisationId, owner)))
          return refuse('common.error.choose', 'owner');
        const id = newId();
        await tx
          .insert(teamPromises)
          .values({ id, organisationId, text, toWhom, madeOn, dueOn, ownerId: owner, createdBy: userId });
        await audit(tx, scope, { action: 'team.promise', subjectType: 'promise', subjectId: id });
        return ok();
      }
      const set =
        form.intent === 'reopen'
          ? { state: 'open' as const, outcome: '', closedOn: null }
          : { state: form.state, outcome: form.outcome, closedOn: dayOf(now) };
      const touched = await tx
        .update(teamPromises)
        .set(set)
        .where(and(eq(teamPromises.id, form.id), eq(teamPromises.organisationId, organisationId)))
        .returning({ id: teamPromises.id });
      if (touched.length === 0) return refuse('elections.error.gone');
      const action = form.intent === 'reopen' ? 'team.promise-reopened' : `team.promise-${form.state}`;
      await audit(tx, scope, { action, subjectType: 'promise', subjectId: form.id });
      return ok();
    },
  );
}
