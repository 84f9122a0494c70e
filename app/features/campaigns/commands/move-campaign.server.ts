import { eq } from 'drizzle-orm';
import { campaignDemands } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockCampaign, recordStep, type CampaignRow } from '../campaign-work.server.ts';
import type { MoveName } from '../forms.ts';
import {
  canMoveCampaign,
  resumedState,
  type CampaignMover,
  type CampaignState,
  type ReviewReason,
} from '../rules/lifecycle.ts';

export type MoveRefusal =
  | 'common.error.not-allowed'
  | 'campaigns.error.unknown'
  | 'campaigns.error.no-demand'
  | 'campaigns.error.own-review'
  | 'campaigns.error.reason'
  | 'common.error.changed-meanwhile';

type Move = { id: string; clientId: string; move: MoveName; reason?: ReviewReason; note: string };

/** Which state a move leads to, and as whom it is made. */
function targetOf(move: MoveName, campaign: CampaignRow): { to: CampaignState; as: CampaignMover } {
  switch (move) {
    case 'submit':
      return { to: 'review', as: 'organiser' };
    case 'take-back':
      return { to: 'draft', as: 'organiser' };
    case 'publish':
      return { to: 'active', as: 'reviewer' };
    case 'return':
      return { to: 'draft', as: 'reviewer' };
    case 'pause':
      return { to: 'paused', as: 'organiser' };
    case 'resume':
    case 'reopen':
      return { to: resumedState(campaign.deliveredAt), as: 'organiser' };
    case 'archive':
      return { to: 'archived', as: 'organiser' };
  }
}

/**
 * Moves a campaign along its life (rules/lifecycle). Submitting needs a demand with an addressee; whoever submitted does
 * not review it; sending back needs a coded reason. Nothing is public before a reviewer's "publish".
 */
export function moveCampaign(
  work: StaffWork,
  { id, clientId, move, reason, note }: Move,
): Promise<Result<CampaignState, MoveRefusal>> {
  return workOnce(work, { command: `campaign.${move}`, clientId }, async (tx) => {
    const campaign = await lockCampaign(tx, work, id);
    if (!campaign) return refuse('campaigns.error.unknown');
    const { to, as } = targetOf(move, campaign);
    if (!mayHere(work, as === 'reviewer' ? 'campaign.review' : 'campaign.write'))
      return refuse('common.error.not-allowed');
    if (!canMoveCampaign(campaign.state, to, as) && !(move === 'resume' && campaign.state === 'paused'))
      return refuse('common.error.changed-meanwhile');
    if (move === 'submit') {
      const demands = await tx.select().from(campaignDemands).where(eq(campaignDemands.campaignId, id));
      if (!demands.some((demand) => demand.bodyId !== null)) return refuse('campaigns.error.no-demand');
    }
    if (as === 'reviewer' && campaign.submittedBy === work.scope.userId) return refuse('campaigns.error.own-review');
    if (move === 'return' && !reason) return refuse('campaigns.error.reason', 'reason');
    await recordStep(tx, work, id, {
      action: `campaign.${move}`,
      step: { kind: 'moved', fromState: campaign.state, toState: to, reason: reason ?? null, note: note || null },
      change: { state: to, ...stamps(work, move, campaign) },
    });
    return ok(to);
  });
}

function stamps({ scope, now }: StaffWork, move: MoveName, campaign: CampaignRow): Partial<CampaignRow> {
  if (move === 'submit') return { submittedBy: scope.userId, submittedAt: now };
  if (move === 'publish') return { publishedAt: campaign.publishedAt ?? now };
  if (move === 'archive') return { endedAt: campaign.endedAt ?? now };
  if (move === 'reopen') return { endedAt: null, confirmedBy: null, before: null, after: null };
  return {};
}
