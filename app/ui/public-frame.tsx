import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { classNames } from './class-names.ts';
import { Lattice } from './lattice.tsx';
import { Mark } from './mark.tsx';
import type { NavItem } from './nav-item.ts';
import { SkipLink } from './skip-link.tsx';

/** The head of a public page: mark and name, on desks the places one can go, at the right the language switcher (`end`) or the quick exit, which comes first with the keyboard (`exit`). */
export function PublicHeader({
  brand = 'İcma',
  brandHref,
  nav = [],
  end,
  exit,
}: {
  brand?: string;
  brandHref: string;
  nav?: readonly NavItem[];
  end?: ReactNode;
  exit?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <header className="public-header">
      <div className="public-header-inner">
        {exit && <div className="public-header-end order-last">{exit}</div>}
        <a className="brand" href={brandHref}>
          <Mark />
          <span>{brand}</span>
        </a>
        {nav.length > 0 && (
          <nav className="public-nav" aria-label={t('kit.nav.main')}>
            <ul>
              {nav.map((item) => (
                <li key={item.href}>
                  <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {end && <div className="public-header-end">{end}</div>}
      </div>
      <Lattice />
    </header>
  );
}

/** The foot of a public page: a sentence about who keeps the house, links in a row, `end` for the languages. */
export function PublicFooter({
  links = [],
  end,
  children,
}: {
  links?: ReadonlyArray<{ href: string; label: string }>;
  end?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <footer className="public-footer">
      <div className="public-footer-inner">
        {children && <div className="public-footer-text">{children}</div>}
        {links.length > 0 && (
          <nav aria-label={t('kit.nav.footer')}>
            <ul>
              {links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {end}
      </div>
    </footer>
  );
}

/**
 * A whole public page: skip link, demo bar, header, main, footer, and the phone's bottom bar.
 * `width`: `read` for text and forms (one column of 60–70 characters), `wide` for lists and columns, `full` for a map beside a list.
 */
export function PublicFrame({
  demoBar,
  header,
  footer,
  bottom,
  width = 'read',
  children,
}: {
  demoBar?: ReactNode;
  header: ReactNode;
  footer?: ReactNode;
  bottom?: readonly NavItem[];
  width?: 'read' | 'wide' | 'full';
  children: ReactNode;
}) {
  return (
    <div className="public-frame">
      <SkipLink />
      {demoBar}
      {header}
      <main id="main" className={classNames('main', `main-${width}`)} tabIndex={-1}>
        {children}
      </main>
      {footer}
      {bottom && bottom.length > 0 && <BottomBar groups={[{ items: bottom }]} />}
    </div>
  );
}
