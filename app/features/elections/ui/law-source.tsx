import { useWords } from '#app/i18n/words-context.tsx';
import type { Certainty } from '#app/kernel/dated-rules/dated-rules.ts';

/** Where a date or number comes from, and how sure it is; what is not sure asks to be checked. */
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
  return (
    <span className="meta">
      {article !== '' && `${t('elections.article', { article })} · `}
      {sources.length > 0 ? t('elections.source', { sources: sources.join(', ') }) : t('elections.source.none')}
      {' · '}
      {certainty === 'low' ? <b>{t('elections.certainty.low')}</b> : t(`elections.certainty.${certainty}`)}
    </span>
  );
}
