import { eq } from 'drizzle-orm';
import { mailings, users } from '#db/schema/index.ts';
import { mayCampaign } from '#app/features/elections/public.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { writeLetter } from '../mailing-letter.server.ts';
import { readMailing, readSender } from '../mailing-rows.server.ts';
import { localesOf } from '../rules/texts.ts';

type GateCode = Extract<Awaited<ReturnType<typeof mayCampaign>>, { ok: false }>['code'];
type Refused =
  | 'common.error.not-allowed'
  | 'mailings.error.gone'
  | 'mailings.error.not-locked'
  | 'mailings.error.not-a-draft'
  | 'mailings.error.over'
  | 'mailings.error.no-email'
  | 'mailings.error.when'
  | GateCode;

/** How far ahead a message may be set. */
const MOST_DAYS_AHEAD = 60;

/** Sends the message to its writer alone, in each of its languages. */
export function testMailing(
  work: StaffWork,
  mailingId: string,
  { clientId }: { clientId: string },
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(work, { command: 'mailings.test', clientId, content: mailingId }, async (tx) => {
    if (!mayHere(work, 'message.send')) return refuse('common.error.not-allowed');
    const { organisationId, userId } = work.scope;
    const row = await readMailing(tx, organisationId, mailingId, true);
    if (!row) return refuse('mailings.error.gone');
    if (row.state !== 'draft' && row.state !== 'locked') return refuse('mailings.error.over');
    const [me] = await tx.select({ cipher: users.emailCipher }).from(users).where(eq(users.id, userId));
    if (!me?.cipher) return refuse('mailings.error.no-email');
    const sender = await readSender(tx, organisationId);
    for (const locale of localesOf(row.texts)) {
      const { subject, text, html } = writeLetter(row, locale, sender, null);
      await sendMail(tx, { to: unseal(me.cipher, 'users.email'), subject, text, html });
    }
    await tx.update(mailings).set({ testedAt: work.now }).where(eq(mailings.id, mailingId));
    await audit(tx, work.scope, { action: 'message.tested', subjectType: 'message', subjectId: mailingId });
    return ok();
  });
}

/**
 * Lets a locked message leave now (`at` null) or at an hour. Its audience is the queue already, so this changes one row.
 * What asks for votes is asked at the gate for the hour at which it would leave, and again by the worker when it does.
 */
export function sendMailing(
  work: StaffWork,
  mailingId: string,
  { clientId, at }: { clientId: string; at: Date | null },
): Promise<Result<undefined, Refused>> {
  const content = [mailingId, at?.toISOString() ?? null];
  return workOnce<undefined, Refused>(work, { command: 'mailings.send', clientId, content }, async (tx) => {
    if (!mayHere(work, 'message.send')) return refuse('common.error.not-allowed');
    const { organisationId } = work.scope;
    const row = await readMailing(tx, organisationId, mailingId, true);
    if (!row) return refuse('mailings.error.gone');
    if (row.state !== 'locked') return refuse('mailings.error.not-locked');
    const isOff = at !== null && (at <= work.now || at.getTime() > work.now.getTime() + MOST_DAYS_AHEAD * 86_400_000);
    if (isOff) return refuse('mailings.error.when', 'on');
    if (row.purpose === 'campaigning') {
      const gate = await mayCampaign(tx, organisationId, at ?? work.now);
      if (!gate.ok) return refuse(gate.code);
    }
    await tx
      .update(mailings)
      .set({ state: 'scheduled', scheduledAt: at ?? work.now, updatedAt: work.now })
      .where(eq(mailings.id, mailingId));
    await audit(tx, work.scope, { action: 'message.sent', subjectType: 'message', subjectId: mailingId });
    // Later ones are found by the run of their minute.
    if (at === null) await enqueue(tx, 'mailings:send', {}, { key: 'mailings:send' });
    return ok();
  });
}

/** Stops what has not left yet. */
export function stopMailing(
  work: StaffWork,
  mailingId: string,
  { clientId }: { clientId: string },
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(work, { command: 'mailings.stop', clientId, content: mailingId }, async (tx) => {
    if (!mayHere(work, 'message.send')) return refuse('common.error.not-allowed');
    const row = await readMailing(tx, work.scope.organisationId, mailingId, true);
    if (!row) return refuse('mailings.error.gone');
    if (row.state !== 'scheduled' && row.state !== 'sending') return refuse('mailings.error.over');
    await tx
      .update(mailings)
      .set({ state: 'stopped', finishedAt: work.now, updatedAt: work.now })
      .where(eq(mailings.id, mailingId));
    await audit(tx, work.scope, { action: 'message.stopped', subjectType: 'message', subjectId: mailingId });
    return ok();
  });
}
