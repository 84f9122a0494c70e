import { afterAll, describe, expect, it } from 'vitest';
import { checkIn } from '#app/features/events/commands/check-in.server.ts';
import { cancelEvent, editEvent } from '#app/features/events/commands/keep-event.server.ts';
import { getAttendance } from '#app/features/events/attendance.server.ts';
import { getEntrance } from '#app/features/events/entrance.server.ts';
import { lookAtEvents } from '#app/features/events/look.server.ts';
import { answerHolder, tellChange } from '#app/features/events/telling.server.ts';
import type { CheckInForm } from '#app/features/events/forms.ts';
import { attendeesOf } from '#app/features/events/public.server.ts';
import { openMail } from '#app/platform/mail.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { comes, eventForm, openedEvent } from './event-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const entry = (shiftId: string, changes: Partial<CheckInForm>): CheckInForm => ({
  clientId: newId(),
  shiftId,
  walkIn: '',
  ageBand: null,
  gender: null,
  undo: false,
  q: '',
  ...changes,
});
const startOf = async (shiftId: string) => {
  const [row] = await sql<{ at: Date }[]>`select starts_at as at from event_shifts where id = ${shiftId}`;
  return row?.at ?? new Date();
};
/** Letters to one address, newest last. */
const lettersTo = async (to: string) => {
  const rows =
    await sql`select id, to_cipher as "toCipher", subject, content_cipher as "contentCipher", created_at as "createdAt", sent_at as "sentAt" from mails order by created_at, id`;
  return rows.map((row) => openMail(row as Parameters<typeof openMail>[0])).filter((mail) => mail.to === to);
};

describe('the door', () => {
  it('notes somebody once however often a telephone sends it, and walk-ins beside the places', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { capacity: 1 });
    const holder = await comes(eventId, shiftId, 'Gələn Adam');
    const now = await startOf(shiftId);
    const work = { ...at.volunteer, now };
    const here = entry(shiftId, { signUpId: holder.id });
    const walkIn = entry(shiftId, { walkIn: 'Təsadüfi Qonaq', gender: 'woman' });
    for (let n = 0; n < 10; n += 1) {
      expect(await checkIn(work, eventId, here)).toMatchObject({ ok: true });
      expect(await checkIn(work, eventId, walkIn)).toMatchObject({ ok: true });
    }
    const found = await getAttendance(at.organiser.scope, eventId);
    expect(found?.figures).toMatchObject({ registered: 1, came: 2, walkIns: 1, gender: { woman: 1, 'not-said': 1 } });
    expect(found?.shifts[0]?.taken).toBe(1);
    expect(await checkIn(work, eventId, entry(shiftId, { signUpId: holder.id, undo: true }))).toMatchObject({
      value: { attended: false },
    });
    // The old entry, sent once more after that, changes nothing.
    await checkIn(work, eventId, here);
    expect((await getAttendance(at.organiser.scope, eventId))?.figures.came).toBe(1);
  });

  it('is open to volunteers around the hours, to organisers always, and to nobody else', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser);
    const holder = await comes(eventId, shiftId, 'Gələn Adam');
    const here = () => entry(shiftId, { signUpId: holder.id });
    const start = await startOf(shiftId);
    const early = new Date(start.getTime() - 13 * 3_600_000);
    expect(await checkIn({ ...at.volunteer, now: early }, eventId, here())).toMatchObject({
      refusal: { code: 'events.error.not-today' },
    });
    const ask = { shiftId: null, q: '', now: early };
    expect((await getEntrance(at.volunteer.scope, eventId, { ...ask, isAlways: false }))?.people).toEqual([]);
    expect((await getEntrance(at.organiser.scope, eventId, { ...ask, isAlways: true }))?.people).toHaveLength(1);
    expect(await getEntrance(at.stranger.scope, eventId, { ...ask, isAlways: true })).toBeUndefined();
    expect(await checkIn({ ...at.organiser, now: early }, eventId, here())).toMatchObject({ ok: true });
    expect(await checkIn({ ...at.stranger, now: start }, eventId, here())).toMatchObject({
      refusal: { code: 'events.error.gone' },
    });
    expect(await checkIn({ ...at.reader, now: start }, eventId, here())).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
  });
});

