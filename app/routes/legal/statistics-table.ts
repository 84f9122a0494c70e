import type { LoaderFunctionArgs } from '@remix-run/node';
import { stringify } from 'csv-stringify/sync';
import { readStatistics } from '#app/features/legal-aid/statistics.server.ts';
import { figureName } from '#app/features/legal-aid/ui/figures.tsx';
import { atDesk } from './at-desk.ts';

/** The same figures as a file: the published ones and nothing else. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, work } = await atDesk(args, 'lead');
  const { published, to } = await readStatistics(work);
  const { locale, t } = ctx;
  const rows = published.tables.flatMap((table) =>
    table.cells.flatMap((cell) =>
      cell.count === null
        ? []
        : [
            [
              t(`legal-desk.figures.${table.key as 'month'}`),
              figureName(t, locale, table.key, cell.key),
              String(cell.count),
            ],
          ],
    ),
  );
  const head = [t('legal-desk.figures.facet'), t('legal-desk.figures.value'), t('legal-desk.figures.count')];
  return new Response(stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="figures-${to}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
