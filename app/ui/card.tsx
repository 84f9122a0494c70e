import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A white sheet on the paper. `as="li"` inside a list, `tone` gives it a coloured edge for something that needs the eye. */
export function Card({
  as: Tag = 'div',
  tone,
  id,
  className,
  children,
}: {
  as?: 'div' | 'li' | 'article' | 'section';
  tone?: 'plain' | 'late' | 'verified' | 'info';
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Tag id={id} className={classNames('card', tone && tone !== 'plain' && `card-${tone}`, className)}>
      {children}
    </Tag>
  );
}

/**
 * One thing in a list: badge, title that links, one muted line under it. The whole card can be tapped, the link is the title.
 * `level` is the heading's level in the page.
 */
export function CardLink({
  href,
  title,
  badge,
  meta,
  picture,
  level = 3,
  as = 'li',
  children,
}: {
  href: string;
  title: ReactNode;
  badge?: ReactNode;
  meta?: ReactNode;
  picture?: ReactNode;
  level?: 2 | 3 | 4;
  as?: 'div' | 'li' | 'article';
  children?: ReactNode;
}) {
  const Title = `h${level}` as const;
  return (
    <Card as={as} className={classNames('card-link', Boolean(picture) && 'card-pictured')}>
      {picture && <div className="card-picture">{picture}</div>}
      <div className="card-text">
        {badge && <div className="card-badge">{badge}</div>}
        <Title className="card-title">
          <a href={href}>{title}</a>
        </Title>
        {meta && <p className="meta">{meta}</p>}
        {children}
      </div>
    </Card>
  );
}

/** A list of cards; `columns` puts them two or three abreast on desks. */
export function CardList({
  columns = 1,
  label,
  children,
}: {
  columns?: 1 | 2 | 3;
  label?: string;
  children: ReactNode;
}) {
  return (
    <ul className={classNames('card-list', columns > 1 && `card-list-${columns}`)} aria-label={label}>
      {children}
    </ul>
  );
}
