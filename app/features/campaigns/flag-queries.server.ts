import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { campaignFlags, campaigns } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { HiddenCampaign, OpenCampaignFlag } from './rules/flag-views.ts';

type OwnScope = Extract<Scope, { kind: 'member' | 'system' }>;

/** What waits for a moderator about campaigns' pages: what may hurt somebody first, then the oldest; and pages taken down. */
export function listCampaignFlags(scope: OwnScope): Promise<{ flags: OpenCampaignFlag[]; hidden: HiddenCampaign[] }> {
  return withScope(scope, async (tx) => ({
    flags: await tx
      .select({
        id: campaignFlags.id,
        kind: campaignFlags.kind,
        text: campaignFlags.text,
        bodyName: campaignFlags.bodyName,
        signatory: campaignFlags.signatory,
        createdAt: campaignFlags.createdAt,
        campaign: {
          id: campaigns.id,
          slug: campaigns.slug,
          title: campaigns.title,
          state: campaigns.state,
          isHidden: sql<boolean>`${campaigns.hiddenAt} is not null`,
        },
      })
      .from(campaignFlags)
      .innerJoin(campaigns, eq(campaigns.id, campaignFlags.campaignId))
      .where(and(eq(campaignFlags.organisationId, scope.organisationId), eq(campaignFlags.state, 'open')))
      .orderBy(desc(sql`${campaignFlags.kind} in ('personal_data', 'danger')`), asc(campaignFlags.createdAt))
      .limit(100),
    hidden: (
      await tx
        .select({
          id: campaigns.id,
          title: campaigns.title,
          hiddenAt: campaigns.hiddenAt,
          reason: campaigns.hiddenReason,
        })
        .from(campaigns)
        .where(and(eq(campaigns.organisationId, scope.organisationId), isNotNull(campaigns.hiddenAt)))
        .orderBy(desc(campaigns.hiddenAt))
    ).flatMap((row) => (row.hiddenAt ? [{ ...row, hiddenAt: row.hiddenAt }] : [])),
  }));
}

export function countCampaignFlags(scope: OwnScope): Promise<number> {
  return withScope(scope, (tx) =>
    tx.$count(
      campaignFlags,
      and(eq(campaignFlags.organisationId, scope.organisationId), eq(campaignFlags.state, 'open')),
    ),
  );
}
