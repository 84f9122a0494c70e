import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/**
 * One column. On desks a table cell under `header`; on phones the row becomes a card: the `title` column stands first and large,
 * `badge` above it, `action` at the foot, `hidden` not at all, the rest as "header: value" lines.
 */
export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  phone?: 'title' | 'badge' | 'action' | 'hidden' | 'line';
  align?: 'start' | 'end';
  /** Keep on one line: dates, numbers, short words. */
  nowrap?: boolean;
};

/** A table on desks that is a list of cards on phones, from one definition. `empty` stands in its place when there are no rows. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  empty,
}: {
  caption: string;
  captionHidden?: boolean;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
}) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  // Explicit roles: a table shown as cards loses its meaning to screen readers otherwise.
  return (
    <table className="data-table" role="table">
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={cellClass(column)}>
              {column.phone === 'action' ? <span className="visually-hidden">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => {
              const isTitle = column.phone === 'title';
              const isLine = column.phone === undefined || column.phone === 'line';
              const Cell = isTitle ? 'th' : 'td';
              const content = column.cell(row);
              return (
                <Cell
                  key={column.key}
                  role={isTitle ? 'rowheader' : 'cell'}
                  scope={isTitle ? 'row' : undefined}
                  className={cellClass(column)}
                  data-label={isLine ? column.header : undefined}
                >
                  {/* One box beside its label on phones, whatever stands in it; nothing where there is nothing. */}
                  {isLine && content ? <div className="min-w-0">{content}</div> : content}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  return (
    classNames(
      column.phone && `cell-${column.phone}`,
      column.align === 'end' && 'cell-end',
      column.nowrap && 'cell-nowrap',
    ) || undefined
  );
}
