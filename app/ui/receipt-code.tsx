import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Lattice } from './lattice.tsx';

/** A receipt's digits in groups of four, a few groups a line: 28 digits stand as 2, 3 and 2 groups. */
export function receiptLines(code: string): string[][] {
  const groups = code.replace(/\D/g, '').match(/\d{1,4}/g) ?? [];
  if (groups.length <= 3) return [groups];
  const edge = Math.ceil((groups.length - 3) / 2);
  const middle = groups.length - edge * 2;
  return [groups.slice(0, edge), groups.slice(edge, edge + middle), groups.slice(edge + middle)];
}

/**
 * The code a person keeps: large, in groups, selected whole with one tap, printable. `children` says under it what it is for;
 * `actions` are the buttons (copy, print).
 */
export function ReceiptCode({
  code,
  label,
  actions,
  children,
}: {
  code: string;
  label?: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <div className="receipt">
      <Lattice />
      <div className="receipt-body">
        <p className="receipt-label" id="receipt-label">
          {label ?? t('kit.receipt.code')}
        </p>
        <p className="receipt-code" aria-labelledby="receipt-label" role="group" translate="no">
          {receiptLines(code).map((line) => (
            <span className="receipt-line" key={line.join('')}>
              {line.map((group, at) => (
                <span key={at}>{group} </span>
              ))}
            </span>
          ))}
        </p>
        {children && <div className="receipt-about">{children}</div>}
      </div>
      {actions && <div className="receipt-actions">{actions}</div>}
    </div>
  );
}
