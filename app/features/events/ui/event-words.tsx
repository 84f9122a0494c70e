import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf, formatDay, formatSpan, TIME_ZONE } from '#app/kernel/dates.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { EventState, SignUpState } from '../rules/kinds.ts';

const clock = new Intl.DateTimeFormat('az', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** When a shift or an event is, as `formatSpan` writes it; dates come through a loader as text. */
export function spanText(startsAt: string | Date, endsAt: string | Date, locale: Locale): string {
  return formatSpan(new Date(startsAt), new Date(endsAt), locale);
}

/** "18:00", in the country's time. */
export const hourOf = (at: string | Date): string => clock.format(new Date(at));

/** "18:00–20:00" */
export function hoursText(startsAt: string | Date, endsAt: string | Date): string {
  return `${clock.format(new Date(startsAt))}–${clock.format(new Date(endsAt))}`;
}

/** The days of an event that may have several: "25 noyabr 2026" or "25 noyabr – 2 dekabr 2026". */
export function daysText(startsAt: string | Date, endsAt: string | Date, locale: Locale): string {
  const [from, until] = [new Date(startsAt), new Date(endsAt)];
  return dayOf(from) === dayOf(until)
    ? spanText(from, until, locale)
    : `${formatDay(from, locale)} – ${formatDay(until, locale)}`;
}

const EVENT_TONES: Record<EventState, StateTone> = {
  draft: 'quiet',
  open: 'open',
  ended: 'verified',
  cancelled: 'refused',
};
export function EventStateBadge({ state }: { state: EventState }) {
  const { t } = useWords();
  return <StateBadge tone={EVENT_TONES[state]}>{t(`events.state.${state}`)}</StateBadge>;
}

const PLACE_TONES: Record<SignUpState, StateTone> = {
  registered: 'verified',
  waitlisted: 'waiting',
  offered: 'claimed',
  expired: 'quiet',
  cancelled: 'refused',
  walk_in: 'verified',
};
/** How a place stands; `mine` says it to its holder. */
export function PlaceBadge({ state, mine }: { state: SignUpState; mine?: boolean }) {
  const { t } = useWords();
  return (
    <StateBadge tone={PLACE_TONES[state]}>{t(mine ? `events.mine.${state}` : `events.sign-up.${state}`)}</StateBadge>
  );
}
