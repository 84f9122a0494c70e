import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** A link on to more of the same, with an arrow: "Bütün problemlər →". */
export function LinkMore({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="link-more" href={href}>
      <span>{children}</span>
      <Icon name="forward" size={18} />
    </a>
  );
}
