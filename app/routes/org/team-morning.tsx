import { PlaceBadge, spanText } from '#app/features/events/ui/event-words.tsx';
import type { TeamHome } from '#app/features/teams/home.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';

/** The team's own part of the morning: what is still to be done before a shift, then the shifts, each with one's own place. */
export function TeamToday({ slug, home }: { slug: string; home: TeamHome }) {
  const { t, to, locale } = useWords();
  const steps = [
    ...(home.isConfirmed ? [] : [{ href: paths.teamConfirmation(slug), text: t('teams.shift.hurdle.confirmation') }]),
    ...(home.toPass > 0
      ? [{ href: paths.teamBriefings(slug), text: t('teams.home.to-pass', { count: home.toPass }) }]
      : []),
  ];
  return (
    <>
      {home.late !== null && (
        <Section title={t('teams.day.title')}>
          <p className="flex flex-wrap items-center gap-x-3">
            <a href={to(paths.teamDay(slug))}>
              {home.late > 0 ? t('teams.home.late', { count: home.late }) : t('teams.home.nothing-late')}
            </a>
            {home.late > 0 && <StateBadge tone="late">{t('teams.late')}</StateBadge>}
          </p>
        </Section>
      )}
      {steps.length > 0 && (
        <Section title={t('teams.home.before-shift')}>
          <ul className="plain-list">
            {steps.map(({ href, text }) => (
              <li key={href} className="border-b border-line py-2">
                <a href={to(href)}>{text}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('teams.home.shifts')}>
        {home.shifts.length === 0 ? (
          <EmptyState title={t('teams.home.shifts.none')}>{t('teams.home.shifts.none.text')}</EmptyState>
        ) : (
          <ul className="grid gap-3">
            {home.shifts.map(({ endsAt, eventId, mine, shiftId, startsAt, title }) => (
              <li key={shiftId} className="card">
                <a href={to(paths.orgEvent(slug, eventId))}>{title}</a>{' '}
                {mine && mine !== 'cancelled' && mine !== 'expired' && <PlaceBadge state={mine} mine />}
                <p className="meta">{spanText(startsAt, endsAt, locale)}</p>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
