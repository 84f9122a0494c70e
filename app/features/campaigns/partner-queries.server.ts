import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { publicSql, type Tx } from '#db/client.server.ts';
import { bodies, campaignDemands, campaignPartners, campaigns, campaignTotals } from '#db/schema/index.ts';
import { postsOfBodies } from '#app/features/authorities/public.server.ts';
import { organisationNames } from '#app/features/organisations/public.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { Names } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { addresseeView } from './public-campaign.server.ts';
import { isPublicCampaignState } from './rules/lifecycle.ts';
import type { PartnerLine, Partnership, PartnershipLine } from './rules/partner-views.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
type CampaignHead = Omit<NonNullable<Partnership['campaign']>, 'demands'>;

/** An organisation that is closed by now still had people in the campaign. */
const NAMELESS: Names = { az: '—', en: '—', ru: '—' };

/** Supporters that each organisation brought to a published campaign. */
export async function totalsByOrganisation(campaignId: string): Promise<Map<string, number>> {
  const rows = await publicSql<{ id: string; n: number }[]>`
    select organisation_id as id, sum(count)::int as n from published.campaign_totals where campaign_id = ${campaignId} group by 1`;
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** The lead's list, those who work together first. Undefined when the organisation leads no such campaign. */
export async function listPartners(
  scope: MemberScope,
  campaignId: string,
): Promise<{ partners: PartnerLine[]; candidates: { id: string; names: Names }[] } | undefined> {
  const rows = await withScope(scope, async (tx) => {
    const own = and(eq(campaigns.id, campaignId), eq(campaigns.organisationId, scope.organisationId));
    if ((await tx.$count(campaigns, own)) === 0) return undefined;
    return tx
      .select()
      .from(campaignPartners)
      .where(eq(campaignPartners.campaignId, campaignId))
      .orderBy(
        sql`array_position(array['accepted', 'invited', 'left', 'declined'], state)`,
        asc(campaignPartners.invitedAt),
      );
  });
  if (!rows) return undefined;
  const [names, totals, directory] = await Promise.all([
    organisationNames(rows.map((row) => row.organisationId)),
    totalsByOrganisation(campaignId),
    publicSql<{ id: string; az: string; en: string; ru: string }[]>`
      select id, name_az as az, name_en as en, name_ru as ru from published.organisations where id <> ${scope.organisationId}`,
  ]);
  const asked = new Set(rows.filter(({ state }) => state !== 'declined').map((row) => row.organisationId));
  return {
    partners: rows.map((row) => ({
      organisationId: row.organisationId,
      slug: names.get(row.organisationId)?.slug ?? null,
      names: names.get(row.organisationId)?.names ?? NAMELESS,
      state: row.state,
      supporters: totals.get(row.organisationId) ?? 0,
      invitedAt: row.invitedAt,
      answeredAt: row.answeredAt,
      leftAt: row.leftAt,
    })),
    candidates: directory.filter(({ id }) => !asked.has(id)).map(({ id, ...rest }) => ({ id, names: rest })),
  };
}

/** Whether the organisation was ever asked into this campaign's coalition. */
export function isAsked(scope: MemberScope, campaignId: string): Promise<boolean> {
  const own = and(
    eq(campaignPartners.campaignId, campaignId),
    eq(campaignPartners.organisationId, scope.organisationId),
  );
  return withScope(scope, async (tx) => (await tx.$count(campaignPartners, own)) > 0);
}

/** The partner's page of one campaign; undefined when the organisation was never asked. */
export async function getPartnership(
  scope: MemberScope,
  campaignId: string,
  now: Date,
): Promise<Partnership | undefined> {
  const found = await withScope(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(campaignPartners)
      .where(
        and(eq(campaignPartners.campaignId, campaignId), eq(campaignPartners.organisationId, scope.organisationId)),
      );
    if (!row) return undefined;
    // Own rows, past the published view: the number is known before the campaign is public, too.
    const [own] = await tx
      .select({ n: sql<number>`coalesce(sum(count), 0)::int` })
      .from(campaignTotals)
      .where(and(eq(campaignTotals.campaignId, campaignId), eq(campaignTotals.organisationId, scope.organisationId)));
    return { row, own: own?.n ?? 0, campaign: await readInvited(tx, campaignId, now) };
  });
  if (!found) return undefined;
  const { row, own } = found;
  const [names, totals, shown] = await Promise.all([
    organisationNames([row.leadId]),
    totalsByOrganisation(campaignId),
    found.campaign ?? readPublished(campaignId),
  ]);
  const lead = names.get(row.leadId);
  return {
    campaignId,
    state: row.state,
    text: row.text,
    invitedAt: row.invitedAt,
    leftAt: row.leftAt,
    lead: { slug: lead?.slug ?? null, names: lead?.names ?? NAMELESS },
    campaign: shown,
    own,
    total: [...totals.values()].reduce((sum, n) => sum + n, 0),
  };
}

