import { REPEAT_RULE, SENDER_RULE } from '#app/features/authorities/rules/appeals-law.ts';
import type { LetterCaution, LetterCondition } from '#app/features/authorities/rules/conditions.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Conditions that the law on appeals sets; the rest are plain sense. */
const OF_THE_LAW: readonly LetterCondition[] = [
  'no-legal-name',
  'no-legal-address',
  'no-representative',
  'no-signatory',
];

/** What keeps a letter back, each with the place where it is mended. */
export function LetterConditions({
  unmet,
  hrefOf,
}: {
  unmet: readonly LetterCondition[];
  hrefOf: (condition: LetterCondition) => string;
}) {
  const { t } = useWords();
  if (unmet.length === 0) return null;
  return (
    <Notice tone="warning" title={t('authorities.letter.not-yet')}>
      <ul className="grid gap-2">
        {unmet.map((condition) => (
          <li key={condition}>
            {t(`authorities.condition.${condition}`)}{' '}
            <a href={hrefOf(condition)}>{t(`authorities.condition.${condition}.fix`)}</a>
          </li>
        ))}
      </ul>
      {unmet.some((condition) => OF_THE_LAW.includes(condition)) && (
        <p className="meta mt-2">{t('authorities.letter.law', { article: SENDER_RULE.article })}</p>
      )}
    </Notice>
  );
}

/** What deserves a second look and keeps nothing back. */
export function LetterCautions({ cautions }: { cautions: readonly LetterCaution[] }) {
  const { t } = useWords();
  if (cautions.length === 0) return null;
  return (
    <Notice tone="info" title={t('authorities.cautions.title')}>
      <ul className="grid gap-2">
        {cautions.map((caution) => (
          <li key={caution}>
            {caution === 'repeated'
              ? t('authorities.caution.repeated', { article: REPEAT_RULE.article })
              : t(`authorities.caution.${caution}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
