import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import {
  campaignDemands,
  campaignIssues,
  campaigns,
  campaignSuggestions,
  campaignTeam,
  issues,
} from '#db/schema/index.ts';
import { linkPromise } from '#app/features/authorities/public.server.ts';
import { categoryByKey, type CategoryKey } from '#app/features/issues/rules/categories.ts';
import { slug } from '#app/kernel/az-text.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { recordStep } from '../campaign-work.server.ts';
import { resolveAddressee } from '../addressees.server.ts';
import type { Addressee } from '../rules/addressee.ts';

export type CampaignStory = {
  title: string;
  summary: string;
  story: string;
  category: CategoryKey;
  region: string;
  place: string;
  peopleAffected: number | null;
  goal: number;
  closesAt: Date | null;
  hasPublicNames: boolean;
};
export type NewCampaign = CampaignStory & {
  clientId: string;
  locale: Locale;
  demands: readonly { text: string; addressee: Addressee | null }[];
  /** Reports it stands on; those of other organisations are left out by the walls. */
  issueIds: readonly string[];
  suggestionId: string | null;
  /** The watched promise that becomes the first demand; one that is somebody else's or a demand already is passed over. */
  promiseId?: string | null;
};
export type StartRefusal =
  'common.error.not-allowed' | 'campaigns.error.sensitive' | 'campaigns.error.suggestion-used' | 'common.error.choose';

/**
 * Begins a campaign as a draft that nobody outside sees, with its first demands and the reports it stands on. From a
 * suggestion it also closes that suggestion, so that the same cluster begins one campaign. Sent twice it is one.
 */
export function startCampaign(work: StaffWork, input: NewCampaign): Promise<Result<{ id: string }, StartRefusal>> {
  return workOnce(work, { command: 'campaign.start', clientId: input.clientId }, async (tx) => {
    if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
    const category = categoryByKey(input.category);
    // What is never stored as a report (violence, early marriage) is no campaign with a map either.
    if (!category || category.sensitivity === 2) return refuse('campaigns.error.sensitive', 'category');
    const id = newId();
    const { demands, issueIds, suggestionId, promiseId, clientId, ...story } = input;
    const linked = await ownIssues(tx, work, issueIds);
    await tx.insert(campaigns).values({
      ...story,
      id,
      clientId,
      organisationId: work.scope.organisationId,
      slug: publicAddress(input.title, id),
      theme: category.theme,
      ...middle(linked),
      createdBy: work.scope.userId,
      createdAt: work.now,
      updatedAt: work.now,
    });
    for (const [at, demand] of demands.entries()) {
      const addressee = await resolveAddressee(tx, demand.addressee);
      if (!addressee) return refuse('common.error.choose', `addressee${at + 1}`);
      const demandId = newId();
      await tx.insert(campaignDemands).values({
        id: demandId,
        campaignId: id,
        organisationId: work.scope.organisationId,
        position: at + 1,
        text: demand.text,
        ...addressee,
        changedAt: work.now,
        createdAt: work.now,
      });
      if (at === 0 && promiseId) await linkPromise(tx, { promiseId, demandId });
    }
    if (linked.length > 0)
      await tx
        .insert(campaignIssues)
        .values(
          linked.map((issue) => ({ campaignId: id, organisationId: work.scope.organisationId, issueId: issue.id })),
        );
    await tx
      .insert(campaignTeam)
      .values({ campaignId: id, organisationId: work.scope.organisationId, userId: work.scope.userId });
    if (suggestionId && !(await useSuggestion(tx, work, suggestionId, id)))
      return refuse('campaigns.error.suggestion-used');
    await recordStep(tx, work, id, { action: 'campaign.start', step: { kind: 'created', toState: 'draft' } });
    return ok({ id });
  });
}

/** The title in plain letters and four of the id, so that two campaigns of one name have two addresses. */
export function publicAddress(title: string, id: string): string {
  return `${slug(title, 60) || 'kampaniya'}-${id.slice(0, 4)}`;
}

async function ownIssues(tx: Tx, { scope }: StaffWork, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({ id: issues.id, lat: issues.publicLat, lng: issues.publicLng })
    .from(issues)
    .where(
      and(eq(issues.organisationId, scope.organisationId), eq(issues.isPublic, true), inArray(issues.id, [...ids])),
    );
}

/** Where the campaign stands on a map: the middle of its reports' public points. */
function middle(points: readonly { lat: number | null; lng: number | null }[]): {
  lat: number | null;
  lng: number | null;
} {
  const known = points.filter((point) => point.lat !== null && point.lng !== null);
  if (known.length === 0) return { lat: null, lng: null };
  const sum = (pick: 'lat' | 'lng') => known.reduce((total, point) => total + (point[pick] ?? 0), 0) / known.length;
  return { lat: sum('lat'), lng: sum('lng') };
}

async function useSuggestion(tx: Tx, { scope, now }: StaffWork, id: string, campaignId: string): Promise<boolean> {
  const used = await tx
    .update(campaignSuggestions)
    .set({ state: 'used', campaignId, decidedBy: scope.userId, decidedAt: now })
    .where(
      and(
        eq(campaignSuggestions.id, id),
        eq(campaignSuggestions.organisationId, scope.organisationId),
        eq(campaignSuggestions.state, 'open'),
      ),
    )
    .returning({ id: campaignSuggestions.id });
  return used.length > 0;
}
