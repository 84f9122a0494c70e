import { and, desc, eq, gt, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaignIssues, campaigns, campaignSuggestions, issues } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import {
  describeCluster,
  findClusters,
  isSameSuggestion,
  SUGGESTION_RULE,
  type Cluster,
  type NearReport,
} from './rules/suggestion.ts';
import type { SuggestionView } from './rules/suggestion-views.ts';

type OwnScope = Extract<Scope, { kind: 'member' | 'system' }>;
type Report = NearReport & { ref: number | null; title: string; place: string; region: string };

const columns = {
  id: issues.id,
  ref: issues.ref,
  title: sql<string>`coalesce(issues.public_title, issues.title)`,
  place: sql<string>`coalesce(issues.public_place, '')`,
  region: issues.region,
  category: issues.category,
  theme: issues.theme,
  lat: issues.publicLat,
  lng: issues.publicLng,
  publishedAt: issues.publishedAt,
  confirmations: issues.confirmations,
};

/** Public reports with a point: those named, or those that no campaign stands on and that are young enough for the rule. */
async function readReports(
  tx: Tx,
  scope: OwnScope,
  wanted: { ids: readonly string[] } | { now: Date },
): Promise<Report[]> {
  const rows = await tx
    .select(columns)
    .from(issues)
    .where(
      and(
        eq(issues.organisationId, scope.organisationId),
        eq(issues.isPublic, true),
        isNotNull(issues.publicLat),
        isNotNull(issues.publishedAt),
        'ids' in wanted
          ? inArray(issues.id, [...wanted.ids])
          : and(
              inArray(issues.stateGroup, ['open', 'claimed']),
              gt(issues.publishedAt, new Date(wanted.now.getTime() - SUGGESTION_RULE.days * 86_400_000)),
              // An archived draft never became a campaign, so its reports may still be suggested.
              sql`not exists (select 1 from ${campaignIssues} l join ${campaigns} c on c.id = l.campaign_id
                  where l.issue_id = issues.id and (c.state <> 'archived' or c.published_at is not null))`,
            ),
      ),
    );
  return rows.flatMap((row) =>
    row.lat === null || row.lng === null || row.publishedAt === null
      ? []
      : [{ ...row, lat: row.lat, lng: row.lng, publishedAt: row.publishedAt }],
  );
}

/**
 * Looks for clusters among an organisation's reports and writes down those that were never suggested. One that is open
 * still and has grown is made larger instead. Two runs at once take turns; a second run finds nothing. Answers how many are new.
 */
export function suggestCampaigns(scope: OwnScope, now: Date): Promise<number> {
  return withScope(scope, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`icma-suggest/${scope.organisationId}`}, 0))`);
    const earlier = await tx
      .select()
      .from(campaignSuggestions)
      .where(eq(campaignSuggestions.organisationId, scope.organisationId));
    let found = 0;
    for (const cluster of findClusters(await readReports(tx, scope, { now }), now)) {
      const ids = cluster.reports.map(({ id }) => id);
      const same = earlier.filter((one) => isSameSuggestion(ids, one.issueIds));
      const open = same.find((one) => one.state === 'open');
      if (same.length === 0) {
        await tx
          .insert(campaignSuggestions)
          .values({ ...toRow(cluster), id: newId(), organisationId: scope.organisationId, foundAt: now });
        found += 1;
      } else if (
        open &&
        same.length === 1 &&
        ids.some((id) => !open.issueIds.includes(id)) &&
        ids.length >= open.issueIds.length
      )
        await tx.update(campaignSuggestions).set(toRow(cluster)).where(eq(campaignSuggestions.id, open.id));
    }
    if (found > 0) await audit(tx, scope, { action: 'campaign.suggested', subjectType: 'campaign-suggestion' });
    return found;
  });
}

/** Where most of them are, in words; of equals the one with most confirmations. */
function toRow(cluster: Cluster<Report>) {
  const first = [...cluster.reports].sort((a, b) => b.confirmations - a.confirmations || (a.id < b.id ? -1 : 1))[0];
  return {
    theme: cluster.theme,
    category: cluster.category,
    region: first?.region ?? '',
    place: first?.place ?? '',
    lat: cluster.lat,
    lng: cluster.lng,
    issueIds: cluster.reports.map(({ id }) => id),
    peopleConfirmed: cluster.confirmed,
  };
}

/** Open suggestions and those put aside, newest first, each with its reports as they stand today. */
export function listSuggestions(scope: OwnScope): Promise<{ open: SuggestionView[]; dismissed: SuggestionView[] }> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(campaignSuggestions)
      .where(and(eq(campaignSuggestions.organisationId, scope.organisationId), ne(campaignSuggestions.state, 'used')))
      .orderBy(desc(campaignSuggestions.foundAt), desc(campaignSuggestions.id))
      .limit(100);
    const reports = rows.length > 0 ? await readReports(tx, scope, { ids: rows.flatMap((row) => row.issueIds) }) : [];
    const views = rows.map((row) => {
      const own = reports.filter(({ id }) => row.issueIds.includes(id));
      const { metres, days, confirmed } = describeCluster(own);
      return {
        id: row.id,
        state: row.state,
        category: row.category,
        theme: row.theme,
        region: row.region,
        place: row.place,
        metres,
        days,
        confirmed,
        foundAt: row.foundAt,
        reports: own.map(({ id, ref, title, place }) => ({ id, ref, title, place })),
      };
    });
    return {
      open: views.filter(({ state }) => state === 'open'),
      dismissed: views.filter(({ state }) => state === 'dismissed').slice(0, 20),
    };
  });
}

/** How many wait for somebody's look. */
export function countSuggestions(scope: OwnScope): Promise<number> {
  return withScope(scope, (tx) =>
    tx.$count(
      campaignSuggestions,
      and(eq(campaignSuggestions.organisationId, scope.organisationId), eq(campaignSuggestions.state, 'open')),
    ),
  );
}
