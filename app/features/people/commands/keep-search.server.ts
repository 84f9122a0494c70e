import { and, eq } from 'drizzle-orm';
import { peopleSearches } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { SearchRule } from '../rules/search-rule.ts';

type Refused = 'common.error.not-allowed' | 'people.error.gone';

/** Saves a search for the whole organisation: a new one, or another rule and name under the same id. */
export function saveSearch(
  work: StaffWork,
  { clientId, searchId, name, rule }: { clientId: string; searchId: string | null; name: string; rule: SearchRule },
): Promise<Result<{ searchId: string }, Refused>> {
  const content = [searchId, name, rule];
  return workOnce<{ searchId: string }, Refused>(
    work,
    { command: 'people.save-search', clientId, content },
    async (tx) => {
      if (!mayHere(work, 'people.write')) return refuse('common.error.not-allowed');
      const { organisationId, userId } = work.scope;
      const id = searchId ?? newId();
      if (searchId === null)
        await tx.insert(peopleSearches).values({ id, organisationId, name, rule, createdBy: userId });
      else {
        const changed = await tx
          .update(peopleSearches)
          .set({ name, rule, updatedAt: work.now })
          .where(and(eq(peopleSearches.id, id), eq(peopleSearches.organisationId, organisationId)))
          .returning({ id: peopleSearches.id });
        if (changed.length === 0) return refuse('people.error.gone');
      }
      await audit(tx, work.scope, { action: 'people.search-saved', subjectType: 'people-search', subjectId: id });
      return ok({ searchId: id });
    },
  );
}

export function deleteSearch(
  work: StaffWork,
  { clientId, searchId }: { clientId: string; searchId: string },
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(
    work,
    { command: 'people.delete-search', clientId, content: searchId },
    async (tx) => {
      if (!mayHere(work, 'people.write')) return refuse('common.error.not-allowed');
      const gone = await tx
        .delete(peopleSearches)
        .where(and(eq(peopleSearches.id, searchId), eq(peopleSearches.organisationId, work.scope.organisationId)))
        .returning({ id: peopleSearches.id });
      if (gone.length === 0) return refuse('people.error.gone');
      await audit(tx, work.scope, {
        action: 'people.search-deleted',
        subjectType: 'people-search',
        subjectId: searchId,
      });
      return ok();
    },
  );
}
