import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** A filter that is on: its words and the address of the same list without it. */
export type ActiveFilter = { label: string; href: string };

/**
 * The filters of a list: a search field that is always there (`search`, usually a SearchInput), the chosen filters as links that take
 * themselves off, and the other fields folded away (`children`, a few Selects). A plain GET form: the address says what is shown.
 */
export function FilterBar({
  action,
  active = [],
  clearHref,
  search,
  children,
  open,
  links,
}: {
  action?: string;
  active?: readonly ActiveFilter[];
  clearHref?: string;
  search?: ReactNode;
  children?: ReactNode;
  open?: boolean;
  links?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <form className="filter-bar" method="get" action={action}>
      {search}
      <div className="filter-line">
        {active.length > 0 && (
          <ul className="chips" aria-label={t('kit.filters.active')}>
            {active.map((filter) => (
              <li key={filter.label}>
                <a className="chip" href={filter.href} aria-label={t('kit.filters.remove', { name: filter.label })}>
                  <span>{filter.label}</span>
                  <Icon name="close" size={16} />
                </a>
              </li>
            ))}
          </ul>
        )}
        {active.length > 1 && clearHref && (
          <a className="filter-clear" href={clearHref}>
            {t('kit.filters.clear')}
          </a>
        )}
        {links && <div className="filter-links">{links}</div>}
      </div>
      {children && (
        <details className="filter-more" open={open}>
          <summary>
            <Icon name="filter" size={18} />
            {t('kit.filters.title')}
          </summary>
          <div className="filter-fields">
            {children}
            <Button tone="secondary">{t('kit.filters.apply')}</Button>
          </div>
        </details>
      )}
    </form>
  );
}
