import { useWords } from '#app/i18n/words-context.tsx';

/** One step of the way from the front page; the last one is where the person is and has no address. */
export type Crumb = { label: string; href?: string };

/** The way back, as links. On phones only the nearest parent is shown: "‹ Astara". */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  const { t } = useWords();
  return (
    <nav className="breadcrumb" aria-label={t('kit.nav.breadcrumb')}>
      <ol>
        {items.map((item) => (
          <li key={item.label}>
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
