import { categoryByKey } from '#app/features/issues/rules/categories.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockCampaign, recordStep } from '../campaign-work.server.ts';
import type { CampaignStory } from './start-campaign.server.ts';

export type EditRefusal =
  | 'common.error.not-allowed'
  | 'common.error.changed-meanwhile'
  | 'campaigns.error.unknown'
  | 'campaigns.error.sensitive'
  | 'campaigns.error.title-signed';

/**
 * Changes the story. What people have put their support under keeps its title: once published, only a reviewer's return
 * to draft opens it again. The public address never changes.
 */
export function editCampaign(
  work: StaffWork,
  { id, clientId, version, ...story }: CampaignStory & { id: string; clientId: string; version: number },
): Promise<Result<undefined, EditRefusal>> {
  return workOnce(work, { command: 'campaign.edit', clientId, content: story }, async (tx) => {
    if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
    const campaign = await lockCampaign(tx, work, id);
    if (!campaign) return refuse('campaigns.error.unknown');
    if (campaign.version !== version) return refuse('common.error.changed-meanwhile');
    const category = categoryByKey(story.category);
    if (!category || category.sensitivity === 2) return refuse('campaigns.error.sensitive', 'category');
    if (campaign.publishedAt && story.title !== campaign.title) return refuse('campaigns.error.title-signed', 'title');
    await recordStep(tx, work, id, {
      action: 'campaign.edit',
      step: { kind: 'edited' },
      change: { ...story, theme: category.theme, version: version + 1 },
    });
    return ok();
  });
}
