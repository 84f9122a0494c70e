import { afterAll, describe, expect, it } from 'vitest';
import { getAttendance } from '#app/features/events/attendance.server.ts';
import { checkIn } from '#app/features/events/commands/check-in.server.ts';
import { comeAsMember } from '#app/features/events/commands/sign-up.server.ts';
import { forgetSignUps } from '#app/features/events/jobs.server.ts';
import { findPlace } from '#app/features/events/place.server.ts';
import { FORGET_MONTHS } from '#app/features/events/rules/kinds.ts';
import { answerHolder } from '#app/features/events/telling.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { monthsBefore } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { comes, DAY, openedEvent } from './event-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

/** The event ended so long before `now`; its row is moved instead of the clock. */
const endedAt = (eventId: string, moment: Date) =>
  sql`update event_shifts set starts_at = ${new Date(moment.getTime() - 3_600_000)}, ends_at = ${moment} where event_id = ${eventId}`;
const rowOf = async (id: string) => {
  const [row] = await sql`select * from event_sign_ups where id = ${id}`;
  return row;
};

describe('after a year', () => {
  it('nobody knows who had signed up, and the numbers stand', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { capacity: 5 });
    const guest = await comes(eventId, shiftId, 'Unudulan Qonaq', { gender: 'woman', ageBand: '18_29' });
    await answerHolder({ organisationId: at.organisationId, signUpId: guest.id, again: false }, new Date());
    await checkIn(at.organiser, eventId, { clientId: newId(), shiftId, signUpId: guest.id, ...nothing });
    await checkIn(at.organiser, eventId, { clientId: newId(), shiftId, ...nothing, walkIn: 'Yoldan Keçən' });
    const own = await comeAsMember(at.organiser, { clientId: newId(), shiftId });
    const ownId = own.ok ? own.value.signUpId : '';
    const other = await openedEvent(at.organiser);
    const newer = await comes(other.eventId, other.shiftId, 'Hələ Bilinən');
    const now = new Date();
    const term = monthsBefore(now, FORGET_MONTHS);
    await endedAt(eventId, new Date(term.getTime() + DAY));
    const before = await getAttendance(at.organiser.scope, eventId);

    // A day before the term nothing happens.
    await forgetSignUps(now);
    expect(await rowOf(guest.id)).toMatchObject({ forgotten_at: null });
    expect(await findPlace(guest.id)).toBeDefined();

    expect(await forgetSignUps(new Date(now.getTime() + 2 * DAY))).toBe(2);
    const row = await rowOf(guest.id);
    expect(row).toMatchObject({
      person_cipher: null,
      person_index: null,
      contact_index: null,
      person_id: null,
      feedback_cipher: null,
      gender: 'woman',
    });
    expect(await findPlace(guest.id)).toBeUndefined();
    // A colleague's own place, and what is not old enough, stay.
    expect((await rowOf(ownId))?.person_cipher).not.toBeNull();
    expect((await rowOf(newer.id))?.person_cipher).not.toBeNull();
    const after = await getAttendance(at.organiser.scope, eventId);
    expect(after?.people.map(({ name }) => name)).not.toContain('Unudulan Qonaq');
    for (const part of ['registered', 'came', 'walkIns', 'gender', 'age'] as const)
      expect(after?.figures[part]).toEqual(before?.figures[part]);
    expect(await forgetSignUps(new Date(now.getTime() + 2 * DAY))).toBe(0);
  });

  it('is what the words of the consent say', () => {
    for (const locale of LOCALES) expect(wordsFor(locale)('events.consent.term')).toContain(String(FORGET_MONTHS));
  });
});

const nothing = { walkIn: '', ageBand: null, gender: null, undo: false, q: '' };
