import { stringify } from 'csv-stringify/sync';
import type { Translate } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { regionName, type Names } from '#app/kernel/regions.ts';
import type { PublicDecision } from './public-decisions.server.ts';
import type { DecisionExportRow } from './watch.server.ts';

type Words = { t: Translate; locale: Locale };
type Exported = PublicDecision | DecisionExportRow;

/**
 * Watched decisions as a table: semicolons and a byte-order mark, as table programs here expect, and no cell that such
 * a program would take for a formula. The workspace's table also says what is public.
 */
export function decisionTable(
  rows: readonly Exported[],
  { t, locale }: Words,
  { isInside }: { isInside: boolean },
): string {
  return stringify(
    rows.map((row) => ({
      ...row,
      kind: t(`watch.kind.${row.kind}`),
      region: regionName(row.region, locale),
      body: row.body.names[locale],
      organisation: 'organisation' in row ? (row.organisation satisfies { names: Names }).names[locale] : '',
      isPublic: 'isPublic' in row ? t(row.isPublic ? 'watch.public' : 'watch.draft') : '',
    })),
    {
      header: true,
      columns: {
        on: t('watch.column.on'),
        kind: t('watch.column.kind'),
        title: t('watch.column.title'),
        body: t('watch.column.body'),
        region: t('watch.column.region'),
        ...(isInside ? { isPublic: t('watch.column.state') } : { organisation: t('watch.column.organisation') }),
        promises: t('watch.column.promises'),
        amount: t('watch.column.amount'),
        sourceUrl: t('watch.column.source'),
        text: t('watch.column.text'),
      },
      bom: true,
      delimiter: ';',
      escape_formulas: true,
      record_delimiter: '\r\n',
    },
  );
}
