/**
 * What other pillars ask of events. Every function works inside the caller's transaction in a `member` or `system` scope of
 * the organisation:
 *
 * - `attendeesOf(tx, eventId, { attended })` → person ids of whoever was there, or of whoever had a place
 * - `shiftsShortOfPeople(tx, now)` → shifts of the next two weeks that are less than half full
 * - `comingShifts(tx, userId, now)` → shifts of the next two weeks, with the member's own place
 * - `eventsOfPerson(tx, personId)` → what a person signed up for, newest first
 * - `tellOfEvent(tx, id, now)` → what a letter says of an event: times, place as far as strangers know it, address
 * - `listEventChoices(tx)` → the organisation's events by time, to choose one from
 */
import { and, asc, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { eventShifts, eventSignUps, events } from '#db/schema/index.ts';
import { paths } from '#app/paths.ts';
import type { EventKind, EventState, SignUpState } from './rules/kinds.ts';

/** Ids of the organisation's people who attended the event, or (`attended` false) who had a place at it; merged ones as who they stand in now. */
export async function attendeesOf(tx: Tx, eventId: string, { attended }: { attended: boolean }): Promise<string[]> {
  const who = attended ? sql`u.attended_at is not null` : sql`u.state = 'registered'`;
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive stands as (
      select p.id, p.merged_into from event_sign_ups u join people p on p.id = u.person_id where u.event_id = ${eventId} and ${who}
      union select p.id, p.merged_into from stands join people p on p.id = stands.merged_into
    ) select distinct id from stands where merged_into is null order by id`);
  return rows.map(({ id }) => id);
}

export type ShortShift = {
  eventId: string;
  shiftId: string;
  title: string;
  shiftTitle: string;
  startsAt: Date;
  capacity: number;
  taken: number;
};
const TWO_WEEKS_MS = 14 * 86_400_000;

/** Shifts of open events in the next two weeks with fewer than half of their places taken, the nearest first. */
export async function shiftsShortOfPeople(tx: Tx, now: Date): Promise<ShortShift[]> {
  const taken = sql<number>`(select count(*)::int from event_sign_ups u where u.shift_id = ${eventShifts.id} and u.state in ('registered', 'offered'))`;
  return tx
    .select({
      eventId: events.id,
      shiftId: eventShifts.id,
      title: events.title,
      shiftTitle: eventShifts.title,
      startsAt: eventShifts.startsAt,
      capacity: eventShifts.capacity,
      taken,
    })
    .from(eventShifts)
    .innerJoin(events, eq(events.id, eventShifts.eventId))
    .where(
      and(
        eq(events.state, 'open'),
        isNull(eventShifts.cancelledAt),
        gt(eventShifts.startsAt, now),
        lt(eventShifts.startsAt, new Date(now.getTime() + TWO_WEEKS_MS)),
        sql`${taken} * 2 < ${eventShifts.capacity}`,
      ),
    )
    .orderBy(asc(eventShifts.startsAt), asc(eventShifts.id))
    .limit(20);
}

export type ComingShift = {
  eventId: string;
  shiftId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  /** How the member's own place stands; null for none. */
  mine: SignUpState | null;
};

/** Shifts of open events in the next two weeks, those that are on now included, the nearest first. */
export async function comingShifts(tx: Tx, userId: string, now: Date): Promise<ComingShift[]> {
  return tx
    .select({
      eventId: events.id,
      shiftId: eventShifts.id,
      title: events.title,
      startsAt: eventShifts.startsAt,
      endsAt: eventShifts.endsAt,
      mine: eventSignUps.state,
    })
    .from(eventShifts)
    .innerJoin(events, eq(events.id, eventShifts.eventId))
    .leftJoin(eventSignUps, and(eq(eventSignUps.shiftId, eventShifts.id), eq(eventSignUps.userId, userId)))
    .where(
      and(
        eq(events.state, 'open'),
        isNull(eventShifts.cancelledAt),
        gt(eventShifts.endsAt, now),
        lt(eventShifts.startsAt, new Date(now.getTime() + TWO_WEEKS_MS)),
      ),
    )
    .orderBy(asc(eventShifts.startsAt), asc(eventShifts.id))
    .limit(20);
}

export type EventOfPerson = {
  eventId: string;
  title: string;
  kind: EventKind;
  startsAt: Date;
  state: SignUpState;
  attended: boolean;
};

/** What a person of the organisation signed up for, and whoever was merged into them, newest first. */
export async function eventsOfPerson(tx: Tx, personId: string): Promise<EventOfPerson[]> {
  return tx
    .select({
      eventId: events.id,
      title: events.title,
      kind: events.kind,
      startsAt: eventShifts.startsAt,
      state: eventSignUps.state,
      attended: sql<boolean>`${eventSignUps.attendedAt} is not null`,
    })
    .from(eventSignUps)
    .innerJoin(eventShifts, eq(eventShifts.id, eventSignUps.shiftId))
    .innerJoin(events, eq(events.id, eventSignUps.eventId))
    .where(
      sql`${eventSignUps.personId} in (with recursive them as (
        select ${personId}::uuid as id union select p.id from people p join them on p.merged_into = them.id
      ) select id from them)`,
    )
    .orderBy(desc(eventShifts.startsAt), asc(eventSignUps.id))
    .limit(100);
}

export type EventInLetter = {
  title: string;
  /** Times to come, the nearest first. */
  startsAt: Date[];
  region: string;
  /** Empty when only those who come are told. */
  place: string;
  /** The path of its page; null when strangers have none. */
  path: string | null;
};

/** What a letter about an event says; undefined for another organisation's and for a draft. */
export async function tellOfEvent(tx: Tx, id: string, now: Date): Promise<EventInLetter | undefined> {
  const [event] = await tx.select().from(events).where(eq(events.id, id));
  if (!event || event.state === 'draft') return undefined;
  const shifts = await tx
    .select({ startsAt: eventShifts.startsAt })
    .from(eventShifts)
    .where(and(eq(eventShifts.eventId, id), isNull(eventShifts.cancelledAt), gt(eventShifts.endsAt, now)))
    .orderBy(asc(eventShifts.startsAt));
  return {
    title: event.title,
    startsAt: shifts.map(({ startsAt }) => startsAt),
    region: event.region,
    place: event.isPlaceHidden ? '' : event.place,
    path: event.audience === 'public' && event.state === 'open' ? paths.event(id) : null,
  };
}

export type EventChoice = { id: string; title: string; state: EventState; startsAt: Date | null; attended: number };

/** The organisation's events that were opened, newest first, with how many attended. */
export async function listEventChoices(tx: Tx): Promise<EventChoice[]> {
  // A column of the outer table by its whole name: the query builder would write it bare.
  const startsAt = sql<string | null>`(select min(s.starts_at) from event_shifts s where s.event_id = events.id)`;
  const attended = sql<number>`(select count(*)::int from event_sign_ups u where u.event_id = events.id and u.attended_at is not null)`;
  const rows = await tx
    .select({ id: events.id, title: events.title, state: events.state, startsAt, attended })
    .from(events)
    .where(inArray(events.state, ['open', 'ended']))
    .orderBy(desc(startsAt), asc(events.id))
    .limit(100);
  return rows.map((row) => ({ ...row, startsAt: row.startsAt === null ? null : new Date(row.startsAt) }));
}
