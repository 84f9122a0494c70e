import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaigns, campaignSteps } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { audit } from '#app/platform/audit.server.ts';
import type { Scope } from '#app/platform/db-scope.server.ts';

export type CampaignRow = typeof campaigns.$inferSelect;
type StepDetails = Omit<
  typeof campaignSteps.$inferInsert,
  'id' | 'campaignId' | 'organisationId' | 'actorId' | 'actorRole' | 'createdAt'
>;
/** Who writes history: a member at work, or a job of the organisation. */
type Writer = { scope: Extract<Scope, { kind: 'member' | 'system' }>; now: Date };

/** The campaign that this organisation leads, locked until the transaction ends; undefined when it leads no such one. */
export async function lockCampaign(
  tx: Tx,
  { scope }: { scope: { organisationId: string } },
  id: string,
): Promise<CampaignRow | undefined> {
  const [row] = await tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.id, id), eq(campaigns.organisationId, scope.organisationId)))
    .for('update');
  return row;
}

/** Changes the campaign, writes its history and the trail: always the three together. */
export async function recordStep(
  tx: Tx,
  { scope, now }: Writer,
  campaignId: string,
  { action, step, change = {} }: { action: string; step: StepDetails; change?: Partial<typeof campaigns.$inferInsert> },
): Promise<void> {
  await tx
    .update(campaigns)
    .set({ ...change, updatedAt: now })
    .where(eq(campaigns.id, campaignId));
  await tx.insert(campaignSteps).values({
    ...step,
    id: newId(),
    campaignId,
    organisationId: scope.organisationId,
    actorId: 'userId' in scope ? scope.userId : null,
    actorRole: scope.kind === 'member' ? scope.role : 'system',
    createdAt: now,
  });
  await audit(tx, scope, { action, subjectType: 'campaign', subjectId: campaignId });
}
