import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Icon } from './icon.tsx';
import { Lattice } from './lattice.tsx';
import { Mark } from './mark.tsx';
import type { NavItem } from './nav-item.ts';
import { SkipLink } from './skip-link.tsx';

/**
 * A whole page of the workspace: on desks a rail at the left (organisation, role and person, places with what waits there, `foot` with
 * switcher, language, sign-out); on phones a thin head and the bar at the thumb. `end` stands at the right of the phone's head (search, switcher).
 */
export function WorkspaceFrame({
  demoBar,
  organisation,
  person,
  homeHref,
  nav,
  foot,
  end,
  children,
}: {
  demoBar?: ReactNode;
  organisation: string;
  /** Role and name: "Moderator: Rəna". */
  person: string;
  homeHref: string;
  nav: readonly NavItem[];
  foot?: ReactNode;
  end?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <div className="workspace">
      <SkipLink />
      {demoBar}
      <div className="workspace-grid">
        <header className="rail">
          <div className="rail-head">
            <a className="rail-brand" href={homeHref}>
              <Mark size={34} />
              <span>
                <b>{organisation}</b>
                <span className="meta">{person}</span>
              </span>
            </a>
            {end && <div className="rail-end">{end}</div>}
          </div>
          <Lattice shape="line" />
          <nav className="rail-nav" aria-label={t('kit.nav.work')}>
            <ul>
              {nav.map((item) => (
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
          </nav>
          {foot && <div className="rail-foot">{foot}</div>}
        </header>
        <main id="main" className="main main-work" tabIndex={-1}>
          {children}
        </main>
      </div>
      <BottomBar items={nav} foot={foot} />
    </div>
  );
}
