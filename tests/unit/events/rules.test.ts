import { describe, expect, it } from 'vitest';
import { checkInForm, hoursOf, newEventForm } from '#app/features/events/forms.ts';
import { mayCheckInNow } from '#app/features/events/rules/entrance.ts';
import { EVENT_KINDS, isReservedFor } from '#app/features/events/rules/kinds.ts';
import { newId } from '#app/kernel/ids.ts';

const fields = {
  clientId: newId(),
  kind: 'assembly',
  audience: 'public',
  title: 'Yığıncaq',
  locale: 'az',
  region: 'AZ-AST',
  place: 'Pensər',
  day: '2026-12-01',
  from: '18:00',
  until: '20:00',
  capacity: '20',
};
const wrong = (changes: Record<string, unknown>) =>
  newEventForm.safeParse({ ...fields, ...changes }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the rules of events', () => {
  it('know no kind of protest and none of collecting signatures', () => {
    expect(EVENT_KINDS.join()).not.toMatch(/protest|rally|signature|petition/);
  });

  it('take hours for those of Baku, and an end before the beginning for the next day', () => {
    expect(hoursOf(fields)).toEqual({
      startsAt: new Date('2026-12-01T14:00:00Z'),
      endsAt: new Date('2026-12-01T16:00:00Z'),
    });
    expect(hoursOf({ ...fields, until: '01:00' }).endsAt).toEqual(new Date('2026-12-01T21:00:00Z'));
  });

  it('refuse a night of more than twelve hours: an end before the beginning was mistyped', () => {
    expect(wrong({ from: '14:00', until: '13:00' })).toEqual(['until']);
    expect(wrong({ from: '20:00', until: '08:00' })).toEqual([]);
    expect(wrong({ from: '20:00', until: '08:01' })).toEqual(['until']);
  });

  it('refuse a form field by field', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ capacity: '0' })).toEqual(['capacity']);
    expect(wrong({ capacity: '2001' })).toEqual(['capacity']);
    expect(wrong({ capacity: '5', reserved: '6', reservedFor: 'women' })).toEqual(['reserved']);
    expect(wrong({ reserved: '2' })).toEqual(['reservedFor']);
    expect(wrong({ from: '24:00', day: '2026-13-01', region: 'AZ-NARNIA', kind: 'protest' }).sort()).toEqual([
      'day',
      'from',
      'kind',
      'region',
    ]);
    expect(checkInForm.safeParse({ clientId: newId(), shiftId: newId() }).success).toBe(false);
    expect(checkInForm.safeParse({ clientId: newId(), shiftId: newId(), walkIn: 'Qonaq' }).success).toBe(true);
  });

  it('reserve for those who say so of themselves, and guess nothing', () => {
    const nobody = { gender: null, ageBand: null };
    expect(isReservedFor('women_youth', nobody)).toBe(false);
    expect(isReservedFor('women', { ...nobody, gender: 'woman' })).toBe(true);
    expect(isReservedFor('youth', { ...nobody, gender: 'woman' })).toBe(false);
    expect(isReservedFor('women_youth', { ...nobody, ageBand: '14_17' })).toBe(true);
    expect(isReservedFor('nobody', { gender: 'woman', ageBand: '18_29' })).toBe(false);
  });

  it('open the door twelve hours around a shift', () => {
    const shift = { startsAt: new Date('2026-12-01T14:00:00Z'), endsAt: new Date('2026-12-01T16:00:00Z') };
    expect(mayCheckInNow(shift, new Date('2026-12-01T01:59:00Z'))).toBe(false);
    expect(mayCheckInNow(shift, new Date('2026-12-01T02:00:00Z'))).toBe(true);
    expect(mayCheckInNow(shift, new Date('2026-12-02T04:00:00Z'))).toBe(true);
    expect(mayCheckInNow(shift, new Date('2026-12-02T04:01:00Z'))).toBe(false);
  });
});
