import { organisationNames } from '#app/features/organisations/public.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { calendarText, type CalendarEntry } from '#app/platform/calendar.server.ts';
import { placeText } from '#app/kernel/place-text.ts';
import { findOwnPlaces, type Place } from './place.server.ts';
import { feedEvents, findPublicEvent, type PublicEventPage } from './public-events.server.ts';
import { addressOf, placeAddress } from './sign-up-person.server.ts';

const DAY_SECONDS = 86_400;

/** A public event as calendar entries: one a shift, each with the number of its last change. */
function entriesOf(event: PublicEventPage, locale: Locale): CalendarEntry[] {
  const t = wordsFor(locale);
  const where = event.isPlaceHidden ? t('events.place.hidden') : placeText(event, locale);
  return event.shifts.map((shift) => ({
    uid: `${shift.id}@events.icma`,
    title: [event.title, shift.title].filter(Boolean).join(' · '),
    text: [event.organisation.names[locale], event.about, event.cancelNote].filter(Boolean).join('\n\n'),
    place: where,
    url: addressOf(paths.event(event.id), locale),
    sequence: shift.sequence,
    state: event.state === 'cancelled' || shift.isCancelled ? 'CANCELLED' : 'CONFIRMED',
    changedAt: new Date(event.updatedAt),
    start: new Date(shift.startsAt),
    end: new Date(shift.endsAt),
    isBusy: true,
  }));
}

type Ask = { locale: Locale; now: Date };

/** One public event; undefined when there is none. */
export async function eventCalendar(id: string, { locale, now }: Ask): Promise<string | undefined> {
  const event = await findPublicEvent(id);
  return event && calendarText({ name: event.title, now }, entriesOf(event, locale));
}

/** The public events of an organisation or of a region; an empty calendar where there are none. */
export async function placeCalendar(
  of: { organisation: string } | { region: string },
  name: string,
  { locale, now }: Ask,
): Promise<string> {
  const found = await feedEvents(of, now);
  return calendarText(
    { name, now },
    found.flatMap((event) => entriesOf(event, locale)),
  );
}

const STATE = { registered: 'CONFIRMED', waitlisted: 'TENTATIVE', offered: 'TENTATIVE' } as const;

/** A person's own places with one organisation, hidden ones included where they have a place. */
export async function ownCalendar(signUpId: string, { locale, now }: Ask): Promise<string> {
  const t = wordsFor(locale);
  const places = await findOwnPlaces(signUpId);
  const names = await organisationNames(places.map(({ organisationId }) => organisationId));
  const entry = (place: Place): CalendarEntry => {
    const { event, shift } = place;
    const isOff = event.state === 'cancelled' || shift.isCancelled;
    return {
      uid: `${shift.id}@events.icma`,
      title: [event.title, shift.title].filter(Boolean).join(' · '),
      text: [
        t(`events.mine.${place.state}`),
        names.get(place.organisationId)?.names[locale] ?? '',
        event.instructions,
        event.cancelNote,
      ]
        .filter(Boolean)
        .join('\n\n'),
      place: event.place === '' ? t('events.place.hidden') : placeText(event, locale),
      url: placeAddress(place.id, locale),
      sequence: shift.sequence,
      state: isOff ? 'CANCELLED' : (STATE[place.state as keyof typeof STATE] ?? 'CONFIRMED'),
      changedAt: event.updatedAt,
      start: shift.startsAt,
      end: shift.endsAt,
      remindBefore: DAY_SECONDS,
      isBusy: true,
    };
  };
  return calendarText({ name: t('events.feed.own'), now }, places.map(entry));
}
