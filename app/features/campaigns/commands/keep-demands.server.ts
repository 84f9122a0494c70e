import { and, eq, max } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaignDemandMoves, campaignDemands } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { resolveAddressee } from '../addressees.server.ts';
import { lockCampaign, recordStep } from '../campaign-work.server.ts';
import { MAX_DEMANDS } from '../forms.ts';
import type { Addressee } from '../rules/addressee.ts';
import { nextDemandStates, type DemandState } from '../rules/lifecycle.ts';

export type DemandStep =
  | { intent: 'add'; clientId: string; text: string; addressee: Addressee | null; dueOn: string | null }
  | {
      intent: 'edit';
      clientId: string;
      demand: string;
      text: string;
      addressee: Addressee | null;
      dueOn: string | null;
    }
  | {
      intent: 'move';
      clientId: string;
      demand: string;
      to: DemandState;
      note: string;
      evidenceUrl: string;
      dueOn: string | null;
    }
  | { intent: 'remove'; clientId: string; demand: string };

export type DemandRefusal =
  | 'common.error.not-allowed'
  | 'common.error.changed-meanwhile'
  | 'common.error.choose'
  | 'campaigns.error.unknown'
  | 'campaigns.error.too-many-demands'
  | 'campaigns.error.demand-signed';

/**
 * Adds, changes, moves or removes one demand. Under a published campaign a demand's words stay (people signed them): then
 * only its addressee, its day and its state change, and each change of state carries a sentence that everybody reads.
 */
export function keepDemands(work: StaffWork, id: string, step: DemandStep): Promise<Result<undefined, DemandRefusal>> {
  return workOnce(
    work,
    { command: `campaign.demand.${step.intent}`, clientId: step.clientId, content: step },
    async (tx) => {
      if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
      const campaign = await lockCampaign(tx, work, id);
      if (!campaign) return refuse('campaigns.error.unknown');
      const done = await takeStep(tx, work, { id, isSigned: campaign.publishedAt !== null }, step);
      if (!done.ok) return done;
      await recordStep(tx, work, id, { action: `campaign.demand-${step.intent}`, step: { kind: 'demand' } });
      return ok();
    },
  );
}

type Target = { id: string; isSigned: boolean };

async function takeStep(
  tx: Tx,
  work: StaffWork,
  { id, isSigned }: Target,
  step: DemandStep,
): Promise<Result<undefined, DemandRefusal>> {
  const organisationId = work.scope.organisationId;
  if (step.intent === 'add') {
    if ((await tx.$count(campaignDemands, eq(campaignDemands.campaignId, id))) >= MAX_DEMANDS)
      return refuse('campaigns.error.too-many-demands', 'text');
    const addressee = await resolveAddressee(tx, step.addressee);
    if (!addressee) return refuse('common.error.choose', 'addressee');
    const [last] = await tx
      .select({ at: max(campaignDemands.position) })
      .from(campaignDemands)
      .where(eq(campaignDemands.campaignId, id));
    await tx.insert(campaignDemands).values({
      id: newId(),
      campaignId: id,
      organisationId,
      position: (last?.at ?? 0) + 1,
      text: step.text,
      ...addressee,
      dueOn: step.dueOn,
      changedAt: work.now,
      createdAt: work.now,
    });
    return ok();
  }
  const its = and(eq(campaignDemands.id, step.demand), eq(campaignDemands.campaignId, id));
  const [demand] = await tx.select().from(campaignDemands).where(its).for('update');
  if (!demand) return refuse('campaigns.error.unknown');
  if (step.intent === 'remove') {
    if (isSigned) return refuse('campaigns.error.demand-signed');
    await tx.delete(campaignDemands).where(its);
    return ok();
  }
  if (step.intent === 'edit') {
    if (isSigned && step.text !== demand.text) return refuse('campaigns.error.demand-signed', 'text');
    const addressee = await resolveAddressee(tx, step.addressee);
    if (!addressee) return refuse('common.error.choose', 'addressee');
    await tx
      .update(campaignDemands)
      .set({ text: step.text, ...addressee, dueOn: step.dueOn })
      .where(its);
    return ok();
  }
  if (!nextDemandStates(demand.state).includes(step.to)) return refuse('common.error.changed-meanwhile', 'to');
  await tx
    .update(campaignDemands)
    .set({ state: step.to, changedAt: work.now, ...(step.dueOn ? { dueOn: step.dueOn } : {}) })
    .where(its);
  await tx.insert(campaignDemandMoves).values({
    id: newId(),
    campaignId: id,
    organisationId,
    demandId: demand.id,
    fromState: demand.state,
    toState: step.to,
    note: step.note,
    evidenceUrl: step.evidenceUrl || null,
    actorId: work.scope.userId,
    createdAt: work.now,
  });
  return ok();
}
