import type { BoardLine } from '#app/features/authorities/routing-board.server.ts';
import { THEMES } from '#app/features/issues/rules/categories.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/stack.tsx';

/** Who answers for what in a region, a table a theme. */
export function RoutingTables({
  lines,
  region,
  slug,
  mayCorrect,
}: {
  lines: readonly BoardLine[];
  region: string;
  slug: string;
  mayCorrect: boolean;
}) {
  const { t, to, locale } = useWords();
  const columns: Column<BoardLine>[] = [
    {
      key: 'category',
      header: t('authorities.routing.column.category'),
      phone: 'title',
      cell: (line) => t(`category.${line.category}`),
    },
    {
      key: 'first',
      header: t('authorities.routing.column.first'),
      cell: (line) => (
        <>
          {line.bodies[0]?.names[locale] ?? t('authorities.routing.nobody')}
          {line.own && <span className="meta"> {t('authorities.routing.own')}</span>}
        </>
      ),
    },
    {
      key: 'then',
      header: t('authorities.routing.column.then'),
      cell: (line) =>
        line.bodies
          .slice(1, 3)
          .map((body) => body.names[locale])
          .join('; '),
    },
    ...(mayCorrect
      ? [
          {
            key: 'action',
            header: t('authorities.routing.column.action'),
            phone: 'action' as const,
            nowrap: true,
            cell: (line: BoardLine) => (
              <a href={to(paths.orgRouting(slug, `?region=${region}&category=${line.category}#correction`))}>
                {t('authorities.routing.change')}
                <span className="visually-hidden">: {t(`category.${line.category}`)}</span>
              </a>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      {THEMES.map((theme) => (
        <Section key={theme} id={`theme-${theme}`} title={t(`theme.${theme}`)}>
          <DataTable
            caption={t(`theme.${theme}`)}
            captionHidden
            columns={columns}
            rows={lines.filter((line) => line.theme === theme)}
            rowKey={(line) => line.category}
          />
        </Section>
      ))}
    </>
  );
}
