import { and, eq } from 'drizzle-orm';
import { signatures } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockCampaign, recordStep } from '../campaign-work.server.ts';
import type { InvalidationReason } from '../rules/support.ts';

export type JudgeRefusal = 'common.error.not-allowed' | 'campaigns.error.unknown' | 'support.error.signature-state';

const mine = (work: StaffWork, campaignId: string, id: string) =>
  and(
    eq(signatures.id, id),
    eq(signatures.campaignId, campaignId),
    eq(signatures.organisationId, work.scope.organisationId),
  );

/** Takes a signature out of the count with a coded reason; it can be put back. Only the organisation's own people. */
export function invalidateSignature(
  work: StaffWork,
  campaignId: string,
  input: { clientId: string; signature: string; reason: InvalidationReason },
): Promise<Result<undefined, JudgeRefusal>> {
  return workOnce(
    work,
    { command: 'campaign.invalidate', clientId: input.clientId, content: [input.signature, input.reason] },
    async (tx) => {
      if (!mayHere(work, 'campaign.see-people')) return refuse('common.error.not-allowed');
      const [row] = await tx
        .select({ state: signatures.state })
        .from(signatures)
        .where(mine(work, campaignId, input.signature))
        .for('update');
      if (!row) return refuse('campaigns.error.unknown');
      if (row.state !== 'confirmed' && row.state !== 'pending') return refuse('support.error.signature-state');
      await tx
        .update(signatures)
        .set({ state: 'invalidated', invalidationReason: input.reason, endedAt: work.now })
        .where(eq(signatures.id, input.signature));
      await audit(tx, work.scope, {
        action: `campaign.signature-invalidated.${input.reason}`,
        subjectType: 'signature',
        subjectId: input.signature,
      });
      return ok();
    },
  );
}

/** Puts it back as it was: counted if it had been, waiting otherwise. */
export function restoreSignature(
  work: StaffWork,
  campaignId: string,
  input: { clientId: string; signature: string },
): Promise<Result<undefined, JudgeRefusal>> {
  return workOnce(
    work,
    { command: 'campaign.restore', clientId: input.clientId, content: input.signature },
    async (tx) => {
      if (!mayHere(work, 'campaign.see-people')) return refuse('common.error.not-allowed');
      const [row] = await tx
        .select()
        .from(signatures)
        .where(mine(work, campaignId, input.signature))
        .for('update');
      if (!row) return refuse('campaigns.error.unknown');
      if (row.state !== 'invalidated') return refuse('support.error.signature-state');
      await tx
        .update(signatures)
        .set({ state: row.confirmedAt === null ? 'pending' : 'confirmed', invalidationReason: null, endedAt: null })
        .where(eq(signatures.id, input.signature));
      await audit(tx, work.scope, {
        action: 'campaign.signature-restored',
        subjectType: 'signature',
        subjectId: input.signature,
      });
      return ok();
    },
  );
}

/** The live brake of one campaign: nobody can sign or confirm from the next request on, and everything else goes on. */
export function setSigningBrake(
  work: StaffWork,
  campaignId: string,
  input: { clientId: string; isPaused: boolean },
): Promise<Result<undefined, JudgeRefusal>> {
  return workOnce(
    work,
    { command: 'campaign.brake', clientId: input.clientId, content: [campaignId, input.isPaused] },
    async (tx) => {
      if (!mayHere(work, 'campaign.brake')) return refuse('common.error.not-allowed');
      const campaign = await lockCampaign(tx, work, campaignId);
      if (!campaign) return refuse('campaigns.error.unknown');
      if (campaign.isSigningPaused !== input.isPaused)
        await recordStep(tx, work, campaignId, {
          action: input.isPaused ? 'campaign.signing-paused' : 'campaign.signing-resumed',
          step: { kind: 'brake' },
          change: { isSigningPaused: input.isPaused },
        });
      return ok();
    },
  );
}
