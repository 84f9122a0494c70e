import { eq } from 'drizzle-orm';
import { organisations } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';

/**
 * The candidate calls her team otherwise. It has one name in all languages, and its address stays: links that are out go on
 * working. Refuses anybody but her.
 */
export function renameTeam(
  work: StaffWork,
  { clientId, name }: { clientId: string; name: string },
): Promise<Result<undefined, 'common.error.not-allowed'>> {
  const { scope } = work;
  return workOnce<undefined, 'common.error.not-allowed'>(
    work,
    { command: 'team.rename', clientId, content: name },
    async (tx) => {
      if (!mayHere(work, 'team.rename')) return refuse('common.error.not-allowed');
      await tx
        .update(organisations)
        .set({ nameAz: name, nameEn: name, nameRu: name })
        .where(eq(organisations.id, scope.organisationId));
      await audit(tx, scope, { action: 'team.renamed', subjectType: 'team' });
      return ok();
    },
  );
}
