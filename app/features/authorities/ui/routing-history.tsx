import type { CorrectionEntry } from '#app/features/authorities/routing-board.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { regionName } from '#app/kernel/regions.ts';
import { Section } from '#app/ui/stack.tsx';

/** Corrections of routing, newest first: who, when, what. */
export function RoutingHistory({ entries }: { entries: readonly CorrectionEntry[] }) {
  const { t, locale } = useWords();
  return (
    <Section id="history" title={t('authorities.routing.history')}>
      {entries.length === 0 && <p className="meta">{t('authorities.routing.history.none')}</p>}
      <ul className="grid gap-3">
        {entries.map((entry) => {
          const category = t(`category.${entry.category}`);
          return (
            <li key={entry.id}>
              {entry.bodyKind === null
                ? t('authorities.routing.history.restored', { category })
                : t('authorities.routing.history.set', { category, body: t(`authorities.kind.${entry.bodyKind}`) })}
              <span className="meta">
                {' '}
                (
                {entry.region === null ? t('authorities.routing.history.everywhere') : regionName(entry.region, locale)}
                ) · {[formatMoment(entry.at, locale), entry.by].filter(Boolean).join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
