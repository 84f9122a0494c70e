import type { ReactNode } from 'react';
import { Lattice } from './lattice.tsx';

/** Nothing here yet: says what will stand here, teaches the next step with one example, offers one action. */
export function EmptyState({
  title,
  children,
  example,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  example?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Lattice shape="pane" />
      <p className="empty-title">{title}</p>
      {children && <div className="empty-text">{children}</div>}
      {example && <p className="empty-example">{example}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
