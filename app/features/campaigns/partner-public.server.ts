import { publicSql } from '#db/client.server.ts';
import { organisationNames } from '#app/features/organisations/public.server.ts';
import type { Names } from '#app/kernel/regions.ts';
import { totalsByOrganisation } from './partner-queries.server.ts';

/** A partner's own public page of a campaign; null when there is none. */
export type PublicPartner = {
  slug: string;
  title: string;
  summary: string;
  locale: string;
  partner: { slug: string; names: Names };
  lead: { slug: string; names: Names } | null;
  text: string;
  own: number;
  total: number;
  goal: number;
  state: string;
  closesAt: Date | null;
  isSigningPaused: boolean;
};

export async function findPublicPartner(slug: string, partner: string): Promise<PublicPartner | null> {
  const [row] = await publicSql<
    {
      id: string;
      title: string;
      summary: string;
      locale: string;
      lead_id: string;
      partner_id: string;
      text: string;
      goal: number;
      state: string;
      closes_at: Date | null;
      is_signing_paused: boolean;
    }[]
  >`
    select c.id, c.title, c.summary, c.locale, c.organisation_id as lead_id, p.organisation_id as partner_id, p.text, c.goal, c.state,
           c.closes_at, c.is_signing_paused
    from published.campaigns c join published.campaign_partners p on p.campaign_id = c.id
    join published.organisations o on o.id = p.organisation_id
    where c.slug = ${slug} and o.slug = ${partner}`;
  if (!row) return null;
  const [names, totals] = await Promise.all([
    organisationNames([row.lead_id, row.partner_id]),
    totalsByOrganisation(row.id),
  ]);
  const own = names.get(row.partner_id);
  if (!own) return null;
  const lead = names.get(row.lead_id);
  return {
    slug,
    title: row.title,
    summary: row.summary,
    locale: row.locale,
    partner: { slug: own.slug, names: own.names },
    lead: lead ? { slug: lead.slug, names: lead.names } : null,
    text: row.text,
    own: totals.get(row.partner_id) ?? 0,
    total: [...totals.values()].reduce((sum, n) => sum + n, 0),
    goal: row.goal,
    state: row.state,
    closesAt: row.closes_at,
    isSigningPaused: row.is_signing_paused,
  };
}
