import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { waitingFor } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import type { Column } from '#app/ui/data-table.tsx';
import type { IssueLine, QueueLine } from '../staff-views.ts';
import { placeText } from '#app/ui/place-text.ts';

/** "3 saat": how long something has been waiting. */
export function Waiting({ since, now }: { since: Date; now: Date }) {
  const { t } = useWords();
  const { unit, count } = waitingFor(since, now);
  return <>{count === 0 ? t('issues.staff.wait.now') : t(`common.wait.${unit}`, { count })}</>;
}

/** The small line under a waiting report: pictures, what may be the same, who wrote it down. */
export function QueueMeta({ row }: { row: QueueLine }) {
  const { t } = useWords();
  const parts = [
    row.state === 'held' && t('issues.state.held'),
    row.photos > 0 && t('issues.staff.photos', { count: row.photos }),
    row.similar > 0 && t('issues.staff.similar', { count: row.similar }),
    row.source !== 'web' &&
      (row.enteredBy ? t(`issues.staff.by.${row.source}`, { name: row.enteredBy }) : t(`issues.source.${row.source}`)),
  ].filter(Boolean);
  return parts.length > 0 ? <span className="meta block">{parts.join(' · ')}</span> : null;
}

/** Columns that the tables of a day share: what and where, since when, one action. */
export function useLineColumns<Row extends IssueLine>({
  slug,
  now,
  since,
  sinceLabel,
  action,
  meta,
}: {
  slug: string;
  now: Date;
  since: (row: Row) => Date;
  sinceLabel: string;
  action: string;
  meta?: (row: Row) => ReactNode;
}): Column<Row>[] {
  const { t, to, locale } = useWords();
  return [
    {
      key: 'title',
      header: t('issues.staff.column.what'),
      phone: 'title',
      cell: (row) => (
        <>
          {row.title}
          <span className="meta block">{placeText(row, locale)}</span>
          {meta?.(row)}
        </>
      ),
    },
    { key: 'since', header: sinceLabel, nowrap: true, cell: (row) => <Waiting since={since(row)} now={now} /> },
    {
      key: 'action',
      header: t('issues.staff.column.action'),
      phone: 'action',
      cell: (row) => (
        <a href={to(paths.orgIssue(slug, row.id))}>
          {action}
          <span className="visually-hidden">: {row.title}</span>
        </a>
      ),
    },
  ];
}
