import type { ReactNode } from 'react';
import { Lattice } from './lattice.tsx';

/**
 * One A4 sheet: a letter, a receipt, a list to carry. On the screen a sheet of paper, in print exactly the page.
 * `from` is the sender's block, `to` the addressee's, `reference` and `date` stand between.
 */
export function PrintSheet({
  head,
  from,
  to,
  reference,
  date,
  foot,
  children,
}: {
  /** Who the paper is from, over everything else. */
  head?: ReactNode;
  from?: ReactNode;
  to?: ReactNode;
  reference?: ReactNode;
  date?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <article className="sheet">
      <Lattice />
      {head && <div className="mb-6">{head}</div>}
      {(from || to) && (
        <header className="sheet-head">
          <div>{from}</div>
          <div className="sheet-to">{to}</div>
        </header>
      )}
      {(reference || date) && (
        <p className="sheet-reference">
          <span>{reference}</span>
          <span>{date}</span>
        </p>
      )}
      <div className="sheet-body">{children}</div>
      {foot && <footer className="sheet-foot">{foot}</footer>}
    </article>
  );
}
