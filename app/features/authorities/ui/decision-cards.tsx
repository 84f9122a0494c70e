import type { DecisionKind } from '#app/features/authorities/rules/watch.ts';
import { DECISION_KINDS } from '#app/features/authorities/rules/watch.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { CardLink, CardList } from '#app/ui/card.tsx';

type Card = { id: string; kind: string; title: string; on: string; by?: string };

const isKind = (value: string): value is DecisionKind => (DECISION_KINDS as readonly string[]).includes(value);

/** Published decisions: what it was, when, and who watched. */
export function DecisionCards({ decisions, level = 3 }: { decisions: readonly Card[]; level?: 2 | 3 }) {
  const { t, to, locale } = useWords();
  return (
    <CardList>
      {decisions.map(({ id, kind, title, on, by }) => (
        <CardLink
          key={id}
          level={level}
          href={to(paths.decision(id))}
          title={title}
          meta={[isKind(kind) ? t(`watch.kind.${kind}`) : '', formatDay(noonOf(on), locale), by]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </CardList>
  );
}
