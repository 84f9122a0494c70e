import { useLocation } from '@remix-run/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { localisePath, splitLocale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import type { LanguageHrefs } from '#app/ui/language-switcher.tsx';
import type { NavItem } from '#app/ui/nav-item.ts';

/** The same page in each language; the notice of a finished step (`done`) is not carried along. */
export function useLanguageHrefs(): LanguageHrefs {
  const { pathname, search } = useLocation();
  const { path } = splitLocale(pathname);
  const query = new URLSearchParams(search);
  query.delete('done');
  const rest = query.size > 0 ? `?${query}` : '';
  return {
    az: localisePath(path, 'az') + rest,
    en: localisePath(path, 'en') + rest,
    ru: localisePath(path, 'ru') + rest,
  };
}

/** The places of the public house, with the present one marked. */
export function usePublicNav(): { head: NavItem[]; bottom: NavItem[] } {
  const { t, to } = useWords();
  const { path } = splitLocale(useLocation().pathname);
  const item = (href: string, label: string, icon: NavItem['icon']): NavItem => ({
    href: to(href),
    label,
    icon,
    current: path === href || (path.startsWith(`${href}/`) && path !== paths.newIssue()),
  });
  const issues = item(paths.issues(), t('common.nav.issues'), 'list');
  const map = item(paths.map(), t('common.nav.map'), 'map');
  const campaigns = item(paths.campaigns(), t('common.nav.campaigns'), 'megaphone');
  const events = item(paths.events(), t('events.nav'), 'calendar');
  const organisations = item(paths.organisations(), t('common.nav.organisations'), 'people');
  const receipt = item(paths.receipt(), t('common.nav.receipt'), 'qr');
  return {
    head: [
      item(paths.newIssue(), t('common.nav.report'), 'plus'),
      issues,
      map,
      campaigns,
      events,
      organisations,
      receipt,
    ],
    bottom: [issues, map, campaigns, receipt],
  };
}
