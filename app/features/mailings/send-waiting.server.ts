import { and, eq, inArray, sql } from 'drizzle-orm';
import { mailingRecipients, mailings } from '#db/schema/index.ts';
import { mayCampaign } from '#app/features/elections/public.server.ts';
import { openContact } from '#app/features/people/public.server.ts';
import { isLocale } from '#app/kernel/locale.ts';
import { readBrakes } from '#app/platform/brakes.server.ts';
import type { BulkMailer, Carried } from '#app/platform/bulk-mail.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { env } from '#app/platform/env.server.ts';
import { log } from '#app/platform/log.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import type { SmsGateway } from '#app/platform/sms-gateway.server.ts';
import { workerPool } from '#app/platform/worker-sql.server.ts';
import { mailingMessageId, stopKey, touchKey, unsubscribeAddress } from './link.server.ts';
import { writeLetter, writeSms } from './mailing-letter.server.ts';
import { readMailing, readSender, type MailingRow, type Sender } from './mailing-rows.server.ts';
import { CAP, isQuiet, retryAt, UNKNOWN_AFTER_MS, type Night } from './rules/pace.ts';
import { consentFor } from './rules/purposes.ts';

type SystemScope = Extract<Scope, { kind: 'system' }>;
type Due = { mailing_id: string; organisation_id: string };
type Candidate = { recipient_id: string; contact_index: string };
type Claim = { outcome: string; cipher: string | null; locale: string | null; attempts: number };

/** How many rows of one message go before the next message has its turn. */
const TURN = 20;

/** What a run needs besides the database: a mail server, or none (the demo's mailbox). Tests set the rate and the clock. */
export type Run = {
  mailer: BulkMailer | null;
  sms?: SmsGateway | null;
  perMinute?: number;
  night?: Night;
  now: () => Date;
};

/**
 * Sends what waits, message by message in turns, until the rate of this minute is used up. Each row is claimed, sent and
 * marked by itself: a worker that dies in between leaves one row claimed, which nobody sends again. Returns how many left.
 */
export async function sendWaiting({
  mailer,
  sms = null,
  now,
  perMinute = env().MAILINGS_PER_MINUTE,
  night = env().MAILINGS_NIGHT,
}: Run): Promise<number> {
  if (isQuiet(now(), night) || (await readBrakes()).holdsMail) return 0;
  const due = await workerPool()<Due[]>`select mailing_id, organisation_id from app.mailings_due(${now()})`;
  const open: { due: Due; mailing: MailingRow; sender: Sender }[] = [];
  for (const one of due) {
    const begun = await begin(one, now());
    // Without its gateway an SMS waits.
    if (begun && (begun.mailing.channel === 'email' || sms)) open.push({ due: one, ...begun });
  }
  let sent = 0;
  let isPaced = false;
  while (open.length > 0 && !isPaced) {
    const turn = open.shift();
    if (!turn) break;
    const { left, more, paced } = await sendTurn(turn, { mailer, sms, perMinute, night, now });
    sent += left;
    isPaced = paced;
    if (more) open.push(turn);
  }
  for (const one of due) await finish(one, now());
  return sent;
}

/** Marks a message as on its way. Votes may not be asked for any more: it stops, and says why. */
async function begin(
  { mailing_id: id, organisation_id: organisationId }: Due,
  now: Date,
): Promise<{ mailing: MailingRow; sender: Sender } | undefined> {
  const scope: SystemScope = { kind: 'system', organisationId };
  return withScope(scope, async (tx) => {
    const row = await readMailing(tx, organisationId, id, true);
    if (!row || (row.state !== 'scheduled' && row.state !== 'sending')) return undefined;
    const gate = row.purpose === 'campaigning' ? await mayCampaign(tx, organisationId, now) : { ok: true as const };
    if (!gate.ok) {
      await tx
        .update(mailings)
        .set({ state: 'stopped', stopCode: gate.code, finishedAt: now })
        .where(eq(mailings.id, id));
      return undefined;
    }
    if (row.state === 'scheduled')
      await tx.update(mailings).set({ state: 'sending', startedAt: now }).where(eq(mailings.id, id));
    return { mailing: row, sender: await readSender(tx, organisationId) };
  });
}

