import { eq } from 'drizzle-orm';
import { candidatePages } from '#db/schema/index.ts';
import { mayCampaign } from '#app/features/elections/public.server.ts';
import type { ElectionRefusal } from '#app/features/elections/rules/campaign-gate.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { PageForm } from '../campaign-forms.ts';

type Refused = 'common.error.not-allowed' | 'teams.page.error.taken' | 'teams.page.error.none';

/**
 * Keeps the candidate's own page: its words at any time, its being shown only while the team may campaign. Refused by the
 * election's gate with reason and date, or when the address is another candidate's.
 */
export async function keepPage(work: StaffWork, form: PageForm): Promise<Result<undefined, Refused> | ElectionRefusal> {
  const { scope, now } = work;
  const { organisationId } = scope;
  if (form.intent === 'on') {
    const gate = await withScope(scope, (tx) => mayCampaign(tx, organisationId, now));
    if (!gate.ok) return gate;
  }
  try {
    return await workOnce<undefined, Refused>(
      work,
      { command: 'teams.keep-page', clientId: form.clientId, content: form },
      async (tx) => {
        if (!mayHere(work, 'team.keep-page')) return refuse('common.error.not-allowed');
        if (form.intent === 'save') {
          const { clientId: _once, intent: _intent, ...words } = form;
          const row = { ...words, updatedAt: now };
          await tx
            .insert(candidatePages)
            .values({ organisationId, ...row })
            .onConflictDoUpdate({ target: candidatePages.organisationId, set: row });
        } else {
          const touched = await tx
            .update(candidatePages)
            .set({ isOn: form.intent === 'on', updatedAt: now })
            .where(eq(candidatePages.organisationId, organisationId))
            .returning({ slug: candidatePages.slug });
          if (touched.length === 0) return refuse('teams.page.error.none');
        }
        await audit(tx, scope, { action: `team.page-${form.intent}`, subjectType: 'candidate-page' });
        return ok();
      },
    );
  } catch (error) {
    // Another team has this address; which one is nobody's business.
    if (isTaken(error)) return refuse('teams.page.error.taken', 'slug');
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  const { cause } = error as { cause?: unknown };
  return [error, cause].some((at) => {
    const { code, constraint_name: name } = (at ?? {}) as { code?: string; constraint_name?: string };
    return code === '23505' && name === 'candidate_pages_slug';
  });
}
