import { and, eq, isNull } from 'drizzle-orm';
import { campaignTeam, memberships } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockCampaign, recordStep } from '../campaign-work.server.ts';

export type TeamStep =
  | { intent: 'add'; clientId: string; user: string; task: string }
  | { intent: 'remove'; clientId: string; user: string };
export type TeamRefusal = 'common.error.not-allowed' | 'campaigns.error.unknown' | 'common.error.choose';

/** Puts a colleague on the campaign's team with a task, changes the task, or takes them off. Only present members. */
export function keepTeam(work: StaffWork, id: string, step: TeamStep): Promise<Result<undefined, TeamRefusal>> {
  return workOnce(
    work,
    { command: `campaign.team.${step.intent}`, clientId: step.clientId, content: step },
    async (tx) => {
      if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
      const campaign = await lockCampaign(tx, work, id);
      if (!campaign) return refuse('campaigns.error.unknown');
      const organisationId = work.scope.organisationId;
      if (step.intent === 'remove') {
        await tx.delete(campaignTeam).where(and(eq(campaignTeam.campaignId, id), eq(campaignTeam.userId, step.user)));
      } else {
        const isMember = await tx.$count(
          memberships,
          and(
            eq(memberships.organisationId, organisationId),
            eq(memberships.userId, step.user),
            isNull(memberships.endedAt),
          ),
        );
        if (isMember === 0) return refuse('common.error.choose', 'user');
        await tx
          .insert(campaignTeam)
          .values({ campaignId: id, organisationId, userId: step.user, task: step.task })
          .onConflictDoUpdate({ target: [campaignTeam.campaignId, campaignTeam.userId], set: { task: step.task } });
      }
      await recordStep(tx, work, id, { action: `campaign.team-${step.intent}`, step: { kind: 'edited' } });
      return ok();
    },
  );
}
