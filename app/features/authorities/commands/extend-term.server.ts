import { and, eq } from 'drizzle-orm';
import { campaignDeliveries } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';

/** The body said that what a campaign delivered needs study: the longer term counts from the day of delivery; or takes that back. */
export function extendTerm(
  work: StaffWork,
  { deliveryId, clientId, withStudy }: { deliveryId: string; clientId: string; withStudy: boolean },
): Promise<Result<null, 'common.error.not-allowed' | 'common.error.form-changed'>> {
  if (!mayHere(work, 'letter.write')) return Promise.resolve(refuse('common.error.not-allowed'));
  const { organisationId } = work.scope;
  return workOnce(work, { command: 'extend-term', clientId, content: { deliveryId, withStudy } }, async (tx) => {
    const changed = await tx
      .update(campaignDeliveries)
      .set({ withStudy })
      .where(and(eq(campaignDeliveries.id, deliveryId), eq(campaignDeliveries.organisationId, organisationId)))
      .returning({ id: campaignDeliveries.id });
    if (changed.length === 0) return refuse('common.error.form-changed');
    await audit(tx, work.scope, {
      action: withStudy ? 'delivery.term-extended' : 'delivery.term-restored',
      subjectType: 'campaign_delivery',
      subjectId: deliveryId,
    });
    return ok(null);
  });
}
