import { candidacies, candidacySteps } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { isColleague } from '#app/features/organisations/public.server.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { CandidacyForm } from '../forms.ts';

type Refused = 'common.error.not-allowed' | 'common.error.choose' | 'elections.error.done-later';

/** Keeps where the candidate stands, or one line of the checklist: who does it, when it was done, a note. */
export function keepCandidacy(work: StaffWork, form: CandidacyForm): Promise<Result<undefined, Refused>> {
  const { scope, now } = work;
  const { organisationId } = scope;
  return workOnce<undefined, Refused>(
    work,
    { command: 'elections.keep-candidacy', clientId: form.clientId, content: form },
    async (tx) => {
      if (!mayHere(work, 'candidacy.write')) return refuse('common.error.not-allowed');
      if (form.intent === 'municipality') {
        const row = { municipality: form.municipality, population: form.population, updatedAt: now };
        await tx
          .insert(candidacies)
          .values({ organisationId, ...row })
          .onConflictDoUpdate({ target: candidacies.organisationId, set: row });
        await audit(tx, scope, { action: 'candidacy.municipality', subjectType: 'candidacy' });
        return ok();
      }
      if (form.doneOn !== null && form.doneOn > dayOf(now)) return refuse('elections.error.done-later', 'doneOn');
      if (form.owner !== null && !(await isColleague(tx, organisationId, form.owner)))
        return refuse('common.error.choose', 'owner');
      const row = {
        ownerId: form.owner,
        doneOn: form.doneOn,
        doneBy: form.doneOn === null ? null : scope.userId,
        note: form.note,
      };
      await tx
        .insert(candidacySteps)
        .values({ organisationId, key: form.key, ...row })
        .onConflictDoUpdate({ target: [candidacySteps.organisationId, candidacySteps.key], set: row });
      await audit(tx, scope, { action: 'candidacy.step', subjectType: 'candidacy' });
      return ok();
    },
  );
}
