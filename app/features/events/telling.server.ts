import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { eventShifts, eventSignUps, events, organisations, users } from '#db/schema/index.ts';
import { tellDevices } from '#app/features/accounts/public.server.ts';
import { personForContact, recordConsent } from '#app/features/people/public.server.ts';
import { paths } from '#app/paths.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { enqueue, type Tasks } from '#app/platform/jobs.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { placeLetter, type LetterKind } from './event-letters.server.ts';
import { findPlace, type Place } from './place.server.ts';
import { EVENT_CONSENT_VERSION } from './rules/kinds.ts';
import { openSignUp } from './sign-up-person.server.ts';
import { smsLater } from './sms.server.ts';

type SystemScope = Extract<Scope, { kind: 'system' }>;
export type SignUpRow = typeof eventSignUps.$inferSelect;

const BATCH = 100;

/** Where a letter to the holder goes: their own address, or that of the colleague's account; null for a telephone. */
async function addressee(tx: Tx, row: SignUpRow): Promise<{ to: string; name: string } | null> {
  const person = openSignUp(row.organisationId, row.personCipher);
  if (person.contact?.includes('@')) return { to: person.contact, name: person.name };
  if (row.userId === null) return null;
  const [account] = await tx.select({ email: users.emailCipher }).from(users).where(eq(users.id, row.userId));
  return account?.email ? { to: unseal(account.email, 'users.email'), name: person.name } : null;
}

/** What a telephone rings for; the rest can be read when there is time. */
const PRESSING: readonly LetterKind[] = ['day', 'hour', 'offered', 'changed', 'called-off', 'taken-out'];

/** Writes to the holder of a place, if there is an address; what presses goes to a colleague's devices and to a bare telephone as well. */
export async function tellHolder(tx: Tx, row: SignUpRow, kind: LetterKind, now: Date): Promise<boolean> {
  const [who, place] = await Promise.all([addressee(tx, row), findPlace(row.id, tx)]);
  if (!place) return false;
  if (PRESSING.includes(kind)) {
    if (row.userId !== null) await tellColleague(tx, row.userId, place, now);
    else if (!who) await smsLater(tx, row, kind, now);
  }
  if (!who) return false;
  await sendMail(tx, placeLetter(place, kind, { ...who, locale: row.locale }));
  return true;
}

async function tellColleague(tx: Tx, userId: string, { event, organisationId }: Place, now: Date): Promise<void> {
  const [organisation] = await tx
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (!organisation) return;
  await tellDevices(tx, { organisationId, userId, path: paths.orgEvent(organisation.slug, event.id) }, now);
}

/** The organisation's own record of whoever signed up, found by contact or made, with the consent that they gave. */
async function knowPerson(tx: Tx, row: SignUpRow, now: Date): Promise<string | null> {
  if (row.personId !== null || row.userId !== null) return row.personId;
  const { name, contact } = openSignUp(row.organisationId, row.personCipher);
  if (contact === null) return null;
  const isEmail = contact.includes('@');
  const personId = await personForContact(
    tx,
    row.organisationId,
    { name, ...(isEmail ? { email: contact } : { phone: contact }), ageBand: row.ageBand, gender: row.gender },
    { now },
  );
  if (row.wantsNews)
    await recordConsent(tx, row.organisationId, {
      personId,
      purpose: 'events',
      channel: isEmail ? 'email' : 'phone',
      at: row.createdAt,
      textVersion: EVENT_CONSENT_VERSION,
    });
  return personId;
}

/**
 * Tells the holder how the place stands, once a state, and puts whoever it is on the organisation's list of people. Run
 * twice it tells once; asked for `again` it sends the link once more, a few times an hour at most.
 */
export async function answerHolder(
  { organisationId, signUpId, again, isTakenOut = false }: Tasks['events:answer'],
  now: Date,
): Promise<void> {
  const scope: SystemScope = { kind: 'system', organisationId };
  await withScope(scope, async (tx) => {
    const [row] = await tx.select().from(eventSignUps).where(eq(eventSignUps.id, signUpId)).for('update');
    if (!row || row.state === 'walk_in') return;
    const isNews = row.toldState !== row.state;
    // A place that was taken from an offer is known to whoever took it; the letter with the code is still due.
    if (!isNews && !(again && (await withinLimit('event-letter', signUpId)))) return;
    const personId = await knowPerson(tx, row, now);
    await tx.update(eventSignUps).set({ toldState: row.state, personId }).where(eq(eventSignUps.id, signUpId));
    // Nobody is told that they waited when the event is over for them anyway.
    await tellHolder(tx, row, isTakenOut && row.state === 'cancelled' ? 'taken-out' : row.state, now);
  });
}

/** Tells those who have a place, or wait, of a new time or place, or that it is called off; the next batch follows this one. */
export async function tellChange({ organisationId, eventId }: Tasks['events:tell'], now: Date): Promise<number> {
  const scope: SystemScope = { kind: 'system', organisationId };
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({
        row: eventSignUps,
        sequence: eventShifts.sequence,
        state: events.state,
        cancelledAt: eventShifts.cancelledAt,
      })
      .from(eventSignUps)
      .innerJoin(eventShifts, eq(eventShifts.id, eventSignUps.shiftId))
      .innerJoin(events, eq(events.id, eventSignUps.eventId))
      .where(
        and(
          eq(eventSignUps.eventId, eventId),
          inArray(eventSignUps.state, ['registered', 'waitlisted', 'offered']),
          lt(eventSignUps.toldSequence, eventShifts.sequence),
        ),
      )
      .orderBy(asc(eventSignUps.number))
      .limit(BATCH)
      .for('update', { of: eventSignUps });
    for (const { row, sequence, state, cancelledAt } of rows) {
      const isOff = state === 'cancelled' || cancelledAt !== null;
      await tellHolder(tx, row, isOff ? 'called-off' : 'changed', now);
      await tx.update(eventSignUps).set({ toldSequence: sequence }).where(eq(eventSignUps.id, row.id));
    }
    if (rows.length === BATCH)
      await enqueue(tx, 'events:tell', { organisationId, eventId }, { key: `events:tell/${eventId}` });
    return rows.length;
  });
}
