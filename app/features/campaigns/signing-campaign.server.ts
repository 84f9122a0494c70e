import { appSql, publicSql } from '#db/client.server.ts';
import type { Names } from '#app/kernel/regions.ts';
import type { CampaignState } from './rules/lifecycle.ts';
import type { LinkKind } from './rules/support.ts';

/** What signing needs to know of a published campaign. */
export type SigningCampaign = {
  id: string;
  slug: string;
  organisationId: string;
  state: CampaignState;
  closesAt: Date | null;
  isSigningPaused: boolean;
  hasPublicNames: boolean;
  title: string;
  region: string;
};

/** Null when there is no published campaign of that address. */
export async function findSigningCampaign(slug: string): Promise<SigningCampaign | null> {
  const [row] = await appSql<
    {
      campaign_id: string;
      organisation_id: string;
      state: CampaignState;
      closes_at: string | null;
      is_signing_paused: boolean;
      has_public_names: boolean;
      title: string;
      region: string;
    }[]
  >`select campaign_id, organisation_id, state, closes_at, is_signing_paused, has_public_names, title, region from app.find_campaign(${slug})`;
  return row
    ? {
        id: row.campaign_id,
        slug,
        organisationId: row.organisation_id,
        state: row.state,
        // The query builder on this pool leaves moments as text.
        closesAt: row.closes_at === null ? null : new Date(row.closes_at),
        isSigningPaused: row.is_signing_paused,
        hasPublicNames: row.has_public_names,
        title: row.title,
        region: row.region,
      }
    : null;
}

/** It was published once and is not any more. */
export async function isCampaignGone(slug: string): Promise<boolean> {
  const [row] = await publicSql<{ gone: boolean }[]>`select published.campaign_is_gone(${slug}) as gone`;
  return row?.gone ?? false;
}

export type CampaignLink = {
  id: string;
  campaignId: string;
  slug: string;
  organisationId: string;
  kind: LinkKind;
  label: string;
  owner: string;
  isOpen: boolean;
};

/** A volunteer's link by the code in its address; closed ones too. Null for none of a published campaign. */
export async function findCampaignLink(code: string): Promise<CampaignLink | null> {
  if (!/^[\w-]{4,40}$/.test(code)) return null;
  const [row] = await appSql<
    {
      link_id: string;
      campaign_id: string;
      slug: string;
      organisation_id: string;
      kind: LinkKind;
      label: string;
      owner: string;
      is_open: boolean;
    }[]
  >`select link_id, campaign_id, slug, organisation_id, kind, label, owner, is_open from app.find_campaign_link(${code})`;
  return row
    ? {
        id: row.link_id,
        campaignId: row.campaign_id,
        slug: row.slug,
        organisationId: row.organisation_id,
        kind: row.kind,
        label: row.label,
        owner: row.owner,
        isOpen: row.is_open,
      }
    : null;
}

/** Who collects: the lead, or the partner whose page or volunteer brought the person. */
export type Collector = { organisationId: string; linkId: string | null };

/** `v` is a volunteer's code, `from` a partner's address; what is neither any more falls back to the lead, and nobody is refused. */
export async function findCollector(
  campaign: SigningCampaign,
  { v, from }: { v: string; from: string },
): Promise<Collector> {
  const lead = { organisationId: campaign.organisationId, linkId: null };
  if (v !== '') {
    const link = await findCampaignLink(v);
    if (link?.isOpen && link.campaignId === campaign.id)
      return { organisationId: link.organisationId, linkId: link.id };
  }
  if (/^[a-z0-9-]{1,80}$/.test(from)) {
    const [partner] = await publicSql<{ id: string }[]>`
      select o.id from published.organisations o join published.campaign_partners p on p.organisation_id = o.id
      where p.campaign_id = ${campaign.id} and o.slug = ${from}`;
    if (partner) return { organisationId: partner.id, linkId: null };
  }
  return lead;
}

/** The organisation's name, for the consent that names who keeps the data. */
export async function collectorNames(organisationId: string): Promise<Names> {
  const [row] = await publicSql<
    Names[]
  >`select name_az as az, name_en as en, name_ru as ru from published.organisations where id = ${organisationId}`;
  return row ?? { az: 'İcma', en: 'İcma', ru: 'İcma' };
}
