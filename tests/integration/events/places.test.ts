import { afterAll, describe, expect, it } from 'vitest';
import { answerPlace } from '#app/features/events/commands/answer-place.server.ts';
import { addByHand, signUp } from '#app/features/events/commands/sign-up.server.ts';
import { keepShift } from '#app/features/events/commands/keep-shifts.server.ts';
import { lookAtEvents } from '#app/features/events/look.server.ts';
import { findPublicEvent, listPublicEvents } from '#app/features/events/public-events.server.ts';
import { findPlace } from '#app/features/events/place.server.ts';
import { takePlace } from '#app/features/events/taking.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { comes, DAY, eventForm, openedEvent } from './event-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const statesOf = async (shiftId: string) =>
  sql<{ id: string; state: string; number: number }[]>`
    select id, state, number::int from event_sign_ups where shift_id = ${shiftId} order by number`;

describe('places at a shift', () => {
  it('gives 20 places to the first 20 of 200 who come at once, and puts 180 in line in the order of coming', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { capacity: 20 });
    // A place that is taken is seen by others only when its transaction is over: so that this takes a while.
    await sql.unsafe(`create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.02); return null; end $$;
      create trigger dawdling after insert on event_sign_ups for each row execute function dawdle()`);
    const everybody = Array.from({ length: 200 }, (_, n) => comes(eventId, shiftId, `Gələn Nömrə${n}`));
    const outcomes = await Promise.all(everybody).finally(() =>
      sql.unsafe('drop trigger dawdling on event_sign_ups; drop function dawdle'),
    );
    const rows = await statesOf(shiftId);
    expect(rows).toHaveLength(200);
    expect(rows.slice(0, 20).every(({ state }) => state === 'registered')).toBe(true);
    expect(rows.slice(20).every(({ state }) => state === 'waitlisted')).toBe(true);
    for (const { id, outcome } of outcomes) expect(rows.find((row) => row.id === id)?.state).toBe(outcome);
    const lines = await Promise.all(rows.slice(20).map(({ id }) => findPlace(id)));
    expect(lines.map((place) => place?.inLine)).toEqual(Array.from({ length: 180 }, (_, n) => n + 1));
  }, 120_000);

  it('lets nobody count places while another is being given one', async () => {
    const { shiftId } = await openedEvent(at.organiser, { capacity: 1 });
    const { organisationId } = at;
    const ask = (name: string) => ({
      clientId: newId(),
      shiftId,
      organisationId,
      way: 'web' as const,
      person: { name, contact: `${newId()}@sinaq.invalid` },
      ageBand: null,
      gender: null,
      wantsNews: false,
      locale: 'az' as const,
      mayWait: true,
    });
    const taking = (name: string, before: () => Promise<unknown>, after: () => Promise<unknown>) =>
      withScope({ kind: 'citizen', organisationId }, async (tx) => {
        await before();
        const taken = await takePlace(tx, ask(name), new Date());
        await after();
        return taken.outcome;
      });
    let hasTaken = (): void => undefined;
    const first = new Promise<void>((resolve) => (hasTaken = resolve));
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const outcomes = await Promise.all([
      taking(
        'Birinci',
        () => Promise.resolve(),
        // The other one asks now, with this place taken and not yet told to anybody.
        async () => {
          hasTaken();
          await pause(500);
        },
      ),
      taking(
        'İkinci',
        () => first,
        () => Promise.resolve(),
      ),
    ]);
    expect(outcomes).toEqual(['registered', 'waitlisted']);
  });

  it('is given where the transaction is at work and nowhere else, and past the public form to members only', async () => {
    const { shiftId } = await openedEvent(at.organiser);
    const { organisationId } = at;
    const take = (scope: Scope, way: 'web' | 'member' | 'manual') =>
      withScope(scope, async (tx) => {
        const person = { name: 'Kənar Adam', contact: `${newId()}@sinaq.invalid` };
        const told = { ageBand: null, gender: null, wantsNews: false, locale: 'az' as const, mayWait: true };
        const { outcome } = await takePlace(
          tx,
          { ...told, clientId: newId(), shiftId, organisationId, way, person },
          new Date(),
        );
        return outcome;
      });
    const member = { kind: 'member', organisationId, role: 'owner' } as const;
    expect(await take({ kind: 'citizen', organisationId: newId() }, 'web')).toBe('closed');
    expect(await take({ kind: 'citizen', organisationId }, 'manual')).toBe('closed');
    expect(await take({ ...member, userId: newId() }, 'member')).toBe('closed');
    expect(await take({ ...member, organisationId: newId(), userId: at.organiser.scope.userId }, 'manual')).toBe(
      'closed',
    );
    expect(await statesOf(shiftId)).toEqual([]);
    expect(await take({ ...member, userId: at.organiser.scope.userId }, 'manual')).toBe('registered');
    expect(await take({ kind: 'citizen', organisationId }, 'web')).toBe('registered');
  });

  it('is one place for a form sent twice, and tells whoever is on the list nothing but that', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser);
    const told = { clientId: newId(), contact: 'eyni@sinaq.invalid' };
    const [first, second] = await Promise.all([
      comes(eventId, shiftId, 'Eyni Adam', told),
      comes(eventId, shiftId, 'Eyni Adam', told),
    ]);
    expect(first.id).toBe(second.id);
    expect(await comes(eventId, shiftId, 'ADAM eyni', { contact: told.contact })).toEqual({ id: '', outcome: 'known' });
    expect(await statesOf(shiftId)).toHaveLength(1);
  });

  it('offers a place that is given back to the first in line, and to the next when the offer runs out', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { capacity: 1 });
    const holder = await comes(eventId, shiftId, 'Birinci Gələn');
    const first = await comes(eventId, shiftId, 'İkinci Gələn');
    const second = await comes(eventId, shiftId, 'Üçüncü Gələn');
    const now = new Date();
    expect(await answerPlace(holder.id, 'cancel', now)).toBe('cancelled');
    const offered = await findPlace(first.id);
    expect(offered?.state).toBe('offered');
    expect((await findPlace(second.id))?.state).toBe('waitlisted');
    // Nobody passes those in line while the place is offered.
    expect((await comes(eventId, shiftId, 'Dördüncü Gələn')).outcome).toBe('waitlisted');
    const after = new Date((offered?.offeredUntil?.getTime() ?? 0) + 1000);
    await lookAtEvents(after);
    expect((await findPlace(first.id))?.state).toBe('expired');
    expect((await findPlace(second.id))?.state).toBe('offered');
    expect(await answerPlace(first.id, 'accept', after)).toBe('expired');
    expect(await answerPlace(second.id, 'accept', after)).toBe('registered');
    expect(await answerPlace(second.id, 'accept', after)).toBe('registered');
    await lookAtEvents(new Date(after.getTime() + 1000));
    expect((await statesOf(shiftId)).map(({ state }) => state)).toEqual([
      'cancelled',
      'expired',
      'registered',
      'waitlisted',
    ]);
  });

  it('holds a colleague who enters by hand to the same limit', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { capacity: 1 });
    await comes(eventId, shiftId, 'Birinci Gələn');
    const entry = (mayWait: boolean, name = 'Əl İlə') => ({
      clientId: newId(),
      shiftId,
      name,
      contact: '+994501112233',
      ageBand: null,
      gender: null,
      wantsNews: false,
      locale: 'az' as const,
      mayWait,
    });
    expect(await addByHand(at.organiser, entry(false))).toMatchObject({ refusal: { code: 'events.error.full' } });
    expect(await addByHand(at.organiser, entry(true))).toMatchObject({ value: { outcome: 'waitlisted' } });
    expect(await addByHand(at.organiser, entry(true))).toMatchObject({ refusal: { code: 'events.error.known' } });
    expect(await addByHand(at.volunteer, entry(true, 'Başqa Adam'))).toMatchObject({ ok: false });
    expect(await addByHand(at.stranger, entry(true, 'Yad Adam'))).toMatchObject({ ok: false });
    expect((await statesOf(shiftId)).map(({ state }) => state)).toEqual(['registered', 'waitlisted']);
  });

  it('keeps reserved places for those who are meant until a day before, and lets nobody lose a place to a number', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, {
      capacity: 3,
      reserved: 2,
      reservedFor: 'women_youth',
    });
    expect((await comes(eventId, shiftId, 'Kişi Bir', { gender: 'man', ageBand: '30_44' })).outcome).toBe('registered');
    const waits = await comes(eventId, shiftId, 'Kişi İki', { gender: 'man' });
    expect(waits.outcome).toBe('waitlisted');
    expect((await comes(eventId, shiftId, 'Qadın Bir', { gender: 'woman' })).outcome).toBe('registered');
    const shift = eventForm({ capacity: 1 });
    expect(await keepShift(at.organiser, eventId, { ...shift, clientId: newId(), shiftId })).toMatchObject({
      refusal: { code: 'events.error.capacity-taken' },
    });
    await lookAtEvents(new Date());
    expect((await findPlace(waits.id))?.state).toBe('waitlisted');
    const start = (await findPlace(waits.id))?.shift.startsAt.getTime() ?? 0;
    await lookAtEvents(new Date(start - 0.9 * DAY));
    expect((await findPlace(waits.id))?.state).toBe('offered');
  });

  it('shows strangers numbers and no names, and no event that is not for them', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, {
      capacity: 1,
      isPlaceHidden: true,
      place: 'Gizli bağ 7',
    });
    const holder = await comes(eventId, shiftId, 'Görünməz Birinci');
    const waiting = await comes(eventId, shiftId, 'Görünməz İkinci');
    const { eventCalendar, placeCalendar } = await import('#app/features/events/calendars.server.ts');
    const ask = { locale: 'az' as const, now: new Date() };
    const shown = JSON.stringify([
      await findPublicEvent(eventId),
      await listPublicEvents({ region: 'AZ-AST', kind: '', when: 'coming' }, 1, new Date()),
      await eventCalendar(eventId, ask),
      await placeCalendar({ region: 'AZ-AST' }, 'x', ask),
    ]);
    expect(shown).toContain(eventId);
    expect(shown).not.toMatch(/Görünməz|Gizli bağ/u);
    expect((await findPlace(holder.id))?.event.place).toBe('Gizli bağ 7');
    expect((await findPlace(waiting.id))?.event.place).toBe('');
    const inside = await openedEvent(at.organiser, { audience: 'members' });
    expect(await findPublicEvent(inside.eventId)).toBeUndefined();
    const refused = await signUp({ clientKey: 'k', now: new Date() }, inside.eventId, {
      clientId: newId(),
      shiftId: inside.shiftId,
      name: 'Yad Adam',
      contact: 'yad@sinaq.invalid',
      ageBand: null,
      gender: null,
      wantsNews: false,
      locale: 'az',
    });
    expect(refused).toMatchObject({ refusal: { code: 'not-found' } });
  });
});
