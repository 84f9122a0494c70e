import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

/**
 * How much a button weighs: `primary` is the one thing this screen is for, `secondary` the other way,
 * `quiet` looks like a link, `danger` cannot be undone, `verify` says "I saw that it is done".
 */
export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger' | 'verify';

type Look = { tone?: ButtonTone; size?: 'normal' | 'small'; icon?: IconName; wide?: boolean; children: ReactNode };

function look({ tone = 'primary', size = 'normal', wide }: Look): string {
  return classNames('btn', `btn-${tone}`, size === 'small' && 'btn-small', wide && 'btn-wide');
}

/** A button that submits its form, unless `type` says otherwise. Full width on phones unless `size="small"`; `wide` keeps it so. */
export function Button({ tone, size, icon, wide, children, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="submit" {...rest} className={look({ tone, size, wide, children })}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  tone,
  size,
  icon,
  wide,
  children,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a {...rest} className={look({ tone, size, wide, children })}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}

/** Buttons side by side on desks, one under another on phones. `row` keeps them side by side on phones too (two short words). */
export function ButtonRow({ row, children }: { row?: boolean; children: ReactNode }) {
  return <div className={classNames('btn-row', row && 'btn-row-tight')}>{children}</div>;
}
