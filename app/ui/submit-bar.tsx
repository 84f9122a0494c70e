import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** The form's end: its one primary action, at the thumb on phones (it stays at the foot of the screen unless `still`). `note` is one short muted line. */
export function SubmitBar({ still, note, children }: { still?: boolean; note?: ReactNode; children: ReactNode }) {
  return (
    <div className={classNames('submit-bar', still && 'submit-bar-still')}>
      <div className="submit-bar-buttons">{children}</div>
      {note && <p className="meta">{note}</p>}
    </div>
  );
}
