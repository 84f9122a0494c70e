import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { bodies, letterActions, organisations, supporterLetters } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { resolveAddressee } from '../addressees.server.ts';
import { lockCampaign } from '../campaign-work.server.ts';
import { sealLetter } from '../letter-text.server.ts';
import type { Addressee } from '../rules/addressee.ts';

export type LetterActionRefusal =
  | 'common.error.not-allowed'
  | 'common.error.choose'
  | 'common.error.changed-meanwhile'
  | 'campaigns.error.unknown'
  | 'deliveries.error.one-action'
  | 'deliveries.error.not-public'
  | 'deliveries.error.no-own-email'
  | 'deliveries.error.no-test-yet';

type Wording = { subject: string; hints: string; hourlyMax: number };
export type LetterActionStep =
  | ({ intent: 'start'; clientId: string; addressee: Addressee } & Wording)
  | ({ intent: 'edit'; clientId: string; action: string } & Wording)
  | { intent: 'test'; clientId: string; action: string; text: string }
  | { intent: 'open'; clientId: string; action: string }
  | { intent: 'close'; clientId: string; action: string }
  | { intent: 'hold'; clientId: string; letter: string };

/**
 * An invitation to write to a decision-maker. It begins in test mode, in which letters reach the organisation's own
 * address alone; somebody opens it once a test letter has arrived there. One at a time for each campaign.
 */
export function keepLetterAction(
  work: StaffWork,
  campaignId: string,
  step: LetterActionStep,
): Promise<Result<undefined, LetterActionRefusal>> {
  return workOnce(
    work,
    { command: `campaign.letters.${step.intent}`, clientId: step.clientId, content: step },
    async (tx) => {
      if (!mayHere(work, 'campaign.deliver')) return refuse('common.error.not-allowed');
      const campaign = await lockCampaign(tx, work, campaignId);
      if (!campaign) return refuse('campaigns.error.unknown');
      const done = await take(tx, work, { id: campaignId, isPublic: campaign.isPublic ?? false }, step);
      if (done.ok)
        await audit(tx, work.scope, {
          action: `campaign.letters-${step.intent}`,
          subjectType: 'campaign',
          subjectId: campaignId,
        });
      return done;
    },
  );
}

type Target = { id: string; isPublic: boolean };

async function take(
  tx: Tx,
  work: StaffWork,
  campaign: Target,
  step: LetterActionStep,
): Promise<Result<undefined, LetterActionRefusal>> {
  if (step.intent === 'start') return start(tx, work, campaign, step);
  if (step.intent === 'hold') return hold(tx, campaign, step.letter);
  const its = and(eq(letterActions.id, step.action), eq(letterActions.campaignId, campaign.id));
  const [action] = await tx.select().from(letterActions).where(its).for('update');
  if (!action) return refuse('campaigns.error.unknown');
  if (step.intent === 'close') {
    await tx.update(letterActions).set({ state: 'closed', closedAt: work.now }).where(its);
    return ok();
  }
  if (action.state === 'closed') return refuse('common.error.changed-meanwhile');
  if (step.intent === 'edit') {
    await tx
      .update(letterActions)
      .set({ subject: step.subject, hints: step.hints, hourlyMax: step.hourlyMax })
      .where(its);
    return ok();
  }
  if (step.intent === 'test') return writeTest(tx, work, action, step);
  if (!campaign.isPublic) return refuse('deliveries.error.not-public');
  const tests = and(
    eq(supporterLetters.actionId, action.id),
    eq(supporterLetters.isTest, true),
    eq(supporterLetters.state, 'sent'),
  );
  const [body] = await tx.select({ email: bodies.email }).from(bodies).where(eq(bodies.id, action.bodyId));
  // Where we know no address of the body people send the letter themselves, so there is nothing of ours to test.
  if (body?.email && (await tx.$count(supporterLetters, tests)) === 0) return refuse('deliveries.error.no-test-yet');
  await tx.update(letterActions).set({ state: 'open' }).where(its);
  return ok();
}

async function start(
  tx: Tx,
  { scope, now }: StaffWork,
  campaign: Target,
  { addressee, subject, hints, hourlyMax }: Extract<LetterActionStep, { intent: 'start' }>,
): Promise<Result<undefined, LetterActionRefusal>> {
  const running = and(eq(letterActions.campaignId, campaign.id), inArray(letterActions.state, ['test', 'open']));
  if ((await tx.$count(letterActions, running)) > 0) return refuse('deliveries.error.one-action');
  const chosen = await resolveAddressee(tx, addressee);
  if (!chosen?.bodyId) return refuse('common.error.choose', 'addressee');
  await tx.insert(letterActions).values({
    id: newId(),
    campaignId: campaign.id,
    organisationId: scope.organisationId,
    bodyId: chosen.bodyId,
    postId: chosen.postId,
    subject,
    hints,
    hourlyMax,
    createdBy: scope.userId,
    createdAt: now,
  });
  return ok();
}

async function writeTest(
  tx: Tx,
  { actor, scope, now }: StaffWork,
  action: typeof letterActions.$inferSelect,
  { clientId, text }: Extract<LetterActionStep, { intent: 'test' }>,
): Promise<Result<undefined, LetterActionRefusal>> {
  const [own] = await tx
    .select({ email: organisations.publicEmail })
    .from(organisations)
    .where(eq(organisations.id, scope.organisationId));
  if (!own?.email) return refuse('deliveries.error.no-own-email');
  await tx.insert(supporterLetters).values({
    id: newId(),
    actionId: action.id,
    campaignId: action.campaignId,
    organisationId: scope.organisationId,
    clientId: hashedId(`${clientId}/${text}`),
    way: 'server',
    state: 'queued',
    isTest: true,
    letterCipher: sealLetter({ name: actor.name, email: own.email, region: 'AZ-BA', text, showsEmail: false }),
    locale: actor.locale,
    createdAt: now,
  });
  return ok();
}

/** An organiser keeps a letter back before it goes: insults and other people's names are not sent in the organisation's envelope. */
async function hold(tx: Tx, campaign: Target, letter: string): Promise<Result<undefined, LetterActionRefusal>> {
  const held = await tx
    .update(supporterLetters)
    .set({ state: 'withdrawn', letterCipher: null, senderIndex: null, textIndex: null })
    .where(
      and(
        eq(supporterLetters.id, letter),
        eq(supporterLetters.campaignId, campaign.id),
        eq(supporterLetters.state, 'queued'),
      ),
    )
    .returning({ id: supporterLetters.id });
  return held.length > 0 ? ok() : refuse('common.error.changed-meanwhile');
}
