import { createHash } from 'node:crypto';
import type { Translate } from '#app/i18n/words.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { calendarText } from '#app/platform/calendar.server.ts';

/** One date to be reminded of; `at` where the hour counts. The id never leaves in clear. */
export type FeedEntry = Readonly<{ id: string; on: Day; at: Date | null }>;

const DAY_BEFORE_SECONDS = 86_400;

/**
 * A person's dates as an iCalendar text for a calendar that strangers run: days and one constant title. No case, no name,
 * no word of law, no address of the house; the same sentence for every entry.
 */
export function neutralFeed(entries: readonly FeedEntry[], { t, now }: { t: Translate; now: Date }): string {
  return calendarText(
    { name: t('legal-case.feed.name'), now, zoned: false },
    entries.map(({ id, on, at }) => ({
      uid: createHash('sha256').update(`feed|${id}`).digest('hex').slice(0, 32),
      ...(at ? { start: at } : { on }),
      title: t('legal-case.feed.title'),
      text: t('legal-case.feed.text'),
      remindBefore: DAY_BEFORE_SECONDS,
    })),
  );
}
