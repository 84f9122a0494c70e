import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Icon } from './icon.tsx';
import { NavGroups } from './nav-groups.tsx';
import type { NavGroup } from './nav-item.ts';

/** How many places fit under a thumb; the rest go behind "Daha çox". */
const PLACES = 4;

/**
 * The phone's bar at the foot of the screen: at most four places (those that ask for it before others), the others (and `foot`) in a sheet that opens above it without a script.
 * Gone on desks, in print, and where a form's SubmitBar needs the thumb.
 */
export function BottomBar({ groups, label, foot }: { groups: readonly NavGroup[]; label?: string; foot?: ReactNode }) {
  const { t } = useWords();
  const items = groups.flatMap((group) => group.items);
  const chosen = [...items.filter(({ thumb }) => thumb), ...items.filter(({ thumb }) => !thumb)].slice(0, PLACES);
  const shown = items.filter((item) => chosen.includes(item));
  const rest = groups
    .map((group) => ({ ...group, items: group.items.filter((item) => !shown.includes(item)) }))
    .filter((group) => group.items.length > 0);
  return (
    <nav className="bottom-bar" aria-label={label ?? t('kit.nav.bottom')}>
      <ul>
        {shown.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              <span className="bottom-icon">
                {item.icon && <Icon name={item.icon} size={22} />}
                {item.count ? (
                  <span className="bottom-count">
                    <span aria-hidden="true">{item.count}</span>
                    <span className="visually-hidden">({t('kit.nav.waiting', { number: item.count })}) </span>
                  </span>
                ) : null}
              </span>
              <span className="bottom-label">{item.label}</span>
            </a>
          </li>
        ))}
        {(rest.length > 0 || foot) && (
          <li>
            <details className="bottom-more">
              <summary>
                <span className="bottom-icon">
                  <Icon name="menu" size={22} />
                </span>
                <span className="bottom-label">{t('kit.nav.more')}</span>
              </summary>
              <div className="bottom-sheet">
                <NavGroups groups={rest} />
                {foot}
              </div>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}