async function sendTurn(
  { mailing, sender }: { mailing: MailingRow; sender: Sender },
  { mailer, sms, perMinute, night, now }: Required<Run>,
): Promise<{ left: number; more: boolean; paced: boolean }> {
  const rows = await workerPool()<Candidate[]>`
    select recipient_id, contact_index from app.mailing_candidates(${mailing.id}, ${now()}, ${TURN})`;
  let left = 0;
  for (const row of rows) {
    // A long run may reach the evening.
    if (isQuiet(now(), night)) return { left, more: false, paced: true };
    const [claim] = await workerPool()<Claim[]>`
      select outcome, cipher, locale, attempts from app.claim_mailing(${row.recipient_id}, ${touchKey(row.contact_index)},
        ${stopKey(row.contact_index)}, ${consentFor(mailing.purpose)}, ${now()}, ${perMinute}, ${CAP.letters}, ${CAP.days})`;
    if (claim?.outcome === 'paced') return { left, more: false, paced: true };
    if (claim?.outcome !== 'claimed' || claim.cipher === null) continue;
    const carried = await carryOne(mailing, sender, row, claim, { mailer, sms });
    await mark(row, claim.attempts, carried, now());
    if (carried === 'sent') left += 1;
  }
  return { left, more: rows.length === TURN, paced: false };
}

/** Hands one letter over; without a mail server it goes to the demo's mailbox. */
async function carryOne(
  mailing: MailingRow,
  sender: Sender,
  { recipient_id: id }: Candidate,
  { cipher, locale }: Claim,
  { mailer, sms }: Pick<Required<Run>, 'mailer' | 'sms'>,
): Promise<Carried> {
  const { organisationId } = mailing;
  const lang = isLocale(locale) ? locale : mailing.locale;
  const to = openContact(organisationId, cipher ?? '');
  if (mailing.channel === 'sms')
    return sms ? sms.carry({ id, to, text: writeSms(mailing, lang, sender, id) }) : 'later';
  const letter = writeLetter(mailing, lang, sender, id);
  const unsubscribeUrl = unsubscribeAddress(id, lang);
  if (mailer) return mailer.carry({ ...letter, to, messageId: mailingMessageId(id), unsubscribeUrl });
  const { fromName: _, ...mail } = letter;
  await withScope({ kind: 'system', organisationId }, (tx) => sendMail(tx, { ...mail, to, unsubscribeUrl }));
  return 'sent';
}

async function mark(
  { recipient_id: id, contact_index: index }: Candidate,
  attempts: number,
  carried: Carried,
  now: Date,
): Promise<void> {
  const sql = workerPool();
  if (carried === 'unknown') return;
  const again = carried === 'later' ? retryAt(attempts, now) : null;
  if (again) {
    await sql`select app.put_back_mailing(${id}, ${touchKey(index)}, ${again})`;
    return;
  }
  const outcome = carried === 'sent' ? 'sent' : carried === 'no-address' ? 'bounced' : 'failed';
  await sql`select app.settle_mailing(${id}, ${outcome}, ${now})`;
  if (carried === 'no-address') await sql`select app.stop_mailings_to(${stopKey(index)}, 'bounce', ${now})`;
}

/** A message is over when nobody waits and nobody is being sent to. */
async function finish({ mailing_id: id, organisation_id: organisationId }: Due, now: Date): Promise<void> {
  await withScope({ kind: 'system', organisationId }, async (tx) => {
    const fresh = sql`${mailingRecipients.state} = 'waiting' or ${mailingRecipients.claimedAt} > ${new Date(now.getTime() - UNKNOWN_AFTER_MS).toISOString()}`;
    const open = await tx.$count(
      mailingRecipients,
      and(
        eq(mailingRecipients.mailingId, id),
        inArray(mailingRecipients.state, ['waiting', 'claimed']),
        sql`(${fresh})`,
      ),
    );
    if (open > 0) return;
    const over = await tx
      .update(mailings)
      .set({ state: 'sent', finishedAt: now })
      .where(and(eq(mailings.id, id), eq(mailings.state, 'sending')))
      .returning({ id: mailings.id });
    if (over.length > 0) log.info({ mailing: id }, 'a message to many is over');
  });
}
