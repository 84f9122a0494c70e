import { and, eq } from 'drizzle-orm';
import { campaignSuggestions } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';

export type SuggestionRefusal =
  'common.error.not-allowed' | 'campaigns.error.unknown' | 'campaigns.error.suggestion-used';

/** Puts a suggestion aside, so that it is never made again, or takes it back from there. A used one stays used. */
export function decideSuggestion(
  work: StaffWork,
  { id, clientId, intent }: { id: string; clientId: string; intent: 'dismiss' | 'restore' },
): Promise<Result<undefined, SuggestionRefusal>> {
  return workOnce(work, { command: `campaign.suggestion-${intent}`, clientId, content: id }, async (tx) => {
    if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
    const mine = and(eq(campaignSuggestions.id, id), eq(campaignSuggestions.organisationId, work.scope.organisationId));
    const [row] = await tx.select().from(campaignSuggestions).where(mine).for('update');
    if (!row) return refuse('campaigns.error.unknown');
    if (row.state === 'used') return refuse('campaigns.error.suggestion-used');
    await tx
      .update(campaignSuggestions)
      .set(
        intent === 'dismiss'
          ? { state: 'dismissed', decidedBy: work.scope.userId, decidedAt: work.now }
          : { state: 'open', decidedBy: null, decidedAt: null },
      )
      .where(mine);
    await audit(tx, work.scope, {
      action: `campaign.suggestion-${intent}`,
      subjectType: 'campaign-suggestion',
      subjectId: id,
    });
    return ok();
  });
}
