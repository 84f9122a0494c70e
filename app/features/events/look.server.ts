import { and, asc, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { appDb, type Tx } from '#db/client.server.ts';
import { eventShifts, eventSignUps, events } from '#db/schema/index.ts';
import { recordMoment } from '#app/features/people/public.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import type { EventKind } from './rules/kinds.ts';
import { HAND_REMINDER_MS, reminderNow } from './rules/reminders.ts';
import { offerPlaces } from './taking.server.ts';
import { tellHolder } from './telling.server.ts';

type Work = {
  organisation_id: string;
  event_id: string;
  shift_id: string | null;
  work: 'offers' | 'remind-day' | 'remind-hour' | 'after' | 'end';
};
const BATCH = 200;

/**
 * The worker's look each minute: offers that ended go to the next in line, reminders leave the day before at eleven and on
 * the day from eight (the country's hours), an hour afterwards whoever was there is asked how it was and it goes into
 * their timeline, and half a day after its last hour an event ends. Everything is stamped, so that running twice tells once.
 */
export async function lookAtEvents(now: Date): Promise<number> {
  const rows = await appDb.execute<Work>(
    sql`select organisation_id, event_id, shift_id, work from app.event_work(${now.toISOString()})`,
  );
  for (const { organisation_id: organisationId, event_id: eventId, shift_id: shiftId, work } of rows)
    await withScope({ kind: 'system', organisationId }, async (tx) => {
      if (work === 'end') {
        await tx
          .update(events)
          .set({ state: 'ended', endedAt: now })
          .where(and(eq(events.id, eventId), eq(events.state, 'open')));
        return;
      }
      if (shiftId === null) return;
      if (work === 'offers') await offerPlaces(tx, { organisationId, shiftId }, now);
      else if (work === 'after') await followUp(tx, shiftId, now);
      else await remind(tx, shiftId, work === 'remind-day' ? 'day' : 'hour', now);
    });
  return rows.length;
}

/** Who signed up on the day itself has just been told everything. */
const JUST_TOLD_MS = 2 * 3_600_000;

/**
 * A colleague has the reminder sent at once, whatever the hour: tomorrow's or today's shifts of an event, to everybody with a
 * place who was not reminded by hand in the last half day. The one that would leave by itself is done with that.
 */
export async function remindByHand(
  { organisationId, eventId }: { organisationId: string; eventId: string },
  now: Date,
): Promise<number> {
  return withScope({ kind: 'system', organisationId }, async (tx) => {
    const shifts = await tx
      .select()
      .from(eventShifts)
      .innerJoin(events, and(eq(events.id, eventShifts.eventId), eq(events.state, 'open')))
      .where(and(eq(eventShifts.eventId, eventId), isNull(eventShifts.cancelledAt)));
    let told = 0;
    for (const { event_shifts: shift } of shifts) {
      const kind = reminderNow(shift.startsAt, now);
      if (kind === null) continue;
      const rows = await tx
        .select()
        .from(eventSignUps)
        .where(
          and(
            eq(eventSignUps.shiftId, shift.id),
            eq(eventSignUps.state, 'registered'),
            or(
              isNull(eventSignUps.handReminderAt),
              lt(eventSignUps.handReminderAt, new Date(now.getTime() - HAND_REMINDER_MS)),
            ),
          ),
        )
        .orderBy(asc(eventSignUps.number))
        .for('update', { skipLocked: true });
      for (const row of rows) {
        await tellHolder(tx, row, kind, now);
        await tx
          .update(eventSignUps)
          .set({ handReminderAt: now, ...(kind === 'day' ? { dayReminderAt: now } : { hourReminderAt: now }) })
          .where(eq(eventSignUps.id, row.id));
      }
      told += rows.length;
    }
    return told;
  });
}

async function remind(tx: Tx, shiftId: string, kind: 'day' | 'hour', now: Date): Promise<void> {
  const stamp = kind === 'day' ? eventSignUps.dayReminderAt : eventSignUps.hourReminderAt;
  const rows = await tx
    .select()
    .from(eventSignUps)
    .where(and(eq(eventSignUps.shiftId, shiftId), eq(eventSignUps.state, 'registered'), isNull(stamp)))
    .orderBy(asc(eventSignUps.number))
    .limit(BATCH)
    .for('update', { skipLocked: true });
  for (const row of rows) {
    if (row.createdAt.getTime() < now.getTime() - JUST_TOLD_MS) await tellHolder(tx, row, kind, now);
    await tx
      .update(eventSignUps)
      .set(kind === 'day' ? { dayReminderAt: now } : { hourReminderAt: now })
      .where(eq(eventSignUps.id, row.id));
  }
}

const MOMENT: Partial<Record<EventKind, 'training' | 'volunteering' | 'meeting'>> = {
  training: 'training',
  volunteering: 'volunteering',
  meeting_media: 'meeting',
  meeting_ngo: 'meeting',
  meeting_authority: 'meeting',
};

async function followUp(tx: Tx, shiftId: string, now: Date): Promise<void> {
  const rows = await tx
    .select({ row: eventSignUps, kind: events.kind, title: events.title, startsAt: eventShifts.startsAt })
    .from(eventSignUps)
    .innerJoin(eventShifts, eq(eventShifts.id, eventSignUps.shiftId))
    .innerJoin(events, eq(events.id, eventSignUps.eventId))
    .where(
      and(
        eq(eventSignUps.shiftId, shiftId),
        isNotNull(eventSignUps.attendedAt),
        or(isNull(eventSignUps.feedbackAskedAt), isNull(eventSignUps.recordedAt)),
      ),
    )
    .orderBy(asc(eventSignUps.number))
    .limit(BATCH)
    .for('update', { of: eventSignUps, skipLocked: true });
  for (const { row, kind, title, startsAt } of rows) {
    if (row.feedbackAskedAt === null && row.state !== 'walk_in') await tellHolder(tx, row, 'feedback', now);
    if (row.recordedAt === null && row.personId !== null)
      await recordMoment(tx, row.organisationId, {
        personId: row.personId,
        kind: MOMENT[kind] ?? 'event',
        about: title,
        subjectId: row.eventId,
        at: startsAt,
      });
    await tx
      .update(eventSignUps)
      .set({ feedbackAskedAt: row.feedbackAskedAt ?? now, recordedAt: row.recordedAt ?? now })
      .where(eq(eventSignUps.id, row.id));
  }
}
