import { classNames } from './class-names.ts';

/**
 * A strip of şəbəkə lattice. The drawing is a style-sheet background (`styles/lattice.css`), so a page pays for it once.
 * `band` is the header's edge and the head of printed sheets, `line` a thin divider, `pane` a larger piece for empty states.
 */
export function Lattice({ shape = 'band', className }: { shape?: 'band' | 'line' | 'pane'; className?: string }) {
  return <div className={classNames('lattice', `lattice-${shape}`, className)} aria-hidden="true" />;
}
