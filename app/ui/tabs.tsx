/** One view of the same thing. `count` is what waits or lies there. */
export type Tab = { label: string; href: string; current?: boolean; count?: number | string };

/** Views of the same thing as links; on phones they scroll sideways inside their own strip. */
export function Tabs({ items, label }: { items: readonly Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && <span className="tab-count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
