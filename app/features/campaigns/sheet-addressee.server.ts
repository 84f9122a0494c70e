import { asc, eq } from 'drizzle-orm';
import { bodies, campaignDemands } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';

/** Whom the sheet's appeal is addressed to: the bodies of the campaign's demands, in Azerbaijani, each once. */
export function sheetAddressee(scope: Extract<Scope, { kind: 'member' }>, campaignId: string): Promise<string> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({ name: bodies.nameAz })
      .from(campaignDemands)
      .innerJoin(bodies, eq(bodies.id, campaignDemands.bodyId))
      .where(eq(campaignDemands.campaignId, campaignId))
      .orderBy(asc(campaignDemands.position));
    return [...new Set(rows.map(({ name }) => name))].join('; ');
  });
}
