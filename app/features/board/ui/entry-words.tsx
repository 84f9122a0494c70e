import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { placeText } from '#app/ui/place-text.ts';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { EntryState, MatchState } from '../rules/kinds.ts';
import type { Reason } from '../rules/suggest.ts';
import type { EntryView } from '../views.ts';

const TONES: Record<EntryState | MatchState, StateTone> = {
  open: 'open',
  proposed: 'waiting',
  agreed: 'claimed',
  done: 'waiting',
  confirmed: 'verified',
  withdrawn: 'quiet',
  expired: 'quiet',
  declined: 'refused',
  taken_back: 'quiet',
  lapsed: 'quiet',
  cancelled: 'refused',
};

/** How an entry stands, as a word beside a sign. */
export function EntryState({ state }: { state: EntryState }) {
  const { t } = useWords();
  return <StateBadge tone={TONES[state]}>{t(`board.state.${state}`)}</StateBadge>;
}

/** How one answer stands. */
export function MatchState({ state }: { state: MatchState }) {
  const { t } = useWords();
  return <StateBadge tone={TONES[state]}>{t(`board.match.${state}`)}</StateBadge>;
}

/** "Need · Equipment". */
export function useKindText() {
  const { t } = useWords();
  return ({ kind, category }: Pick<EntryView, 'kind' | 'category'>) =>
    `${t(`board.kind.${kind}`)} · ${t(`board.category.${category}`)}`;
}

/** First and last day, once when it is one. */
export function useDaysText() {
  const { t, locale } = useWords();
  return ({ startsOn, endsOn }: Pick<EntryView, 'startsOn' | 'endsOn'>) =>
    startsOn === endsOn
      ? formatDay(noonOf(startsOn), locale)
      : t('board.days', { from: formatDay(noonOf(startsOn), locale), until: formatDay(noonOf(endsOn), locale) });
}

/** Whose, where and when: the line below a title. */
export function EntryMeta({ entry, withOrganisation }: { entry: EntryView; withOrganisation: boolean }) {
  const { locale } = useWords();
  const days = useDaysText();
  const parts = [withOrganisation && entry.organisation.names[locale], placeText(entry, locale), days(entry)];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

/** Why an entry is shown: everything that the rule looked at. */
export function ReasonText({ reason, entry }: { reason: Reason; entry: EntryView }) {
  const { t } = useWords();
  const days = useDaysText();
  return (
    <p className="meta">
      {t(`board.reason.${reason.where}`, {
        category: t(`board.category.${entry.category}`),
        days: days({ startsOn: reason.from, endsOn: reason.until }),
      })}
    </p>
  );
}
