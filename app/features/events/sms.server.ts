import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { eventSignUps } from '#db/schema/index.ts';
import { claimAddress, giveAddressBack, stopAddress } from '#app/features/mailings/public.server.ts';
import { afterQuiet, retryAt } from '#app/features/mailings/rules/pace.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { readBrakes } from '#app/platform/brakes.server.ts';
import { blindIndex, hashedId } from '#app/platform/crypto.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { env } from '#app/platform/env.server.ts';
import { enqueue, type Tasks } from '#app/platform/jobs.server.ts';
import type { SmsGateway } from '#app/platform/sms-gateway.server.ts';
import type { LetterKind } from './event-letters.server.ts';
import { findPlace, type Place } from './place.server.ts';
import { openSignUp, placeAddress } from './sign-up-person.server.ts';

type Row = typeof eventSignUps.$inferSelect;

/** Has whoever left nothing but a telephone sent the link to their page, in the morning at the earliest. Nothing without a gateway. */
export async function smsLater(tx: Tx, { id, organisationId }: Row, about: LetterKind, now: Date): Promise<void> {
  if (!env().SMS_GATEWAY_URL) return;
  await enqueueAt(tx, { organisationId, signUpId: id, about, turn: 1 }, afterQuiet(now, env().MAILINGS_NIGHT));
}

function enqueueAt(tx: Tx, sms: Tasks['events:sms'], runAt: Date): Promise<void> {
  return enqueue(tx, 'events:sms', sms, { key: `events:sms/${sms.signUpId}/${sms.about}`, runAt });
}

/** Whether what was to be told still is so; after the beginning nothing is. */
function isNewsStill({ event, shift, state }: Place, about: string, now: Date): boolean {
  if (shift.startsAt <= now) return false;
  if (about === 'called-off') return true;
  if (about === 'taken-out') return state === 'cancelled';
  if (event.state !== 'open' || shift.isCancelled) return false;
  return about === 'offered' ? state === 'offered' : about === 'changed' || state === 'registered';
}

/**
 * Sends one SMS without a word of the event: that there is news, and the link. It counts among the few messages that a
 * telephone gets in a week from all organisations; one too many is not sent. What the gateway could not take is tried
 * again as messages to many are; what may have left is not.
 */
export async function sendSms(
  { about, organisationId, signUpId, turn }: Tasks['events:sms'],
  gateway: SmsGateway | null,
  now: Date,
): Promise<void> {
  if (!gateway) return;
  const found = await withScope({ kind: 'system', organisationId }, async (tx) => {
    const [row] = await tx.select().from(eventSignUps).where(eq(eventSignUps.id, signUpId));
    return row && { row, place: await findPlace(signUpId, tx) };
  });
  if (!found?.place || !isNewsStill(found.place, about, now)) return;
  const { place, row } = found;
  const { contact } = openSignUp(organisationId, row.personCipher);
  if (contact === null || contact.includes('@')) return;
  const again = (at: Date) =>
    withScope({ kind: 'system', organisationId }, (tx) =>
      enqueueAt(tx, { organisationId, signUpId, about, turn: turn + 1 }, afterQuiet(at, env().MAILINGS_NIGHT)),
    );
  const next = retryAt(turn, now);
  if ((await readBrakes()).holdsMail) return void (next && (await again(next)));
  const index = blindIndex('phone', contact);
  if ((await claimAddress(index, now)) !== 'claimed') return;
  const id = hashedId(`event-sms/${signUpId}/${about}/${place.shift.sequence}`);
  const text = wordsFor(row.locale)('events.sms', { address: placeAddress(signUpId, row.locale) });
  const carried = await gateway.carry({ id, to: contact, text });
  if (carried === 'no-address') await stopAddress(index, now);
  if (carried !== 'later') return;
  await giveAddressBack(index, now);
  if (next) await again(next);
}
