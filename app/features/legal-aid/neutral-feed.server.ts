import { createHash } from 'node:crypto';
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Translate } from '#app/i18n/words.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { noonOf, TIME_ZONE } from '#app/kernel/dates.ts';

/** One date to be reminded of; `at` where the hour counts. The id never leaves in clear. */
export type FeedEntry = Readonly<{ id: string; on: Day; at: Date | null }>;

const DAY_BEFORE_SECONDS = 86_400;

/**
 * A person's dates as an iCalendar text for a calendar that strangers run: days and one constant title. No case, no name,
 * no word of law, no address of the house; the same sentence for every entry.
 */
export function neutralFeed(entries: readonly FeedEntry[], { t, now }: { t: Translate; now: Date }): string {
  const calendar = ical({
    name: t('legal-case.feed.name'),
    prodId: { company: 'calendar', product: 'dates', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  // Told as a wish: with a zone of its own the library would write the machine's hours. Moments go out in UTC.
  calendar.x('X-WR-TIMEZONE', TIME_ZONE);
  for (const { id, on, at } of entries) {
    const event = calendar.createEvent({
      id: createHash('sha256').update(`feed|${id}`).digest('hex').slice(0, 32),
      start: at ?? noonOf(on),
      allDay: at === null,
      stamp: now,
      summary: t('legal-case.feed.title'),
      description: t('legal-case.feed.text'),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: DAY_BEFORE_SECONDS,
      description: t('legal-case.feed.title'),
    });
  }
  return calendar.toString();
}
