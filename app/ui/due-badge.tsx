import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf, formatDay, noonOf } from '#app/kernel/dates.ts';
import { StateBadge } from './state-badge.tsx';

/**
 * By which day an answer is due, or since when it is late. `due` is `YYYY-MM-DD`, null when there is none: then
 * `missingYear` names the year whose calendar nobody confirmed. A day reckoned by a sample calendar says so.
 */
export function DueBadge({
  due,
  now,
  isSample = false,
  missingYear = null,
}: {
  due: string | null;
  now: Date;
  isSample?: boolean;
  missingYear?: number | null;
}) {
  const { t, locale } = useWords();
  if (due === null)
    return (
      <StateBadge tone="quiet">
        {missingYear === null ? t('kit.due.unknown') : t('kit.due.no-calendar', { year: String(missingYear) })}
      </StateBadge>
    );
  const today = dayOf(now);
  const day = formatDay(noonOf(due), locale);
  const text = due === today ? t('kit.due.today') : due < today ? t('kit.due.late', { day }) : t('kit.due.by', { day });
  return (
    <StateBadge tone={due < today ? 'late' : 'waiting'}>
      {isSample ? `${text} (${t('kit.due.sample')})` : text}
    </StateBadge>
  );
}
