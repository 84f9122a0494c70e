import { useWords } from '#app/i18n/words-context.tsx';
import { Icon } from './icon.tsx';

/**
 * Previous and next page of a list, and where one is: "31–60, cəmi 128". Numbers come formatted by the caller or plain.
 * A list cut by a cursor does not know where it is: it leaves the numbers out.
 */
export function Pagination({
  from,
  to,
  total,
  previousHref,
  nextHref,
}: {
  from?: number | string;
  to?: number | string;
  total?: number | string;
  previousHref?: string | null;
  nextHref?: string | null;
}) {
  const { t } = useWords();
  return (
    <nav className="pagination" aria-label={t('kit.page.label')}>
      {previousHref ? (
        <a rel="prev" href={previousHref}>
          <Icon name="back" size={18} />
          {t('kit.page.previous')}
        </a>
      ) : (
        <span />
      )}
      {from !== undefined && to !== undefined && total !== undefined ? (
        <p>{t('kit.page.range', { from, to, total })}</p>
      ) : null}
      {nextHref ? (
        <a rel="next" href={nextHref}>
          {t('kit.page.next')}
          <Icon name="forward" size={18} />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