describe('what people are told', () => {
  it('tells a state once, a change once, reminds once on each day, and asks afterwards whoever was there', async () => {
    const contact = `${newId()}@sinaq.invalid`;
    const { eventId, shiftId } = await openedEvent(at.organiser, { place: 'Köhnə yer', isPlaceHidden: true });
    const mine = await comes(eventId, shiftId, 'Xəbər Alan', { contact });
    const answer = { organisationId: at.organisationId, signUpId: mine.id, again: false };
    await answerHolder(answer, new Date());
    await answerHolder(answer, new Date());
    expect((await lettersTo(contact)).map(({ subject }) => subject)).toEqual(['Yeriniz var']);
    expect((await lettersTo(contact))[0]?.text).toContain('Köhnə yer');

    const {
      clientId: _c,
      shiftTitle: _s,
      day: _d,
      from: _f,
      until: _u,
      capacity: _n,
      reserved: _r,
      reservedFor: _x,
      ...facts
    } = eventForm();
    await editEvent(at.organiser, eventId, { ...facts, place: 'Təzə yer', isPlaceHidden: true, clientId: newId() });
    const task = { organisationId: at.organisationId, eventId };
    expect([await tellChange(task, new Date()), await tellChange(task, new Date())]).toEqual([1, 0]);
    expect((await lettersTo(contact)).at(-1)?.text).toContain('Təzə yer');

    const start = await startOf(shiftId);
    const dayBefore = new Date(start.getTime() - 30 * 3_600_000);
    const before = async () => (await lettersTo(contact)).length;
    // Six hours before eleven on the day before: too early.
    const soFar = await before();
    await lookAtEvents(new Date(dayBefore.getTime() - 6 * 3_600_000));
    expect(await before()).toBe(soFar);
    await lookAtEvents(dayBefore);
    await lookAtEvents(dayBefore);
    const onTheDay = new Date(start.getTime() - 8 * 3_600_000);
    await lookAtEvents(onTheDay);
    await lookAtEvents(onTheDay);
    expect((await lettersTo(contact)).slice(soFar).map(({ subject }) => subject)).toEqual([
      'Sabah sizi gözləyirik',
      'Bu gün sizi gözləyirik',
    ]);

    await checkIn({ ...at.organiser, now: start }, eventId, entry(shiftId, { signUpId: mine.id }));
    const later = new Date(start.getTime() + 3.5 * 3_600_000);
    await lookAtEvents(later);
    await lookAtEvents(later);
    expect((await lettersTo(contact)).slice(soFar + 2).map(({ subject }) => subject)).toEqual(['Necə keçdi?']);
    const ids = await withScope({ kind: 'system', organisationId: at.organisationId }, (tx) =>
      attendeesOf(tx, eventId, { attended: true }),
    );
    expect(ids).toHaveLength(1);
    const [moments] = await sql<{ n: number }[]>`
      select count(*)::int as n from people_moments where person_id = ${ids[0] ?? ''} and kind = 'event'`;
    expect(moments?.n).toBe(1);
    await lookAtEvents(new Date(start.getTime() + 15 * 3_600_000));
    expect((await getAttendance(at.organiser.scope, eventId))?.event.state).toBe('ended');
  });

  it('tells everybody who has a place or waits that it is called off, and the calendar says so', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { capacity: 1, title: 'Şənlik, əsas; görüş' });
    const people = [`${newId()}@sinaq.invalid`, `${newId()}@sinaq.invalid`];
    for (const [n, contact] of people.entries()) await comes(eventId, shiftId, `Dəvətli ${n}`, { contact });
    const done = await cancelEvent(at.organiser, eventId, { clientId: newId(), note: 'Zal bağlıdır.' });
    expect(done.ok).toBe(true);
    expect(await tellChange({ organisationId: at.organisationId, eventId }, new Date())).toBe(2);
    for (const contact of people) expect((await lettersTo(contact)).at(-1)?.text).toContain('Zal bağlıdır.');
    const { eventCalendar } = await import('#app/features/events/calendars.server.ts');
    const { default: ICAL } = await import('ical.js');
    const text = (await eventCalendar(eventId, { locale: 'az', now: new Date() })) ?? '';
    const calendar = new ICAL.Component(ICAL.parse(text));
    const event = calendar.getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event?.getFirstPropertyValue('sequence')).toBe(1);
    expect(event?.getFirstPropertyValue('summary')).toBe('Şənlik, əsas; görüş');
    const start = new ICAL.Event(event ?? undefined).startDate;
    expect([start.hour, start.minute, event?.getFirstProperty('dtstart')?.getFirstParameter('tzid')]).toEqual([
      18,
      0,
      'Asia/Baku',
    ]);
  });
});
