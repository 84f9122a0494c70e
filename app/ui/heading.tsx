import type { ReactNode } from 'react';

/** A heading inside a page, with a small link or action at its right. */
export function Heading({
  level = 2,
  id,
  actions,
  children,
}: {
  level?: 2 | 3 | 4;
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const Title = `h${level}` as const;
  return (
    <div className="heading">
      <Title id={id}>{children}</Title>
      {actions && <div className="heading-actions">{actions}</div>}
    </div>
  );
}

/**
 * The page's own title, its only h1. `badge` stands above, `lead` says under it in one or two sentences what the page is for,
 * `meta` is one muted line, `actions` stand at the right on desks and under the lead on phones.
 */
export function PageTitle({
  badge,
  lead,
  meta,
  actions,
  children,
}: {
  badge?: ReactNode;
  lead?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page-title">
      <div className="page-title-text">
        {badge && <div className="page-title-badge">{badge}</div>}
        <h1>{children}</h1>
        {meta && <p className="meta">{meta}</p>}
        {lead && <p className="lead">{lead}</p>}
      </div>
      {actions && <div className="page-title-actions">{actions}</div>}
    </div>
  );
}
