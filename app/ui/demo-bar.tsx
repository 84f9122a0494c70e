import type { ReactNode } from 'react';

/** The thin line above everything that says these are not real people: `label` in two or three words, `children` a door or a link. */
export function DemoBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="demo-bar" aria-label={label}>
      <div className="demo-bar-inner">
        <p className="demo-bar-label">{label}</p>
        {children}
      </div>
    </aside>
  );
}
