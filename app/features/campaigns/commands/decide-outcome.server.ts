import { and, eq } from 'drizzle-orm';
import { campaignDocuments } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockCampaign, recordStep } from '../campaign-work.server.ts';
import { canMoveCampaign, PROVEN_OUTCOMES, type Outcome } from '../rules/lifecycle.ts';

export type OutcomeStep =
  | { intent: 'propose'; clientId: string; outcome: Outcome; before: string; after: string }
  | { intent: 'confirm'; clientId: string }
  | { intent: 'refuse'; clientId: string; note: string };

export type OutcomeRefusal =
  | 'common.error.not-allowed'
  | 'common.error.changed-meanwhile'
  | 'campaigns.error.unknown'
  | 'campaigns.error.no-evidence'
  | 'campaigns.error.second-person';

/**
 * What came of it takes two people (issue 3, part 1): one proposes, with what was before and what is now; another one
 * confirms. "Won" and "partly won" need evidence that strangers can see. Until then nothing of it is public.
 */
export function decideOutcome(
  work: StaffWork,
  id: string,
  step: OutcomeStep,
): Promise<Result<undefined, OutcomeRefusal>> {
  return workOnce(
    work,
    { command: `campaign.outcome.${step.intent}`, clientId: step.clientId, content: step },
    async (tx) => {
      const campaign = await lockCampaign(tx, work, id);
      if (!campaign) return refuse('campaigns.error.unknown');
      if (step.intent === 'propose') {
        if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
        if (!canMoveCampaign(campaign.state, step.outcome, 'system')) return refuse('common.error.changed-meanwhile');
        await recordStep(tx, work, id, {
          action: 'campaign.outcome-proposed',
          step: { kind: 'outcome_proposed', toState: step.outcome },
          change: {
            proposedOutcome: step.outcome,
            proposedBy: work.scope.userId,
            proposedAt: work.now,
            before: step.before,
            after: step.after,
            confirmedBy: null,
          },
        });
        return ok();
      }
      if (!mayHere(work, 'campaign.confirm-outcome')) return refuse('common.error.not-allowed');
      const outcome = campaign.proposedOutcome;
      if (!outcome || !canMoveCampaign(campaign.state, outcome, 'system'))
        return refuse('common.error.changed-meanwhile');
      if (campaign.proposedBy === work.scope.userId) return refuse('campaigns.error.second-person');
      if (step.intent === 'refuse') {
        await recordStep(tx, work, id, {
          action: 'campaign.outcome-refused',
          step: { kind: 'outcome_refused', toState: outcome, note: step.note },
          change: { proposedOutcome: null, proposedBy: null, proposedAt: null },
        });
        return ok();
      }
      const evidence = await tx.$count(
        campaignDocuments,
        and(
          eq(campaignDocuments.campaignId, id),
          eq(campaignDocuments.kind, 'evidence'),
          eq(campaignDocuments.isPublic, true),
        ),
      );
      if (evidence === 0 && (PROVEN_OUTCOMES as readonly Outcome[]).includes(outcome))
        return refuse('campaigns.error.no-evidence');
      await recordStep(tx, work, id, {
        action: 'campaign.outcome-confirmed',
        step: { kind: 'moved', fromState: campaign.state, toState: outcome },
        change: {
          state: outcome,
          endedAt: work.now,
          confirmedBy: work.scope.userId,
          verifiedOn: dayOf(work.now),
          proposedOutcome: null,
        },
      });
      return ok();
    },
  );
}
