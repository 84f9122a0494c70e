import { and, eq } from 'drizzle-orm';
import { publicSql } from '#db/client.server.ts';
import { campaignPartners } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockCampaign, recordStep } from '../campaign-work.server.ts';

/** A coalition (issue 3, part 8): the lead asks, the partner answers, writes its own words and may leave. People stay apart. */
export type PartnersRefusal =
  | 'common.error.not-allowed'
  | 'campaigns.error.unknown'
  | 'common.error.choose'
  | 'spread.error.already-partner'
  | 'common.error.changed-meanwhile';

type LeadStep = { intent: 'invite' | 'take-back'; clientId: string; organisation: string };

/** Asks an approved organisation of the directory to join, or takes a question back that was not answered yet. */
export function keepPartners(work: StaffWork, id: string, step: LeadStep): Promise<Result<undefined, PartnersRefusal>> {
  const { intent, clientId, organisation } = step;
  return workOnce(
    work,
    { command: `campaign.partner-${intent}`, clientId, content: [id, organisation] },
    async (tx) => {
      if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
      const campaign = await lockCampaign(tx, work, id);
      if (!campaign) return refuse('campaigns.error.unknown');
      const row = and(eq(campaignPartners.campaignId, id), eq(campaignPartners.organisationId, organisation));
      if (intent === 'take-back') {
        const gone = await tx.delete(campaignPartners).where(and(row, eq(campaignPartners.state, 'invited')));
        if (gone.count === 0) return refuse('common.error.changed-meanwhile');
      } else {
        const [known] = await publicSql`select 1 from published.organisations where id = ${organisation}`;
        if (!known || organisation === work.scope.organisationId) return refuse('common.error.choose', 'organisation');
        const [earlier] = await tx.select().from(campaignPartners).where(row);
        if (earlier && earlier.state !== 'declined') return refuse('spread.error.already-partner', 'organisation');
        if (earlier) await tx.update(campaignPartners).set({ state: 'invited', answeredAt: null }).where(row);
        else
          await tx.insert(campaignPartners).values({
            campaignId: id,
            organisationId: organisation,
            leadId: work.scope.organisationId,
            invitedAt: work.now,
          });
      }
      await recordStep(tx, work, id, { action: `campaign.partner-${intent}`, step: { kind: 'partner' } });
      return ok();
    },
  );
}

type PartnerStep =
  { intent: 'accept' | 'decline' | 'leave'; clientId: string } | { intent: 'write'; clientId: string; text: string };

const FROM = { accept: 'invited', decline: 'invited', leave: 'accepted', write: 'accepted' } as const;

/**
 * The partner's own deeds. Leaving is for good: its links close at once, its people stay its own, and what they gave stays
 * in the common total.
 */
export function keepPartnership(
  work: StaffWork,
  id: string,
  step: PartnerStep,
): Promise<Result<undefined, PartnersRefusal>> {
  const { intent, clientId } = step;
  return workOnce(work, { command: `campaign.partnership-${intent}`, clientId, content: [id, step] }, async (tx) => {
    if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
    const mine = and(
      eq(campaignPartners.campaignId, id),
      eq(campaignPartners.organisationId, work.scope.organisationId),
    );
    const [row] = await tx.select().from(campaignPartners).where(mine).for('update');
    if (!row) return refuse('campaigns.error.unknown');
    if (row.state !== FROM[intent]) return refuse('common.error.changed-meanwhile');
    const change =
      step.intent === 'write'
        ? { text: step.text }
        : step.intent === 'leave'
          ? { state: 'left' as const, leftAt: work.now }
          : { state: step.intent === 'accept' ? ('accepted' as const) : ('declined' as const), answeredAt: work.now };
    await tx.update(campaignPartners).set(change).where(mine);
    await audit(tx, work.scope, { action: `campaign.partnership-${intent}`, subjectType: 'campaign', subjectId: id });
    return ok();
  });
}
