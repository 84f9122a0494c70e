import type postgres from 'postgres';
import { publicSql } from '#db/client.server.ts';
import { organisationNames } from '#app/features/organisations/public.server.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { PAGE_SIZE } from '#app/kernel/pagination.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { isId } from '#app/kernel/ids.ts';
import type { CampaignFilters } from './rules/campaign-filters.ts';
import { GROUP_STATES, type CampaignState } from './rules/lifecycle.ts';
import type { CampaignCard, CampaignPage } from './rules/views.ts';

/** Everything here asks the published views as a role that sees nothing else. */

export type CardRow = {
  id: string;
  slug: string;
  organisation_id: string;
  state: CampaignState;
  theme: string;
  category: string;
  region: string;
  place: string;
  title: string;
  summary: string;
  locale: Locale;
  goal: number;
  published_at: Date;
  is_past: boolean;
  supporters: number;
  picture: string | null;
};

/** Columns of a card over `published.campaigns c`: the total is a sum of a few rows, never a count of signatures. */
export const cardColumns =
  () => publicSql`c.id, c.slug, c.organisation_id, c.state, c.theme, c.category, c.region, c.place, c.title, c.summary,
  c.locale, c.goal, c.published_at, c.is_past,
  (select coalesce(sum(t.count), 0)::int from published.campaign_totals t where t.campaign_id = c.id) as supporters,
  (select d.id from published.campaign_documents d where d.campaign_id = c.id and d.kind = 'picture' order by d.created_at desc limit 1) as picture`;

/** The cards with their organisations' names. */
export async function toCards(rows: readonly CardRow[]): Promise<CampaignCard[]> {
  const names = await organisationNames(rows.map((row) => row.organisation_id));
  return rows.map((row) => {
    const organisation = names.get(row.organisation_id);
    return {
      id: row.id,
      slug: row.slug,
      state: row.state,
      theme: row.theme,
      category: row.category,
      region: row.region,
      place: row.place,
      title: row.title,
      summary: row.summary,
      locale: row.locale,
      organisation: organisation ? { slug: organisation.slug, names: organisation.names } : null,
      supporters: row.supporters,
      goal: row.goal,
      publishedAt: row.published_at,
      isPast: row.is_past,
      picture: row.picture,
    };
  });
}

/** `and …` for each filter, over `published.campaigns c`: shared by the list, its total and its export. */
function wherePublic({ region, theme, group, state, q }: CampaignFilters): postgres.PendingQuery<postgres.Row[]> {
  const states = group ? GROUP_STATES[group] : undefined;
  const words = q?.replaceAll(/[\\%_]/g, (letter) => `\\${letter}`);
  return publicSql`
    ${region ? publicSql`and c.region in ${publicSql([...regionsOfChoice(region)])}` : publicSql``}
    ${theme ? publicSql`and c.theme = ${theme}` : publicSql``}
    ${states ? publicSql`and c.state in ${publicSql([...states])}` : publicSql``}
    ${state ? publicSql`and c.state = ${state}` : publicSql``}
    ${words === undefined ? publicSql`` : publicSql`and c.search_text like '%' || app.fold(${words}) || '%'`}`;
}

/** A page of published campaigns, newest first. The cursor is the id of the row at the page's edge. */
export async function listCampaigns(
  filters: CampaignFilters,
  cursors: { after?: string | null; before?: string | null } = {},
  size = PAGE_SIZE,
): Promise<CampaignPage> {
  const where = wherePublic(filters);
  const after = isId(cursors.after) ? cursors.after : undefined;
  const before = after === undefined && isId(cursors.before) ? cursors.before : undefined;
  const edge = after ?? before;
  const beyond = edge
    ? publicSql`and (c.published_at, c.id) ${after ? publicSql`<` : publicSql`>`} (select e.published_at, e.id from published.campaigns e where e.id = ${edge})`
    : publicSql``;
  const order = before ? publicSql`c.published_at asc, c.id asc` : publicSql`c.published_at desc, c.id desc`;
  const [found, [counted]] = await Promise.all([
    publicSql<
      CardRow[]
    >`select ${cardColumns()} from published.campaigns c where true ${where} ${beyond} order by ${order} limit ${size + 1}`,
    publicSql<{ n: number }[]>`select count(*)::int as n from published.campaigns c where true ${where}`,
  ]);
  const hasMore = found.length > size;
  const page = found.slice(0, size);
  const rows = before ? page.toReversed() : page;
  return {
    items: await toCards(rows),
    total: counted?.n ?? 0,
    next: (before ? true : hasMore) && rows.length > 0 ? (rows.at(-1)?.id ?? null) : null,
    previous: (before ? hasMore : after !== undefined) && rows.length > 0 ? (rows[0]?.id ?? null) : null,
  };
}

/** Every published campaign under the filters, for the export: the same rows as the list's pages together. */
export async function exportPublicCampaigns(filters: CampaignFilters): Promise<CampaignCard[]> {
  return toCards(
    await publicSql<
      CardRow[]
    >`select ${cardColumns()} from published.campaigns c where true ${wherePublic(filters)} order by c.published_at desc, c.id desc`,
  );
}

/** An organisation's campaigns for its own page, those of its coalitions included. */
export async function campaignsOfOrganisation(organisationId: string, size = 6): Promise<CampaignCard[]> {
  return toCards(
    await publicSql<CardRow[]>`select ${cardColumns()} from published.campaigns c
      where c.organisation_id = ${organisationId}
         or exists (select 1 from published.campaign_partners p where p.campaign_id = c.id and p.organisation_id = ${organisationId})
      order by c.published_at desc, c.id desc limit ${size}`,
  );
}

/** Campaigns that stand on a report, for the report's own page. */
export async function campaignsOfIssue(ref: number): Promise<CampaignCard[]> {
  return toCards(
    await publicSql<CardRow[]>`select ${cardColumns()} from published.campaigns c
      where exists (select 1 from published.campaign_issues l where l.campaign_id = c.id and l.ref = ${ref}) order by c.published_at desc limit 3`,
  );
}

/** True for an address whose page was public and is not any more. */
export async function isCampaignGone(slug: string): Promise<boolean> {
  const [row] = await publicSql<{ gone: boolean }[]>`select published.campaign_is_gone(${slug}) as gone`;
  return row?.gone ?? false;
}

/** The file of a public paper, or null. */
export async function findPublicFile(
  slug: string,
  id: string,
): Promise<{ fileKey: string; fileName: string; mime: string } | null> {
  const [row] = await publicSql<{ file_key: string | null; file_name: string | null; mime: string | null }[]>`
    select d.file_key, d.file_name, d.mime from published.campaign_documents d join published.campaigns c on c.id = d.campaign_id
    where d.id = ${id} and c.slug = ${slug}`;
  return row?.file_key && row.file_name && row.mime
    ? { fileKey: row.file_key, fileName: row.file_name, mime: row.mime }
    : null;
}
