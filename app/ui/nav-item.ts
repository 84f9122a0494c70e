import type { IconName } from './icon.tsx';

/** A place one can go from a header, rail or bar. `count` is what waits there (0 is not shown). */
export type NavItem = { href: string; label: string; icon?: IconName; current?: boolean; count?: number };
