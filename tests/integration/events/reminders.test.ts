import { afterAll, describe, expect, it } from 'vitest';
import { remindNow } from '#app/features/events/commands/remind-people.server.ts';
import { lookAtEvents, remindByHand } from '#app/features/events/look.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { comes, DAY, openedEvent } from './event-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const tomorrow = dayOf(new Date(Date.now() + DAY));
/** Letters with a reminder's subject, so far. */
const reminders = async () => {
  const rows = await sql<{ n: number }[]>`select count(*)::int as n from mails where subject = 'Sabah sizi gözləyirik'`;
  return rows[0]?.n ?? 0;
};

describe('a reminder by hand', () => {
  it('goes to those with a place, once in half a day, and takes the turn of the one that would leave by itself', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { day: tomorrow, capacity: 1 });
    await comes(eventId, shiftId, 'Yeri Olan');
    await comes(eventId, shiftId, 'Gözləyən Olan');
    const [before, clientId] = [await reminders(), newId()];
    const press = () => remindNow(at.organiser, eventId, { clientId });
    expect(await press()).toMatchObject({ ok: true });
    expect(await press()).toMatchObject({ ok: true });
    const job = { organisationId: at.organisationId, eventId };
    const [now, soon] = [new Date(), new Date(Date.now() + 3_600_000)];
    expect(await remindByHand(job, now)).toBe(1);
    expect(await remindByHand(job, soon)).toBe(0);
    expect((await reminders()) - before).toBe(1);
    // Noon of the day before: the usual reminder has nobody left to tell.
    await lookAtEvents(new Date(`${dayOf(new Date())}T12:00:00+04:00`));
    expect((await reminders()) - before).toBe(1);
    const [audited] =
      await sql`select count(*)::int as n from audit_entries where action = 'event.reminded' and subject_id = ${eventId}`;
    expect(audited).toEqual({ n: 1 });
  });

  it('is refused earlier than the day before, to whoever may not write, and to another organisation', async () => {
    const { eventId } = await openedEvent(at.organiser);
    const press = (work: typeof at.organiser) => remindNow(work, eventId, { clientId: newId() });
    expect(await press(at.organiser)).toMatchObject({ refusal: { code: 'events.error.too-early' } });
    expect(await press(at.moderator)).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
    const foreign = { ...at.organiser, scope: { ...at.organiser.scope, organisationId: newId() } };
    expect(await press(foreign)).toMatchObject({ ok: false });
  });
});
