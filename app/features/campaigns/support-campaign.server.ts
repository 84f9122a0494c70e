import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaigns, campaignPartners } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
export type CollectingCampaign = typeof campaigns.$inferSelect & { isLead: boolean };

/** The campaign for which this organisation collects: it leads it, or is an accepted partner. */
export async function findCollecting(tx: Tx, scope: MemberScope, id: string): Promise<CollectingCampaign | undefined> {
  const [row] = await tx.select().from(campaigns).where(eq(campaigns.id, id));
  if (!row) return undefined;
  if (row.organisationId === scope.organisationId) return { ...row, isLead: true };
  const ours = and(
    eq(campaignPartners.campaignId, id),
    eq(campaignPartners.organisationId, scope.organisationId),
    eq(campaignPartners.state, 'accepted'),
  );
  return (await tx.$count(campaignPartners, ours)) > 0 ? { ...row, isLead: false } : undefined;
}

export function getCollecting(scope: MemberScope, id: string): Promise<CollectingCampaign | undefined> {
  return withScope(scope, (tx) => findCollecting(tx, scope, id));
}
