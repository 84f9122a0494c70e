import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Section } from '#app/ui/stack.tsx';
import type { EventOfPerson } from '../public.server.ts';
import { PlaceBadge } from './event-words.tsx';

/** What somebody signed up for, on their page among the organisation's people. */
export function PersonEvents({ slug, events }: { slug: string; events: readonly EventOfPerson[] }) {
  const { t, to, locale } = useWords();
  if (events.length === 0) return null;
  return (
    <Section title={t('events.list.title')} id="person-events">
      <ul className="grid gap-2">
        {events.map((event) => (
          <li key={`${event.eventId}/${event.startsAt.toISOString()}`}>
            <a href={to(paths.orgEvent(slug, event.eventId))}>{event.title}</a>{' '}
            <span className="meta">{formatDay(event.startsAt, locale)}</span>{' '}
            {event.attended ? t('events.came.yes') : <PlaceBadge state={event.state} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
