import { and, eq, inArray } from 'drizzle-orm';
import { deliveryFollowups } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';

export type FollowupRefusal =
  'common.error.not-allowed' | 'common.error.changed-meanwhile' | 'deliveries.error.day-to-come';

/** A reminder or escalation that the job drafted was sent by a person on a day (`YYYY-MM-DD`), or is not needed (null). */
export function settleFollowup(
  work: StaffWork,
  campaignId: string,
  { clientId, followup, sentOn }: { clientId: string; followup: string; sentOn: string | null },
): Promise<Result<undefined, FollowupRefusal>> {
  return workOnce(work, { command: 'campaign.followup', clientId, content: { followup, sentOn } }, async (tx) => {
    if (!mayHere(work, 'campaign.deliver')) return refuse('common.error.not-allowed');
    if (sentOn !== null && sentOn > dayOf(work.now)) return refuse('deliveries.error.day-to-come', 'sentOn');
    const settled = await tx
      .update(deliveryFollowups)
      .set(sentOn === null ? { state: 'cancelled' } : { state: 'sent', sentOn })
      .where(
        and(
          eq(deliveryFollowups.id, followup),
          eq(deliveryFollowups.campaignId, campaignId),
          inArray(deliveryFollowups.state, ['draft', 'ready']),
        ),
      )
      .returning({ id: deliveryFollowups.id });
    if (settled.length === 0) return refuse('common.error.changed-meanwhile');
    await audit(tx, work.scope, {
      action: 'campaign.followup-settled',
      subjectType: 'campaign',
      subjectId: campaignId,
    });
    return ok();
  });
}
