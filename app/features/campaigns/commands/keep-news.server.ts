import { and, eq, isNull } from 'drizzle-orm';
import { campaignMilestones, campaignUpdates } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockCampaign, recordStep } from '../campaign-work.server.ts';

export type NewsStep =
  | { intent: 'post'; clientId: string; title: string; text: string }
  | { intent: 'remove'; clientId: string; news: string }
  | { intent: 'milestone'; clientId: string; milestoneTitle: string; supporters: number | null; on: string | null }
  | { intent: 'remove-milestone'; clientId: string; milestone: string };
export type NewsRefusal = 'common.error.not-allowed' | 'campaigns.error.unknown' | 'campaigns.error.milestone';

/** News for the page's readers, and the milestones worth telling about. One that was reached stays: people were told. */
export function keepNews(work: StaffWork, id: string, step: NewsStep): Promise<Result<undefined, NewsRefusal>> {
  return workOnce(
    work,
    { command: `campaign.news.${step.intent}`, clientId: step.clientId, content: step },
    async (tx) => {
      if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
      const campaign = await lockCampaign(tx, work, id);
      if (!campaign) return refuse('campaigns.error.unknown');
      const its = { campaignId: id, organisationId: work.scope.organisationId, createdAt: work.now };
      if (step.intent === 'post') {
        await tx.insert(campaignUpdates).values({
          ...its,
          id: newId(),
          clientId: step.clientId,
          title: step.title,
          text: step.text,
          authorId: work.scope.userId,
        });
      } else if (step.intent === 'remove') {
        await tx
          .delete(campaignUpdates)
          .where(and(eq(campaignUpdates.id, step.news), eq(campaignUpdates.campaignId, id)));
      } else if (step.intent === 'milestone') {
        if ((step.supporters === null) === (step.on === null)) return refuse('campaigns.error.milestone', 'supporters');
        await tx.insert(campaignMilestones).values({
          ...its,
          id: newId(),
          kind: step.on ? 'date' : 'supporters',
          title: step.milestoneTitle,
          supporters: step.supporters,
          on: step.on,
        });
      } else {
        await tx
          .delete(campaignMilestones)
          .where(
            and(
              eq(campaignMilestones.id, step.milestone),
              eq(campaignMilestones.campaignId, id),
              isNull(campaignMilestones.reachedAt),
            ),
          );
      }
      await recordStep(tx, work, id, { action: `campaign.news-${step.intent}`, step: { kind: 'edited' } });
      return ok();
    },
  );
}
