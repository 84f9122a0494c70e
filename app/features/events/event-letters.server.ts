import { wordsFor } from '#app/i18n/words.ts';
import { formatMoment, formatSpan } from '#app/kernel/dates.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import type { Mail } from '#app/platform/mail.server.ts';
import { placeText } from '#app/kernel/place-text.ts';
import type { Place } from './place.server.ts';
import { addressOf, checkInCode, feedToken, placeAddress } from './sign-up-person.server.ts';

/** What a letter says: how the place stands, that it is near, what changed, or how it was. */
export type LetterKind =
  | 'registered'
  | 'waitlisted'
  | 'offered'
  | 'expired'
  | 'cancelled'
  | 'day'
  | 'hour'
  | 'changed'
  | 'called-off'
  | 'taken-out'
  | 'feedback';
type To = { to: string; name: string; locale: Locale };

/** When and where, as far as the holder may know; nothing of it stands in the subject, which shows on locked phones. */
function facts(place: Place, locale: Locale): string {
  const t = wordsFor(locale);
  const { event, shift } = place;
  const where = event.place === '' ? t('events.letter.place-later') : placeText(event, locale);
  return [
    shift.title,
    `${t('events.field.when')}: ${formatSpan(shift.startsAt, shift.endsAt, locale)}`,
    `${t('events.field.place')}: ${where}`,
    event.instructions,
  ]
    .filter(Boolean)
    .join('\n');
}

const SHOWS_CODE: readonly LetterKind[] = ['registered', 'day', 'hour', 'changed'];

/** One letter about one place; its button leads to the holder's page, where everything is done by a press and nothing by opening. */
export function placeLetter(place: Place, kind: LetterKind, { to, name, locale }: To): Mail {
  const t = wordsFor(locale);
  const isOver =
    kind === 'cancelled' || kind === 'called-off' || kind === 'taken-out' || kind === 'expired' || kind === 'feedback';
  const letter = renderLetter({
    lang: locale,
    greeting: t('events.letter.greeting', { name }),
    paragraphs: [
      t(`events.letter.${kind}`, {
        title: place.event.title,
        until: place.offeredUntil ? formatMoment(place.offeredUntil, locale) : '',
        number: place.inLine ?? 1,
      }),
      ...(kind === 'called-off' && place.event.cancelNote ? [place.event.cancelNote] : []),
      ...(isOver ? [] : [facts(place, locale)]),
      ...(SHOWS_CODE.includes(kind) ? [t('events.letter.code', { code: checkInCode(place.id) })] : []),
      ...(kind === 'registered'
        ? [t('events.letter.calendar', { address: addressOf(paths.eventFeed(feedToken(place.id)), 'az') })]
        : []),
    ],
    action: {
      label: t(
        kind === 'offered'
          ? 'events.letter.action.offered'
          : kind === 'feedback'
            ? 'events.letter.action.feedback'
            : 'events.letter.action',
      ),
      url: placeAddress(place.id, locale),
    },
    closing: t('events.letter.closing'),
  });
  return { to, subject: t(`events.letter.subject.${kind}`), ...letter };
}
