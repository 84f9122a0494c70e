import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';

export type DayLine = { key: string; href: string; text: ReactNode; meta?: ReactNode; isLate: boolean };

/** One kind of what waits today; nothing is shown where nothing waits. */
export function DayList({ id, title, lines }: { id: string; title: string; lines: readonly DayLine[] }) {
  const { t } = useWords();
  if (lines.length === 0) return null;
  return (
    <Section title={title} id={id}>
      <ul className="grid gap-3">
        {lines.map(({ key, href, text, meta, isLate }) => (
          <li key={key} className={`card${isLate ? ' card-late' : ''}`}>
            <StateBadge tone={isLate ? 'late' : 'waiting'}>{t(isLate ? 'teams.late' : 'teams.waiting')}</StateBadge>{' '}
            <a href={href}>{text}</a>
            {meta && <p className="meta">{meta}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
