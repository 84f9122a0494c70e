import type { LetterRow } from '#app/features/authorities/queries.server.ts';
import type { LetterState } from '#app/features/authorities/rules/letter.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { DueBadge } from '#app/ui/due-badge.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

/** Letters of one state: cards on phones, a table on desks. */
export function LetterTable({
  rows,
  state,
  slug,
  now,
}: {
  rows: readonly LetterRow[];
  state: LetterState;
  slug: string;
  now: Date;
}) {
  const { t, to, locale } = useWords();
  const columns: Column<LetterRow>[] = [
    {
      key: 'subject',
      header: t('authorities.letters.column.subject'),
      phone: 'title',
      cell: (row) => (
        <>
          <a lang="az" href={to(paths.orgLetter(slug, row.id))}>
            {row.subject}
          </a>
          {row.purpose !== 'first' && <span className="meta"> · {t(`authorities.purpose.${row.purpose}`)}</span>}
          {row.due && (
            <div className="mt-1">
              <DueBadge
                due={row.due.due}
                now={now}
                isSample={row.due.calendar === 'sample'}
                missingYear={row.due.missingYear}
              />
            </div>
          )}
        </>
      ),
    },
    {
      key: 'body',
      header: t('authorities.letters.column.body'),
      cell: (row) => row.addressee ?? row.body?.[locale] ?? t('authorities.letter.nobody'),
    },
    ...(state === 'draft'
      ? [
          {
            key: 'missing',
            header: t('authorities.letters.column.missing'),
            cell: (row: LetterRow) => row.unmet.map((one) => t(`authorities.condition.${one}.short`)).join(', '),
          },
        ]
      : []),
    { key: 'ref', header: t('authorities.letters.column.number'), nowrap: true, cell: (row) => `№ ${row.ref}` },
    state === 'sent'
      ? {
          key: 'sent',
          header: t('authorities.letters.column.sent'),
          nowrap: true,
          cell: (row) => (row.sentAt ? formatDay(row.sentAt, locale) : ''),
        }
      : {
          key: 'changed',
          header: t('authorities.letters.column.changed'),
          nowrap: true,
          cell: (row) => formatDay(row.updatedAt, locale),
        },
    ...(state === 'sent'
      ? [
          {
            key: 'register',
            header: t('authorities.letters.column.register'),
            nowrap: true,
            cell: (row: LetterRow) => row.registerNumber ?? t('authorities.letter.register.none'),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t(`authorities.state.${state}`)}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t(`authorities.letters.none.${state}.title`)}>
          {t(`authorities.letters.none.${state}.text`)}
        </EmptyState>
      }
    />
  );
}
