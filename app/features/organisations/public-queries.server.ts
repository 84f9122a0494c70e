import { publicSql } from '#db/client.server.ts';
import { STATE_GROUPS, type IssueState, type StateGroup } from '#app/features/issues/rules/lifecycle.ts';
import type { OrganisationKind } from '#app/kernel/actor.ts';
import { compareAz } from '#app/kernel/az-text.ts';
import type { Names } from '#app/kernel/regions.ts';
import { readNumbers, readOperator, type EmergencyNumber, type InstanceOperator } from './settings.ts';

/** What strangers read of organisations; everything through the published views, which hold no team. */

type Row = {
  id: string;
  slug: string;
  kind: OrganisationKind;
  parent_id: string | null;
  name_az: string;
  name_en: string;
  name_ru: string;
  about_az: string;
  about_en: string;
  about_ru: string;
  town: string;
  lat: number | null;
  lng: number | null;
  founded_year: number | null;
  public_email: string | null;
  public_phone: string | null;
  is_registered: boolean;
  regions: string[];
};

export type PublicOrganisation = {
  id: string;
  slug: string;
  kind: OrganisationKind;
  parentId: string | null;
  names: Names;
  about: Names;
  town: string;
  lat: number | null;
  lng: number | null;
  foundedYear: number | null;
  email: string | null;
  phone: string | null;
  isRegistered: boolean;
  /** Region codes. */
  regions: string[];
};

const toOrganisation = (row: Row): PublicOrganisation => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind,
  parentId: row.parent_id,
  names: { az: row.name_az, en: row.name_en || row.name_az, ru: row.name_ru || row.name_az },
  about: { az: row.about_az, en: row.about_en || row.about_az, ru: row.about_ru || row.about_az },
  town: row.town,
  lat: row.lat,
  lng: row.lng,
  foundedYear: row.founded_year,
  email: row.public_email,
  phone: row.public_phone,
  isRegistered: row.is_registered,
  regions: row.regions,
});

const columns = () => publicSql`
  o.id, o.slug, o.kind, o.parent_id, o.name_az, o.name_en, o.name_ru, o.about_az, o.about_en, o.about_ru, o.town, o.lat, o.lng,
  o.founded_year, o.public_email, o.public_phone, o.is_registered,
  array(select r.region from published.organisation_regions r where r.organisation_id = o.id order by r.region) as regions`;

/** The whole directory in Azerbaijani order of names: some hundreds of rows at most. */
export async function listOrganisations(): Promise<PublicOrganisation[]> {
  const rows = await publicSql<Row[]>`select ${columns()} from published.organisations o`;
  return rows.map(toOrganisation).sort((a, b) => compareAz(a.names.az, b.names.az));
}

/** How many public reports there are from each region; a region without any is not in the map. */
export async function countByRegion(): Promise<Map<string, number>> {
  const rows = await publicSql<{ region: string; count: number }[]>`
    select region, sum(count)::int as count from published.issue_totals group by region`;
  return new Map(rows.map((row) => [row.region, row.count]));
}

export type OrganisationIssue = {
  ref: number;
  title: string;
  place: string;
  region: string;
  category: string;
  state: IssueState;
  publishedAt: Date;
};

export type OrganisationPage = {
  organisation: PublicOrganisation;
  parent: PublicOrganisation | null;
  /** Of a network: who belongs to it. */
  members: PublicOrganisation[];
  totals: Record<StateGroup, number>;
  newest: OrganisationIssue[];
};

/** A public organisation with what it works on; null when there is none of that address. */
export async function findOrganisation(slug: string): Promise<OrganisationPage | null> {
  const [row] = await publicSql<Row[]>`select ${columns()} from published.organisations o where o.slug = ${slug}`;
  if (!row) return null;
  const organisation = toOrganisation(row);
  const [family, groups, newest] = await Promise.all([
    publicSql<
      Row[]
    >`select ${columns()} from published.organisations o where o.parent_id = ${row.id} or o.id = ${row.parent_id}`,
    publicSql<{ state_group: StateGroup; count: number }[]>`
      select state_group, count(*)::int as count from published.issues where organisation_id = ${row.id} group by state_group`,
    publicSql<OrganisationIssue[]>`
      select ref::int, title, place, region, category, state, published_at as "publishedAt" from published.issues
      where organisation_id = ${row.id} order by published_at desc, ref desc limit 6`,
  ]);
  const counted = new Map(groups.map((group) => [group.state_group, group.count]));
  const relatives = family.map(toOrganisation).sort((a, b) => compareAz(a.names.az, b.names.az));
  return {
    organisation,
    parent: relatives.find((one) => one.id === organisation.parentId) ?? null,
    members: relatives.filter((one) => one.parentId === organisation.id),
    totals: Object.fromEntries(STATE_GROUPS.map((group) => [group, counted.get(group) ?? 0])) as Record<
      StateGroup,
      number
    >,
    newest: [...newest],
  };
}

/** Who runs this instance; null until the operator has said so. */
export async function getInstanceOperator(): Promise<InstanceOperator | null> {
  const [row] = await publicSql<
    { value: unknown }[]
  >`select value from published.settings where key = 'public.operator'`;
  return row ? readOperator(row.value) : null;
}

/** The emergency numbers that the operator confirmed; nothing else may be shown to people in danger. */
export async function listEmergencyNumbers(): Promise<EmergencyNumber[]> {
  const [row] = await publicSql<{ value: unknown }[]>`
    select value from published.settings where key = 'public.emergency' and confirmed_at is not null`;
  return row ? readNumbers(row.value) : [];
}
