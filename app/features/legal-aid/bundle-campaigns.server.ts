import { publicSql } from '#db/client.server.ts';

/** The public campaigns of an organisation that a bundle may belong to, newest first. */
export async function campaignsFor(organisationId: string): Promise<{ id: string; slug: string; title: string }[]> {
  const rows = await publicSql<{ id: string; slug: string; title: string }[]>`
    select id, slug, title from published.campaigns
    where organisation_id = ${organisationId} and not is_past order by published_at desc limit 100`;
  return [...rows];
}
