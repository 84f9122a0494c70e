import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaignPartners, campaigns, letterActions, signatures, supporterLetters } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { senderIndex } from '../letter-text.server.ts';
import { contactIndex } from '../signer.server.ts';

export type ErasureRefusal = 'common.error.not-allowed' | 'campaigns.error.unknown';
type MemberScope = Extract<Scope, { kind: 'member' }>;

/** Whether people of this campaign can be this organisation's: it leads it, or is or was its partner. */
export function keepsPeopleOf(scope: MemberScope, campaignId: string): Promise<boolean> {
  return withScope(scope, (tx) => keepsPeople(tx, scope, campaignId));
}

async function keepsPeople(tx: Tx, { organisationId }: MemberScope, id: string): Promise<boolean> {
  const leads = await tx.$count(campaigns, and(eq(campaigns.id, id), eq(campaigns.organisationId, organisationId)));
  if (leads > 0) return true;
  const ours = and(eq(campaignPartners.campaignId, id), eq(campaignPartners.organisationId, organisationId));
  return (await tx.$count(campaignPartners, ours)) > 0;
}

/**
 * Takes one person out of a campaign in one step: everything under that contact goes whatever its state, with what was told
 * and rated (they hang on the rows), and letters to decision-makers with their words; the count follows. Only this
 * organisation's own people: what a partner keeps is the partner's to erase. The trail says that it happened, not who it was.
 * Public names are read from the rows at each request and cards hold none, so nothing has to be drawn anew.
 */
export function erasePerson(
  work: StaffWork,
  campaignId: string,
  { clientId, contact }: { clientId: string; contact: string },
): Promise<Result<{ signatures: number; letters: number }, ErasureRefusal>> {
  const { organisationId } = work.scope;
  const index = contactIndex(organisationId, contact);
  return workOnce(work, { command: 'campaign.erase-person', clientId, content: [campaignId, index] }, async (tx) => {
    if (!mayHere(work, 'campaign.see-people')) return refuse('common.error.not-allowed');
    if (!(await keepsPeople(tx, work.scope, campaignId))) return refuse('campaigns.error.unknown');
    const erased = await tx
      .delete(signatures)
      .where(
        and(
          eq(signatures.campaignId, campaignId),
          eq(signatures.organisationId, organisationId),
          eq(signatures.contactIndex, index),
        ),
      )
      .returning({ id: signatures.id });
    const letters = await eraseLetters(tx, work.scope, campaignId, contact);
    await audit(tx, work.scope, { action: 'campaign.erase-person', subjectType: 'campaign', subjectId: campaignId });
    return ok({ signatures: erased.length, letters });
  });
}

/** A letter is found by its sender's keyed hash, which is made for each target. */
async function eraseLetters(
  tx: Tx,
  { organisationId }: MemberScope,
  campaignId: string,
  email: string,
): Promise<number> {
  const actions = await tx
    .select()
    .from(letterActions)
    .where(and(eq(letterActions.campaignId, campaignId), eq(letterActions.organisationId, organisationId)));
  if (actions.length === 0) return 0;
  const gone = await tx
    .delete(supporterLetters)
    .where(
      and(
        eq(supporterLetters.campaignId, campaignId),
        eq(supporterLetters.organisationId, organisationId),
        inArray(
          supporterLetters.senderIndex,
          actions.map((action) => senderIndex(action, email)),
        ),
      ),
    )
    .returning({ id: supporterLetters.id });
  return gone.length;
}
