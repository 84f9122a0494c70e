import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { eventShifts, eventSignUps, events } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockEvent, mayBeOfKind, standingShifts, tellLater } from '../event-work.server.ts';
import { hoursOf, type ShiftForm } from '../forms.ts';
import { EVENT_LIMITS } from '../rules/kinds.ts';
import { offerPlaces } from '../taking.server.ts';
import type { EventRefusal } from './keep-event.server.ts';

export type ShiftRefusal =
  EventRefusal | 'events.error.too-many-shifts' | 'events.error.capacity-taken' | 'events.error.last-shift';

/** Each change of time is one number more for the event and for the shift. */
async function nextSequence(tx: Tx, eventId: string, now: Date): Promise<number> {
  const [row] = await tx
    .update(events)
    .set({ sequence: sql`${events.sequence} + 1`, updatedAt: now })
    .where(eq(events.id, eventId))
    .returning({ sequence: events.sequence });
  return row?.sequence ?? 0;
}

/**
 * Adds a stretch of time, or changes one. Fewer places than are taken are refused: nobody loses a place by a number typed.
 * More places go to those in line at once; another time is told to everybody on the shift.
 */
export function keepShift(
  work: StaffWork,
  eventId: string,
  form: ShiftForm,
): Promise<Result<{ shiftId: string }, ShiftRefusal>> {
  const { clientId, shiftId, shiftTitle: title, capacity, reserved, reservedFor } = form;
  const { startsAt, endsAt } = hoursOf(form);
  const { organisationId } = work.scope;
  return workOnce<{ shiftId: string }, ShiftRefusal>(
    work,
    { command: 'event.keep-shift', clientId, content: form },
    async (tx) => {
      if (!mayHere(work, 'event.write')) return refuse('common.error.not-allowed');
      const event = await lockEvent(tx, work, eventId);
      if (!event) return refuse('events.error.gone');
      if (event.state === 'cancelled' || event.state === 'ended') return refuse('events.error.over');
      if (endsAt <= work.now) return refuse('events.error.past', 'day');
      if (!(await mayBeOfKind(tx, organisationId, event.kind, { now: work.now, startsAt })).ok)
        return refuse('events.error.campaigning');
      const row = { title, startsAt, endsAt, capacity, reserved, reservedFor };
      if (shiftId === undefined) {
        if ((await standingShifts(tx, eventId)).length >= EVENT_LIMITS.shifts)
          return refuse('events.error.too-many-shifts');
        const id = newId();
        await tx
          .insert(eventShifts)
          .values({ id, eventId, organisationId, ...row, sequence: event.sequence, createdAt: work.now });
        await audit(tx, work.scope, { action: 'event.shift-kept', subjectType: 'event', subjectId: eventId });
        return ok({ shiftId: id });
      }
      const [before] = await tx
        .select()
        .from(eventShifts)
        .where(and(eq(eventShifts.id, shiftId), eq(eventShifts.eventId, eventId)))
        .for('update');
      if (!before || before.cancelledAt) return refuse('events.error.gone');
      if (capacity < (await takenPlaces(tx, shiftId))) return refuse('events.error.capacity-taken', 'capacity');
      const hasMoved = before.startsAt.getTime() !== startsAt.getTime() || before.endsAt.getTime() !== endsAt.getTime();
      const sequence = hasMoved && event.state === 'open' ? await nextSequence(tx, eventId, work.now) : before.sequence;
      await tx
        .update(eventShifts)
        .set({ ...row, sequence })
        .where(eq(eventShifts.id, shiftId));
      if (hasMoved) {
        // Reminders are of the new time.
        await tx
          .update(eventSignUps)
          .set({ dayReminderAt: null, hourReminderAt: null })
          .where(eq(eventSignUps.shiftId, shiftId));
        if (event.state === 'open') await tellLater(tx, organisationId, eventId);
      }
      await offerPlaces(tx, { organisationId, shiftId }, work.now);
      await audit(tx, work.scope, { action: 'event.shift-kept', subjectType: 'event', subjectId: eventId });
      return ok({ shiftId });
    },
  );
}

async function takenPlaces(tx: Tx, shiftId: string): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(eventSignUps)
    .where(and(eq(eventSignUps.shiftId, shiftId), sql`${eventSignUps.state} in ('registered', 'offered')`));
  return row?.n ?? 0;
}

/** Calls off one stretch of time; whoever had a place in it is told. The last one is called off with its event. */
export function cancelShift(
  work: StaffWork,
  eventId: string,
  { clientId, shiftId }: { clientId: string; shiftId: string },
): Promise<Result<undefined, ShiftRefusal>> {
  return workOnce<undefined, ShiftRefusal>(
    work,
    { command: 'event.cancel-shift', clientId, content: shiftId },
    async (tx) => {
      if (!mayHere(work, 'event.write')) return refuse('common.error.not-allowed');
      const event = await lockEvent(tx, work, eventId);
      if (!event) return refuse('events.error.gone');
      if (event.state === 'cancelled' || event.state === 'ended') return refuse('events.error.over');
      const shifts = await standingShifts(tx, eventId);
      if (!shifts.some(({ id }) => id === shiftId)) return refuse('events.error.gone');
      if (shifts.length === 1) return refuse('events.error.last-shift');
      const sequence = await nextSequence(tx, eventId, work.now);
      await tx.update(eventShifts).set({ cancelledAt: work.now, sequence }).where(eq(eventShifts.id, shiftId));
      if (event.state === 'open') await tellLater(tx, work.scope.organisationId, eventId);
      await audit(tx, work.scope, { action: 'event.shift-cancelled', subjectType: 'event', subjectId: eventId });
      return ok();
    },
  );
}
