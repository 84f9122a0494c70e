import { and, eq, ne } from 'drizzle-orm';
import { publicSql } from '#db/client.server.ts';
import { campaigns } from '#db/schema/index.ts';
import { organisationNames } from '#app/features/organisations/public.server.ts';
import type { Names } from '#app/kernel/regions.ts';
import { choiceOf } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { CampaignState } from './rules/lifecycle.ts';
import { isNearDuplicate, likeness, type Comparable } from './rules/near-duplicates.ts';

/** A campaign that looks like the one somebody is about to start: a public one (`slug`), or an own draft (`id`). */
export type NearCampaign = {
  id: string;
  slug: string | null;
  title: string;
  state: CampaignState;
  organisation: Names | null;
};

type Row = {
  id: string;
  slug: string;
  organisation_id: string;
  title: string;
  category: string;
  region: string;
  lat: number | null;
  lng: number | null;
  state: CampaignState;
};

/** At most five, the most alike first. What other organisations have not published is not looked at. */
export async function findNearCampaigns(
  scope: Extract<Scope, { kind: 'member' }>,
  planned: Comparable & { clientId?: string },
): Promise<NearCampaign[]> {
  const wanted = { ...planned, region: choiceOf(planned.region) };
  const [published, own] = await Promise.all([
    publicSql<Row[]>`
      select id, slug, organisation_id, title, category, region, lat, lng, state from published.campaigns
      where state <> 'archived' and not is_past order by published_at desc limit 2000`,
    withScope(scope, (tx) =>
      tx
        .select()
        .from(campaigns)
        .where(
          and(
            eq(campaigns.organisationId, scope.organisationId),
            ne(campaigns.state, 'archived'),
            eq(campaigns.isPast, false),
            // Sent twice, the form must not meet itself.
            planned.clientId === undefined ? undefined : ne(campaigns.clientId, planned.clientId),
          ),
        ),
    ),
  ]);
  const isAlike = (row: Comparable) => isNearDuplicate(wanted, { ...row, region: choiceOf(row.region) });
  const found = [
    ...published.filter(isAlike).map((row) => ({ ...row, organisationId: row.organisation_id, isPublic: true })),
    ...own
      .filter((row) => !published.some(({ id }) => id === row.id) && isAlike(row))
      .map((row) => ({ ...row, isPublic: false })),
  ]
    .sort((a, b) => likeness(wanted.title, b.title) - likeness(wanted.title, a.title))
    .slice(0, 5);
  const names = await organisationNames(found.map((row) => row.organisationId));
  return found.map(({ id, slug, title, state, organisationId, isPublic }) => ({
    id,
    slug: isPublic ? slug : null,
    title,
    state,
    organisation: names.get(organisationId)?.names ?? null,
  }));
}
