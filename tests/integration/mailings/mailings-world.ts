import { lockAudience } from '#app/features/mailings/commands/lock-audience.server.ts';
import { sendMailing } from '#app/features/mailings/commands/send-mailing.server.ts';
import { saveMailing } from '#app/features/mailings/commands/write-mailing.server.ts';
import type { MailingForm } from '#app/features/mailings/forms.ts';
import { personForContact, recordConsent } from '#app/features/people/public.server.ts';
import type { Spoken } from '#app/features/people/rules/kinds.ts';
import { newId } from '#app/kernel/ids.ts';
import type { BulkMail, Carried } from '#app/platform/bulk-mail.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';

/** A Monday's noon in the country, and moments after it. */
export const NOON = new Date('2026-11-23T08:00:00Z');
export const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

/** Somebody on the organisation's list; `agrees` says yes to its news by e-mail. */
export function somebody(
  organisationId: string,
  email: string,
  { agrees = true, name = `Sınaq ${newId().slice(0, 8)}`, languages = [] as Spoken[] } = {},
): Promise<string> {
  return withScope({ kind: 'system', organisationId }, async (tx) => {
    const personId = await personForContact(tx, organisationId, { name, email, languages }, { now: NOON });
    if (agrees) await recordConsent(tx, organisationId, { personId, purpose: 'news', channel: 'email', at: NOON });
    return personId;
  });
}

/** `changes` names an audience with its id or not at all. */
export const draft = (changes: Partial<MailingForm> = {}) =>
  ({
    clientId: newId(),
    purpose: 'news',
    channel: 'email',
    audience: 'all',
    audienceId: null,
    locale: 'az',
    texts: { az: { subject: 'Yığıncaq', text: 'Sabah saat 10-da məktəbdə.' } },
    ...changes,
  }) as MailingForm;

const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

/** A message to everybody who agreed, its audience locked. */
export async function lockedMessage(at: StaffWork, changes: Partial<MailingForm> = {}): Promise<string> {
  const work = { ...at, now: NOON };
  const { mailingId } = value(await saveMailing(work, null, draft(changes)));
  value(await lockAudience(work, mailingId, { clientId: newId() }));
  return mailingId;
}

/** The same, let go. */
export async function sentMessage(at: StaffWork, changes: Partial<MailingForm> = {}): Promise<string> {
  const mailingId = await lockedMessage(at, changes);
  value(await sendMailing({ ...at, now: NOON }, mailingId, { clientId: newId(), at: null }));
  return mailingId;
}

/** A mail server that keeps what it is given, and answers as it is told to by address. */
export function mailbox(answers: Record<string, Carried> = {}) {
  const letters: BulkMail[] = [];
  return {
    letters,
    to: () => letters.map((letter) => letter.to).sort(),
    carry: (mail: BulkMail): Promise<Carried> => {
      letters.push(mail);
      return Promise.resolve(answers[mail.to] ?? 'sent');
    },
  };
}
