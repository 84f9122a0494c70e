import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { campaignDemands, campaignPartners, campaigns, campaignTotals } from '#db/schema/index.ts';
import { PAGE_SIZE } from '#app/kernel/pagination.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { CampaignFilters } from './rules/campaign-filters.ts';
import { GROUP_STATES, type CampaignState, type Outcome } from './rules/lifecycle.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** One campaign in the workspace's list. `supporters` are those this organisation's own and its partners' totals show. */
export type CampaignLine = {
  id: string;
  slug: string;
  title: string;
  state: CampaignState;
  theme: string;
  region: string;
  place: string;
  goal: number;
  isPublic: boolean;
  isHidden: boolean;
  /** A result that waits for a second person. */
  proposed: Outcome | null;
  demands: number;
  demandsMet: number;
  publishedAt: Date | null;
  updatedAt: Date;
};

/** The one `where` of the list, its counts and its export. */
function whereOwn(scope: MemberScope, { region, theme, group, state, q }: CampaignFilters): SQL | undefined {
  return and(
    eq(campaigns.organisationId, scope.organisationId),
    region ? inArray(campaigns.region, [...regionsOfChoice(region)]) : undefined,
    theme ? eq(campaigns.theme, theme) : undefined,
    group ? inArray(campaigns.state, [...GROUP_STATES[group]]) : undefined,
    state ? eq(campaigns.state, state) : undefined,
    q
      ? sql`${campaigns.searchText} like '%' || regexp_replace(app.fold(${q}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`
      : undefined,
  );
}

const columns = {
  id: campaigns.id,
  slug: campaigns.slug,
  title: campaigns.title,
  state: campaigns.state,
  theme: campaigns.theme,
  region: campaigns.region,
  place: campaigns.place,
  goal: campaigns.goal,
  isPublic: sql<boolean>`coalesce(${campaigns.isPublic}, false)`,
  isHidden: sql<boolean>`${campaigns.hiddenAt} is not null`,
  proposed: campaigns.proposedOutcome,
  demands: sql<number>`(select count(*)::int from ${campaignDemands} d where d.campaign_id = campaigns.id)`,
  demandsMet: sql<number>`(select count(*)::int from ${campaignDemands} d where d.campaign_id = campaigns.id and d.state = 'verified')`,
  publishedAt: campaigns.publishedAt,
  updatedAt: campaigns.updatedAt,
};

/** A page of the organisation's campaigns, what changed last first. */
export function listOwnCampaigns(
  scope: MemberScope,
  filters: CampaignFilters,
  page: number,
): Promise<{ rows: CampaignLine[]; total: number; counts: Partial<Record<CampaignState, number>> }> {
  return withScope(scope, async (tx) => {
    const where = whereOwn(scope, filters);
    const [total, rows, counted] = await Promise.all([
      tx.$count(campaigns, where),
      tx
        .select(columns)
        .from(campaigns)
        .where(where)
        .orderBy(desc(campaigns.updatedAt), desc(campaigns.id))
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE),
      tx
        .select({ state: campaigns.state, n: sql<number>`count(*)::int` })
        .from(campaigns)
        .where(whereOwn(scope, { ...filters, state: undefined, group: undefined }))
        .groupBy(campaigns.state),
    ]);
    return { rows, total, counts: Object.fromEntries(counted.map((row) => [row.state, row.n])) };
  });
}

/** The whole list under its filters, for the table to take away; taking it stands in the trail. */
export function exportOwnCampaigns(scope: MemberScope, filters: CampaignFilters): Promise<CampaignLine[]> {
  return withScope(scope, async (tx) => {
    await audit(tx, scope, { action: 'campaign.export', subjectType: 'campaign' });
    return tx
      .select(columns)
      .from(campaigns)
      .where(whereOwn(scope, filters))
      .orderBy(desc(campaigns.updatedAt), desc(campaigns.id));
  });
}

/** What waits in the campaigns for somebody here: drafts to review and results to confirm. */
export function countCampaignWork(
  scope: MemberScope,
): Promise<{ reviews: number; outcomes: number; invitations: number }> {
  return withScope(scope, async (tx) => {
    const own = eq(campaigns.organisationId, scope.organisationId);
    const [reviews, outcomes, invitations] = [
      await tx.$count(campaigns, and(own, eq(campaigns.state, 'review'))),
      await tx.$count(campaigns, and(own, sql`${campaigns.proposedOutcome} is not null`)),
      await tx.$count(
        campaignPartners,
        and(eq(campaignPartners.organisationId, scope.organisationId), eq(campaignPartners.state, 'invited')),
      ),
    ];
    return { reviews, outcomes, invitations };
  });
}

/** How many this organisation itself brought to each campaign. */
export function ownTotals(scope: MemberScope, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return Promise.resolve(new Map());
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({ id: campaignTotals.campaignId, n: sql<number>`sum(count)::int` })
      .from(campaignTotals)
      .where(and(eq(campaignTotals.organisationId, scope.organisationId), inArray(campaignTotals.campaignId, [...ids])))
      .groupBy(campaignTotals.campaignId);
    return new Map(rows.map((row) => [row.id, row.n]));
  });
}
