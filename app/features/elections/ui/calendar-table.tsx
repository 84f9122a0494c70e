import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import type { CalendarStep, StepKey } from '../rules/calendar.ts';
import { LawSource } from './law-source.tsx';

/** The election's days in order, each with its hour and where it comes from. */
export function CalendarTable({ steps }: { steps: readonly CalendarStep[] }) {
  const { t, locale } = useWords();
  return (
    <DataTable
      caption={t('elections.calendar')}
      captionHidden
      rows={steps}
      rowKey={({ key }) => key}
      columns={[
        { key: 'step', header: t('elections.step'), phone: 'title', cell: ({ key }) => t(`elections.step.${key}`) },
        {
          key: 'on',
          header: t('elections.day'),
          nowrap: true,
          cell: ({ on, time }) => `${formatDay(noonOf(on), locale)}${time ? `, ${time}` : ''}`,
        },
        { key: 'source', header: t('elections.basis'), cell: (step) => <LawSource {...step} /> },
      ]}
    />
  );
}

/** What another voting day moves. */
export function MovesTable({ moves }: { moves: readonly { key: StepKey; from: string | null; to: string }[] }) {
  const { t, locale } = useWords();
  return (
    <DataTable
      caption={t('elections.moves')}
      rows={moves}
      rowKey={({ key }) => key}
      columns={[
        { key: 'step', header: t('elections.step'), phone: 'title', cell: ({ key }) => t(`elections.step.${key}`) },
        {
          key: 'from',
          header: t('elections.moves.from'),
          nowrap: true,
          cell: ({ from }) => (from === null ? '–' : formatDay(noonOf(from), locale)),
        },
        { key: 'to', header: t('elections.moves.to'), nowrap: true, cell: ({ to }) => formatDay(noonOf(to), locale) },
      ]}
    />
  );
}
