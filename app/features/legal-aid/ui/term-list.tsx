import { useWords } from '#app/i18n/words-context.tsx';
import type { LegalRule } from '../rules/legal-terms.ts';
import { termText } from './rights-texts.ts';

/** Terms of law with their event, source and certainty. */
export function TermList({ rules, brief = false }: { rules: readonly LegalRule[]; brief?: boolean }) {
  const { t } = useWords();
  return (
    <ul className="grid gap-4">
      {rules.map((rule) => (
        <li key={rule.key}>
          {t(`legal-rights.rule.${rule.key}`)}: <b>{termText(rule.readings, t)}</b>,{' '}
          {t(`legal-rights.event.${rule.event}`)}
          {!brief && (
            <span className="meta block">
              {[
                t('legal-rights.terms.source', { sources: rule.sources.join(', ') }),
                rule.article && t('legal-rights.terms.article', { article: rule.article }),
                t(`legal-rights.certainty.${rule.certainty}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
