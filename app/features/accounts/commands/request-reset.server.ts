import { setTimeout as pause } from 'node:timers/promises';
import { authDb } from '#db/client.server.ts';
import { accountTokens } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { localisePath, type Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { paths } from '#app/paths.ts';
import { audit } from '#app/platform/audit.server.ts';
import { randomToken, tokenHash } from '#app/platform/crypto.server.ts';
import type { Log } from '#app/platform/log.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { resetLetter } from '../letters.server.ts';
import { emailOf, findByContact, indexOf } from '../people.server.ts';
import type { Contact } from '../rules/contact.ts';
import { TICKET_MINUTES } from '../tickets.server.ts';

type Opened = { now: Date; log: Log; clientKey: string };

/** No answer comes sooner than this, so that the time tells nothing of whether there is such an account. */
const LEAST_MS = 250;

/**
 * Sends a link for setting a new password, if there is an account with an e-mail address. The answer is the same
 * whether there is one or not; only a network that asks too often hears that it does.
 */
export async function requestReset(
  { clientKey, log, now }: Opened,
  { contact, locale, origin }: { contact: Contact; locale: Locale; origin: string },
): Promise<Result<undefined, 'common.error.too-many'>> {
  if (!(await withinLimit('password-reset', clientKey))) return refuse('common.error.too-many');
  await Promise.all([pause(LEAST_MS), sendLink(contact, locale, origin, now)]);
  log.info('password reset asked for');
  return ok();
}

async function sendLink(contact: Contact, locale: Locale, origin: string, now: Date): Promise<void> {
  if (!(await withinLimit('password-reset-account', indexOf(contact)))) return;
  const person = await findByContact(contact);
  const to = person ? emailOf(person) : null;
  if (!person || to === null) return;
  const token = randomToken();
  await authDb.transaction(async (tx) => {
    await tx.insert(accountTokens).values({
      id: newId(),
      userId: person.id,
      purpose: 'password_reset',
      tokenHash: tokenHash(token),
      expiresAt: new Date(now.getTime() + TICKET_MINUTES['password-reset'] * 60_000),
      createdAt: now,
    });
    const url = `${origin}${localisePath(paths.resetPassword(), locale)}?token=${token}`;
    await sendMail(tx, resetLetter({ to, url, locale, minutes: TICKET_MINUTES['password-reset'] }));
    await audit(
      tx,
      { kind: 'account', userId: person.id },
      { action: 'account.request-reset', subjectType: 'user', subjectId: person.id },
    );
  });
}
