import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { CardLink } from '#app/ui/card.tsx';
import { placeText } from '#app/ui/place-text.ts';
import type { PublicEvent } from '../public-events.server.ts';
import { daysText, EventStateBadge } from './event-words.tsx';

/** A public event in a list: when, what, where, whose. */
export function EventCardLink({ event, level = 3 }: { event: PublicEvent; level?: 2 | 3 }) {
  const { t, to, locale } = useWords();
  const where = event.isPlaceHidden
    ? [placeText({ region: event.region, place: '' }, locale), t('events.place.hidden')].join(', ')
    : placeText(event, locale);
  return (
    <CardLink
      href={to(paths.event(event.id))}
      title={event.title}
      level={level}
      badge={event.state === 'open' ? t(`events.kind.${event.kind}`) : <EventStateBadge state={event.state} />}
      meta={daysText(event.startsAt, event.endsAt, locale)}
    >
      <p className="meta">{[where, event.organisation.names[locale]].join(' · ')}</p>
    </CardLink>
  );
}
