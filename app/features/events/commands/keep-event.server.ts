import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { eventShifts, events } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockEvent, mayBeOfKind, standingShifts, tellLater } from '../event-work.server.ts';
import { hoursOf, type EditEventForm, type NewEventForm } from '../forms.ts';

export type EventRefusal =
  | 'common.error.not-allowed'
  | 'events.error.gone'
  | 'events.error.over'
  | 'events.error.past'
  | 'events.error.campaigning'
  | 'events.error.state';

/** A draft with its first shift: nobody but colleagues sees it until it is opened. */
export function makeEvent(work: StaffWork, form: NewEventForm): Promise<Result<{ eventId: string }, EventRefusal>> {
  const { clientId, shiftTitle, capacity, reserved, reservedFor, day, from, until, ...facts } = form;
  const { startsAt, endsAt } = hoursOf({ day, from, until });
  return workOnce<{ eventId: string }, EventRefusal>(work, { command: 'event.make', clientId }, async (tx) => {
    if (!mayHere(work, 'event.write')) return refuse('common.error.not-allowed');
    const { organisationId, userId } = work.scope;
    if (endsAt <= work.now) return refuse('events.error.past', 'day');
    if (!(await mayBeOfKind(tx, organisationId, facts.kind, { now: work.now, startsAt })).ok)
      return refuse('events.error.campaigning', 'kind');
    const eventId = newId();
    await tx.insert(events).values({ id: eventId, organisationId, ...facts, createdBy: userId, createdAt: work.now });
    await tx.insert(eventShifts).values({
      id: newId(),
      eventId,
      organisationId,
      title: shiftTitle,
      startsAt,
      endsAt,
      capacity,
      reserved,
      reservedFor,
    });
    await audit(tx, work.scope, { action: 'event.made', subjectType: 'event', subjectId: eventId });
    return ok({ eventId });
  });
}

/** Changes an event's facts. A new place is told to everybody who has a place or waits; other words are not. */
export function editEvent(
  work: StaffWork,
  id: string,
  { clientId, ...facts }: EditEventForm,
): Promise<Result<undefined, EventRefusal>> {
  return workOnce<undefined, EventRefusal>(work, { command: 'event.edit', clientId, content: facts }, async (tx) => {
    if (!mayHere(work, 'event.write')) return refuse('common.error.not-allowed');
    const event = await lockEvent(tx, work, id);
    if (!event) return refuse('events.error.gone');
    if (event.state === 'cancelled' || event.state === 'ended') return refuse('events.error.over');
    for (const { startsAt } of await standingShifts(tx, id))
      if (!(await mayBeOfKind(tx, work.scope.organisationId, facts.kind, { now: work.now, startsAt })).ok)
        return refuse('events.error.campaigning', 'kind');
    const hasMoved = event.state === 'open' && (event.place !== facts.place || event.region !== facts.region);
    await tx
      .update(events)
      .set({ ...facts, sequence: event.sequence + (hasMoved ? 1 : 0), updatedAt: work.now })
      .where(eq(events.id, id));
    if (hasMoved) await changeAll(tx, work, id, event.sequence + 1);
    await audit(tx, work.scope, { action: 'event.edited', subjectType: 'event', subjectId: id });
    return ok();
  });
}

/** What concerns every shift of an event stands with each of them, and whoever has a place or waits is told. */
async function changeAll(tx: Tx, { scope }: StaffWork, eventId: string, sequence: number): Promise<void> {
  await tx.update(eventShifts).set({ sequence }).where(eq(eventShifts.eventId, eventId));
  await tellLater(tx, scope.organisationId, eventId);
}

/** Opens a draft: from now on people sign up, and strangers see it if it is public. */
export function openEvent(
  work: StaffWork,
  id: string,
  { clientId }: { clientId: string },
): Promise<Result<undefined, EventRefusal>> {
  return workOnce<undefined, EventRefusal>(work, { command: 'event.open', clientId, content: id }, async (tx) => {
    if (!mayHere(work, 'event.write')) return refuse('common.error.not-allowed');
    const event = await lockEvent(tx, work, id);
    if (!event) return refuse('events.error.gone');
    if (event.state === 'open') return ok();
    if (event.state !== 'draft') return refuse('events.error.over');
    const shifts = await standingShifts(tx, id);
    if (!shifts.some(({ endsAt }) => endsAt > work.now)) return refuse('events.error.past');
    for (const { startsAt } of shifts)
      if (!(await mayBeOfKind(tx, work.scope.organisationId, event.kind, { now: work.now, startsAt })).ok)
        return refuse('events.error.campaigning');
    await tx.update(events).set({ state: 'open', openedAt: work.now, updatedAt: work.now }).where(eq(events.id, id));
    await audit(tx, work.scope, { action: 'event.opened', subjectType: 'event', subjectId: id });
    return ok();
  });
}

/** Calls an event off. Calendars show it as cancelled, and everybody who has a place or waits is told, with the reason. */
export function cancelEvent(
  work: StaffWork,
  id: string,
  { clientId, note }: { clientId: string; note: string },
): Promise<Result<undefined, EventRefusal>> {
  return workOnce<undefined, EventRefusal>(work, { command: 'event.cancel', clientId, content: id }, async (tx) => {
    if (!mayHere(work, 'event.write')) return refuse('common.error.not-allowed');
    const event = await lockEvent(tx, work, id);
    if (!event) return refuse('events.error.gone');
    if (event.state === 'cancelled') return ok();
    if (event.state === 'ended') return refuse('events.error.over');
    await tx
      .update(events)
      .set({
        state: 'cancelled',
        cancelNote: note,
        sequence: event.sequence + 1,
        endedAt: work.now,
        updatedAt: work.now,
      })
      .where(eq(events.id, id));
    if (event.state === 'open') await changeAll(tx, work, id, event.sequence + 1);
    await audit(tx, work.scope, { action: 'event.cancelled', subjectType: 'event', subjectId: id });
    return ok();
  });
}

/** Ends an event that has begun: its numbers stand. What is not ended by hand ends by itself half a day after. */
export function endEvent(
  work: StaffWork,
  id: string,
  { clientId, report }: { clientId: string; report: string },
): Promise<Result<undefined, EventRefusal>> {
  return workOnce<undefined, EventRefusal>(work, { command: 'event.end', clientId, content: report }, async (tx) => {
    if (!mayHere(work, 'event.write')) return refuse('common.error.not-allowed');
    const event = await lockEvent(tx, work, id);
    if (!event) return refuse('events.error.gone');
    if (event.state === 'draft' || event.state === 'cancelled') return refuse('events.error.state');
    const shifts = await standingShifts(tx, id);
    if (!shifts.some(({ startsAt }) => startsAt <= work.now)) return refuse('events.error.state');
    await tx
      .update(events)
      .set({ state: 'ended', report, endedAt: event.endedAt ?? work.now, updatedAt: work.now })
      .where(eq(events.id, id));
    await audit(tx, work.scope, { action: 'event.ended', subjectType: 'event', subjectId: id });
    return ok();
  });
}
