import { useWords } from '#app/i18n/words-context.tsx';
import type { Certainty } from '#app/kernel/dated-rules/dated-rules.ts';

/**
 * Where a date or number comes from, and how sure it is; what is not sure asks to be checked. The law's article is the source
 * of the rule; the pages it was read from are told when asked, since their names say nothing about the law.
 */
export function LawSource({
  article,
  sources,
  certainty,
}: {
  article: string;
  sources: readonly string[];
  certainty: Certainty;
}) {
  const { t } = useWords();
  const read = sources.length > 0 ? t('elections.source', { sources: sources.join(', ') }) : t('elections.source.none');
  return (
    <div className="meta">
      {article === '' ? read : t('elections.article', { article })}
      {' · '}
      {certainty === 'low' ? <b>{t('elections.certainty.low')}</b> : t(`elections.certainty.${certainty}`)}
      {article !== '' && (
        <details>
          <summary>{t('elections.source.read')}</summary>
          {read}
        </details>
      )}
    </div>
  );
}
