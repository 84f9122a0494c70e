import type { ReactNode } from 'react';

/** A fact and its name. `key` only where two terms read the same. */
export type Definition = { term: ReactNode; detail: ReactNode; key?: string };

/** Facts by name: terms beside details on desks, above them on phones. Facts without a detail are left out. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  const told = items.filter((item) => item.detail !== null && item.detail !== undefined && item.detail !== '');
  return (
    <dl className="definitions">
      {told.map((item, at) => (
        <div key={item.key ?? at}>
          <dt>{item.term}</dt>
          <dd>{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
