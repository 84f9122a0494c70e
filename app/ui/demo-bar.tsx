import type { ReactNode } from 'react';

/** The thin line above everything that says these are not real people. `children` is one short sentence and its link. */
export function DemoBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="demo-bar" aria-label={label}>
      <div className="demo-bar-inner">{children}</div>
    </aside>
  );
}
