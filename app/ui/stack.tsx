import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Things one under another at an even distance: `small` within one thought, `normal` between thoughts, `large` between sections. */
export function Stack({ gap = 'normal', children }: { gap?: 'small' | 'normal' | 'large'; children: ReactNode }) {
  return <div className={`stack stack-${gap}`}>{children}</div>;
}

/**
 * A desk with two columns (`aside` on the right, narrower), one under another on phones.
 * `asideFirst` puts the aside above the main column on phones.
 */
export function Columns({
  aside,
  asideFirst,
  children,
}: {
  aside: ReactNode;
  asideFirst?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classNames('columns', asideFirst && 'columns-aside-first')}>
      <div className="stack stack-large">{children}</div>
      <div className="stack stack-large columns-aside">{aside}</div>
    </div>
  );
}

/** A section with its heading and an even distance inside. */
export function Section({
  title,
  id,
  actions,
  level = 2,
  children,
}: {
  title: ReactNode;
  id?: string;
  actions?: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}) {
  const Title = `h${level}` as const;
  return (
    <section className="section" aria-labelledby={id}>
      <div className="heading">
        <Title id={id}>{title}</Title>
        {actions && <div className="heading-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
