import { useId } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Icon } from './icon.tsx';
import type { NavGroup } from './nav-item.ts';

/** Places one under another, each with its icon and what waits there; a group's heading names its list for who cannot see it. */
export function NavGroups({ groups }: { groups: readonly NavGroup[] }) {
  const { t } = useWords();
  const id = useId();
  return groups.map(({ label, items }, at) => (
    <div key={items[0]?.href} className="nav-group">
      {label && (
        <p id={`${id}-${at}`} className="nav-group-label">
          {label}
        </p>
      )}
      <ul aria-labelledby={label && `${id}-${at}`}>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.icon && <Icon name={item.icon} />}
              <span>{item.label}</span>
              {item.count ? (
                <span className="rail-count">
                  <span aria-hidden="true">{item.count}</span>
                  <span className="visually-hidden">({t('kit.nav.waiting', { number: item.count })})</span>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ));
}
