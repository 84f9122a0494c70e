import { TIME_ZONE } from '#app/kernel/dates.ts';

/**
 * One entry of a calendar: `start` and `end` are moments, `on` is a whole day. `sequence` counts what changed, so that a
 * calendar program takes the newer one; what was called off stays in the calendar as cancelled and does not vanish.
 */
export type CalendarEntry = Readonly<{
  /** Stable for ever; where the calendar is a stranger's, without any of our identifiers in clear. */
  uid: string;
  title: string;
  text?: string;
  place?: string;
  url?: string;
  sequence?: number;
  state?: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  changedAt?: Date;
  /** Seconds before the start at which the program reminds. */
  remindBefore?: number;
  isBusy?: boolean;
}> &
  Readonly<{ on: string } | { start: Date; end?: Date }>;

/** Baku keeps one hour all the year since 2016. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${TIME_ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:20160101T000000',
  'TZOFFSETFROM:+0400',
  'TZOFFSETTO:+0400',
  'TZNAME:+04',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const OCTETS = 75;
const bytes = new TextEncoder();

/** A line cut after at most 75 octets, never inside a letter; what follows begins with a space (RFC 5545, 3.1). */
function fold(line: string): string {
  let folded = '';
  let used = 0;
  for (const letter of line) {
    const size = bytes.encode(letter).length;
    if (used + size > OCTETS) {
      folded += '\r\n ';
      used = 1;
    }
    folded += letter;
    used += size;
  }
  return folded;
}

/** A text value (3.3.11); controls other than line ends have no place in one. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f]/g, '');

const utc = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

const HERE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});
/** A moment in the country's hours, whatever the hours of the machine are. */
const here = (at: Date): string => HERE.format(at).replaceAll(/[-:]/g, '').replace(' ', 'T');

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function times(entry: CalendarEntry, zoned: boolean): string[] {
  if ('on' in entry) {
    const day = (name: string, on: string) => `${name};VALUE=DATE:${on.replaceAll('-', '')}`;
    return [day('DTSTART', entry.on), day('DTEND', nextDay(entry.on))];
  }
  const moment = (name: string, at: Date) => (zoned ? `${name};TZID=${TIME_ZONE}:${here(at)}` : `${name}:${utc(at)}`);
  return [moment('DTSTART', entry.start), ...(entry.end ? [moment('DTEND', entry.end)] : [])];
}

function entryLines(entry: CalendarEntry, { now, zoned }: { now: Date; zoned: boolean }): string[] {
  const { uid, title, text, place, url, sequence, state, changedAt, remindBefore, isBusy = false } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(now)}`,
    ...times(entry, zoned),
    `SUMMARY:${escaped(title)}`,
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
    ...(state ? [`STATUS:${state}`] : []),
    ...(changedAt ? [`LAST-MODIFIED:${utc(changedAt)}`] : []),
    `TRANSP:${isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...(remindBefore === undefined
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `TRIGGER:-PT${remindBefore}S`,
          `DESCRIPTION:${escaped(title)}`,
          'END:VALARM',
        ]),
    'END:VEVENT',
  ];
}

/**
 * An iCalendar text (RFC 5545): lines folded by octets, text escaped, hours with their zone and its definition. `zoned`
 * false writes moments in UTC, for a calendar that says as little as it can.
 */
export function calendarText(
  { name, now, zoned = true }: { name: string; now: Date; zoned?: boolean },
  entries: readonly CalendarEntry[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${TIME_ZONE}`,
    ...(zoned ? ZONE : []),
    ...entries.flatMap((entry) => entryLines(entry, { now, zoned })),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** A calendar as it is handed out. `isPrivate`: behind a secret address, kept by nobody on the way. */
export function calendarResponse(
  text: string,
  { fileName, isPrivate }: { fileName: string; isPrivate: boolean },
): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `inline; filename="${fileName}.ics"`,
      'Cache-Control': isPrivate ? 'private, no-store' : 'public, max-age=300',
      ...(isPrivate ? { 'X-Robots-Tag': 'noindex' } : {}),
    },
  });
}
