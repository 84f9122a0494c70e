import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarText, type CalendarEntry } from '#app/platform/calendar.server.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const parsed = (text: string) => new ICAL.Component(ICAL.parse(text));
const first = (entry: CalendarEntry, zoned = true) => {
  const calendar = parsed(calendarText({ name: 'Tədbirlər', now: NOW, zoned }, [entry]));
  return { calendar, event: new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined) };
};
const entry = { uid: 'a', title: 't', start: new Date('2026-11-25T20:30:00Z'), end: new Date('2026-11-25T22:00:00Z') };

describe('a calendar', () => {
  it('folds by octets and keeps every letter whole', () => {
    const title = `Ə${'əşğüöıçİ'.repeat(40)}`;
    const text = calendarText({ name: title, now: NOW }, [{ ...entry, title, text: '😀'.repeat(60) }]);
    for (const line of text.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u);
    }
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const event = new ICAL.Event(parsed(text).getFirstSubcomponent('vevent') ?? undefined);
    expect([event.summary, event.description]).toEqual([title, '😀'.repeat(60)]);
  });

  it('says the hours of Baku with their zone, whatever the hours of the machine', () => {
    const { calendar, event } = first(entry);
    const zone = calendar.getFirstSubcomponent('vtimezone');
    expect(zone?.getFirstPropertyValue('tzid')).toBe('Asia/Baku');
    const timezone = new ICAL.Timezone(zone ?? undefined);
    ICAL.TimezoneService.register(timezone);
    expect(event.startDate.toString()).toBe('2026-11-26T00:30:00');
    expect(event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBe('Asia/Baku');
    expect(event.startDate.zone?.tzid).toBe('Asia/Baku');
    expect(event.startDate.toUnixTime()).toBe(entry.start.getTime() / 1000);
    expect(event.endDate.toUnixTime()).toBe(entry.end.getTime() / 1000);
    expect(first(entry, false).event.startDate.toString()).toBe('2026-11-25T20:30:00Z');
  });

  it('escapes what would end a value, and lets nobody write lines of their own', () => {
    const title = 'Su, yol; \\ və\nBEGIN:VEVENT\r\nUID:b';
    const { calendar, event } = first({ ...entry, title, place: 'Pensər; ev, 2' });
    // The reading program forgives what others do not.
    expect(calendarText({ name: 'x', now: NOW }, [{ ...entry, title: 'a, b; c \\' }])).toContain(
      String.raw`SUMMARY:a\, b\; c \\`,
    );
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
    expect(event.summary).toBe('Su, yol; \\ və\nBEGIN:VEVENT\nUID:b');
    expect(event.location).toBe('Pensər; ev, 2');
  });

  it('keeps what was called off, with its number', () => {
    const { event } = first({ ...entry, sequence: 3, state: 'CANCELLED' });
    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.sequence).toBe(3);
  });

  it('has whole days that end on the next', () => {
    const { event } = first({ uid: 'd', title: 't', on: '2026-12-31' });
    expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2026-12-31', '2027-01-01']);
  });
});
