import type postgres from 'postgres';
import { findClusters } from '#app/features/campaigns/rules/suggestion.ts';
import { newId } from '#app/kernel/ids.ts';
import type { World } from './world.ts';

type Row = {
  id: string;
  organisation_id: string;
  category: string;
  theme: string;
  region: string;
  place: string;
  lat: number;
  lng: number;
  published_at: Date;
  confirmations: number;
};

/** What the nightly search would have found in the story, so that the demo shows it from the first minute. */
export async function seedSuggestions(sql: postgres.TransactionSql, { now }: World): Promise<void> {
  const rows = await sql<Row[]>`
    select id, organisation_id, category, theme, region, public_place as place, public_lat as lat, public_lng as lng, published_at, confirmations
    from issues i where is_public and public_lat is not null and state_group in ('open', 'claimed')
      and not exists (select 1 from campaign_issues l where l.issue_id = i.id)`;
  for (const organisation of new Set(rows.map((row) => row.organisation_id))) {
    const own = rows
      .filter((row) => row.organisation_id === organisation)
      .map((row) => ({ ...row, publishedAt: row.published_at }));
    for (const cluster of findClusters(own, now))
      await sql`insert into campaign_suggestions ${sql({
        id: newId(),
        organisation_id: organisation,
        theme: cluster.theme,
        category: cluster.category,
        region: cluster.reports[0]?.region ?? '',
        place: [...cluster.reports].sort((a, b) => b.confirmations - a.confirmations)[0]?.place ?? '',
        lat: cluster.lat,
        lng: cluster.lng,
        issue_ids: cluster.reports.map(({ id }) => id),
        people_confirmed: cluster.confirmed,
        found_at: new Date(now.getTime() - 6 * 3_600_000),
      })}`;
  }
}
