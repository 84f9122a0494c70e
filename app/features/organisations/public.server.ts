import { publicSql } from '#db/client.server.ts';
import type { OrganisationKind } from '#app/kernel/actor.ts';
import { choiceOf, regionsOfChoice, type Names } from '#app/kernel/regions.ts';

/** What other pillars may know of an organisation. */
export type OrganisationCard = { id: string; slug: string; names: Names; kind: OrganisationKind };

type Row = { id: string; slug: string; kind: OrganisationKind; name_az: string; name_en: string; name_ru: string };

const toCard = (row: Row): OrganisationCard => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind,
  names: { az: row.name_az, en: row.name_en, ru: row.name_ru },
});

/**
 * Who reads a report from there: an approved organisation that serves the region; failing that a network that serves
 * it, failing that any network; null when nobody works there yet. Takes a region's code or a choice's (`AZ-NX`). A local
 * organisation of the twin region (town and district of one name) counts as local. Teams never take part: the view
 * does not hold them. Equals are ordered by address, so that the answer is stable.
 */
export async function organisationForRegion(region: string): Promise<OrganisationCard | null> {
  const near = [...new Set([region, ...regionsOfChoice(choiceOf(region))])];
  const [row] = await publicSql<Row[]>`
    select o.id, o.slug, o.kind, o.name_az, o.name_en, o.name_ru
    from published.organisations o
    left join published.organisation_regions r on r.organisation_id = o.id and r.region in ${publicSql(near)}
    where o.kind = 'network' or r.region is not null
    order by (o.kind = 'network'), (r.region is null), (r.region is distinct from ${region}),
             array_position(array['cbo', 'initiative_group', 'society'], o.kind), o.slug
    limit 1`;
  return row ? toCard(row) : null;
}

/** Cards by id; organisations that are not public are left out. */
export async function organisationNames(ids: readonly string[]): Promise<Map<string, OrganisationCard>> {
  if (ids.length === 0) return new Map();
  const rows = await publicSql<Row[]>`
    select id, slug, kind, name_az, name_en, name_ru from published.organisations where id in ${publicSql([...new Set(ids)])}`;
  return new Map(rows.map((row) => [row.id, toCard(row)]));
}

export { colleagues, isColleague } from './colleagues.server.ts';
export { listEmergencyNumbers } from './public-queries.server.ts';
