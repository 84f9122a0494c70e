import type { IconName } from './icon.tsx';

/**
 * A place one can go from a header, rail or bar. `count` is what waits there (0 is not shown); `thumb` asks for one of the
 * few places in a phone's bar.
 */
export type NavItem = {
  href: string;
  label: string;
  icon?: IconName;
  current?: boolean;
  count?: number;
  thumb?: boolean;
};

/** Places that belong together, under a heading if they have one. */
export type NavGroup = { label?: string; items: readonly NavItem[] };
