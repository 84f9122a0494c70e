import { and, eq, sql } from 'drizzle-orm';
import { eventShifts, eventSignUps, events } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { CheckInForm } from '../forms.ts';
import { EVENT_CONSENT_VERSION } from '../rules/kinds.ts';
import { mayCheckInNow } from '../rules/entrance.ts';
import { sealSignUp } from '../sign-up-person.server.ts';
import { takeOutOf } from '../take-out.server.ts';

export type CheckInRefusal =
  'common.error.not-allowed' | 'events.error.gone' | 'events.error.not-today' | 'events.error.state';
/** `since` is when somebody else had noted it before. */
export type CheckedIn = { signUpId: string; attended: boolean; since?: string };

/** How far a telephone's clock is believed. */
const MOST_EARLY_MS = 5 * 60_000;

/**
 * Notes that somebody came, or takes the note back; whoever had not signed up is written down as they come, outside the
 * count of places. Sent ten times under one id it is one entry: a telephone's outbox sends again what got no answer.
 * Volunteers do it around the event's hours only; what they noted then may arrive later.
 */
export function checkIn(
  work: StaffWork,
  eventId: string,
  form: CheckInForm,
): Promise<Result<CheckedIn, CheckInRefusal>> {
  const { clientId, shiftId, signUpId, walkIn, ageBand, gender, undo } = form;
  const { organisationId, userId } = work.scope;
  const said = form.at ? new Date(form.at) : work.now;
  const at = said.getTime() > work.now.getTime() + MOST_EARLY_MS ? work.now : said;
  return workOnce<CheckedIn, CheckInRefusal>(work, { command: 'event.check-in', clientId }, async (tx) => {
    if (!mayHere(work, 'event.check-in')) return refuse('common.error.not-allowed');
    const [found] = await tx
      .select({
        state: events.state,
        sequence: events.sequence,
        startsAt: eventShifts.startsAt,
        endsAt: eventShifts.endsAt,
      })
      .from(eventShifts)
      .innerJoin(events, eq(events.id, eventShifts.eventId))
      .where(
        and(
          eq(eventShifts.id, shiftId),
          eq(eventShifts.eventId, eventId),
          eq(eventShifts.organisationId, organisationId),
        ),
      );
    if (!found) return refuse('events.error.gone');
    if (found.state === 'draft' || found.state === 'cancelled') return refuse('events.error.state');
    if (!mayHere(work, 'event.write') && !mayCheckInNow(found, work.now)) return refuse('events.error.not-today');
    if (signUpId === undefined) {
      const id = newId();
      await tx.insert(eventSignUps).values({
        id,
        eventId,
        shiftId,
        organisationId,
        clientId: hashedId(clientId),
        state: 'walk_in',
        way: 'door',
        personCipher: sealSignUp(organisationId, { name: walkIn, contact: null }),
        ageBand,
        gender,
        consentVersion: EVENT_CONSENT_VERSION,
        locale: work.actor.locale,
        toldState: 'walk_in',
        toldSequence: found.sequence,
        attendedAt: at,
        checkedBy: userId,
        createdAt: work.now,
      });
      return ok({ signUpId: id, attended: true });
    }
    const mine = and(eq(eventSignUps.id, signUpId), eq(eventSignUps.shiftId, shiftId));
    const [row] = await tx
      .select({ state: eventSignUps.state, attendedAt: eventSignUps.attendedAt })
      .from(eventSignUps)
      .where(mine)
      .for('update');
    if (!row) return refuse('events.error.gone');
    if (undo && row.state === 'walk_in') {
      await tx.delete(eventSignUps).where(mine);
      return ok({ signUpId, attended: false });
    }
    await tx
      .update(eventSignUps)
      .set(
        undo
          ? { attendedAt: null, checkedBy: null }
          : // The first entry stands: two telephones at one door note the same person.
            {
              attendedAt: sql`coalesce(${eventSignUps.attendedAt}, ${at.toISOString()}::timestamptz)`,
              checkedBy: userId,
            },
      )
      .where(mine);
    const since = undo ? undefined : row.attendedAt?.toISOString();
    return ok({ signUpId, attended: !undo, ...(since === undefined ? {} : { since }) });
  });
}

/** A colleague takes somebody off the list; the place is offered on. Whoever it was is told. */
export function takeOut(
  work: StaffWork,
  eventId: string,
  { clientId, signUpId }: { clientId: string; signUpId: string },
): Promise<Result<undefined, CheckInRefusal>> {
  return workOnce<undefined, CheckInRefusal>(
    work,
    { command: 'event.take-out', clientId, content: signUpId },
    async (tx) => {
      if (!mayHere(work, 'event.write')) return refuse('common.error.not-allowed');
      const isDone = await takeOutOf(tx, work, eventId, signUpId);
      return isDone ? ok() : refuse('events.error.gone');
    },
  );
}
