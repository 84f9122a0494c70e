import { campaignConfirmations } from '#db/schema/index.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { refusedAt, type ElectionAnswer } from '../rules/campaign-gate.ts';
import { CONFIRMATION_VERSION } from '../rules/kinds.ts';

type Said = { clientId: string; isAdult: boolean; isCitizen: boolean; locale: Locale };

/**
 * A member says to be 18 or older and a citizen, by the text that holds now. Only that it was said is kept, with version
 * and moment: no birth date and no document. Without both nothing is kept, and the refusal says which of them is missing.
 */
export async function confirmEligibility(
  work: StaffWork,
  { clientId, isAdult, isCitizen, locale }: Said,
): Promise<ElectionAnswer | Result<undefined, 'common.error.not-allowed'>> {
  const { scope, now } = work;
  if (!isAdult) return refusedAt('elections.refused.age', now);
  if (!isCitizen) return refusedAt('elections.refused.citizenship', now);
  return workOnce<undefined, 'common.error.not-allowed'>(
    work,
    { command: 'elections.confirm', clientId, content: CONFIRMATION_VERSION },
    async (tx) => {
      if (!mayHere(work, 'candidacy.confirm')) return refuse('common.error.not-allowed');
      const { organisationId, userId } = scope;
      await tx
        .insert(campaignConfirmations)
        .values({ organisationId, userId, textVersion: CONFIRMATION_VERSION, locale, confirmedAt: now })
        .onConflictDoNothing();
      await audit(tx, scope, { action: 'candidacy.confirmed', subjectType: 'user', subjectId: userId });
      return ok();
    },
  );
}