/** What the walls let an invited or accepted partner see before it answers: title, summary and the demands. */
async function readInvited(tx: Tx, campaignId: string, now: Date): Promise<Partnership['campaign']> {
  const [campaign] = await tx
    .select({
      slug: campaigns.slug,
      title: campaigns.title,
      summary: campaigns.summary,
      locale: campaigns.locale,
      state: campaigns.state,
      isPublic: sql<boolean>`coalesce(${campaigns.isPublic}, false)`,
    })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (!campaign) return null;
  const demands = await tx
    .select({
      id: campaignDemands.id,
      text: campaignDemands.text,
      body_id: campaignDemands.bodyId,
      post_id: campaignDemands.postId,
      name_az: bodies.nameAz,
      name_en: bodies.nameEn,
      name_ru: bodies.nameRu,
    })
    .from(campaignDemands)
    .leftJoin(bodies, eq(bodies.id, campaignDemands.bodyId))
    .where(eq(campaignDemands.campaignId, campaignId))
    .orderBy(asc(campaignDemands.position));
  const posts = await postsOfBodies(
    demands.flatMap((demand) => (demand.post_id && demand.body_id ? [demand.body_id] : [])),
    dayOf(now),
  );
  return {
    ...campaign,
    demands: demands.map((demand) => ({ id: demand.id, text: demand.text, addressee: addresseeView(demand, posts) })),
  };
}

/** For one that has left or declined: what every stranger sees, and nothing where there is no public page. */
async function readPublished(campaignId: string): Promise<Partnership['campaign']> {
  const [row] = await publicSql<CampaignHead[]>`
    select slug, title, summary, locale, state, true as "isPublic" from published.campaigns where id = ${campaignId}`;
  return row && isPublicCampaignState(row.state) ? { ...row, demands: [] } : null;
}

/** Coalitions that this organisation was asked into, open invitations first. */
export async function listPartnerships(scope: MemberScope): Promise<PartnershipLine[]> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({
        campaignId: campaignPartners.campaignId,
        state: campaignPartners.state,
        leadId: campaignPartners.leadId,
        title: campaigns.title,
      })
      .from(campaignPartners)
      .leftJoin(campaigns, eq(campaigns.id, campaignPartners.campaignId))
      .where(
        and(
          eq(campaignPartners.organisationId, scope.organisationId),
          inArray(campaignPartners.state, ['invited', 'accepted', 'left']),
        ),
      )
      .orderBy(
        sql`array_position(array['invited', 'accepted', 'left'], ${campaignPartners.state})`,
        desc(campaignPartners.invitedAt),
      ),
  );
  const hidden = rows.filter(({ title }) => title === null).map(({ campaignId }) => campaignId);
  const [names, published] = await Promise.all([
    organisationNames(rows.map((row) => row.leadId)),
    hidden.length === 0
      ? []
      : publicSql<
          { id: string; title: string }[]
        >`select id, title from published.campaigns where id in ${publicSql(hidden)}`,
  ]);
  return rows.flatMap(({ leadId, ...row }) => {
    const title = row.title ?? published.find(({ id }) => id === row.campaignId)?.title;
    return title === undefined ? [] : [{ ...row, title, lead: names.get(leadId)?.names ?? NAMELESS }];
  });
}
