import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Lattice } from './lattice.tsx';
import { Mark } from './mark.tsx';
import type { NavGroup } from './nav-item.ts';
import { NavGroups } from './nav-groups.tsx';
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
  nav: readonly NavGroup[];
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
            <NavGroups groups={nav} />
          </nav>
          {foot && <div className="rail-foot">{foot}</div>}
        </header>
        <main id="main" className="main main-work" tabIndex={-1}>
          {children}
        </main>
      </div>
      <BottomBar groups={nav} foot={foot} />
    </div>
  );
}
