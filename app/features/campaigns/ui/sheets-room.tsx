import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { SheetState } from '../rules/support.ts';
import type { SheetLine } from '../sheets.server.ts';
import { MOST_SHEETS } from '../support-forms.ts';

const TONES = {
  printed: 'quiet',
  returned: 'open',
  entered: 'waiting',
  checked: 'verified',
  void: 'refused',
} as const satisfies Record<SheetState, string>;

/** Numbered paper: how many went out, came back, were typed in and checked. */
export function SheetsRoom({
  slug,
  id,
  sheets,
  clientId,
  made,
  lastResult,
}: {
  slug: string;
  id: string;
  sheets: SheetLine[];
  clientId: string;
  made: { from: number; to: number } | null;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t, to } = useWords();
  const back = useReturned(lastResult);
  const columns: Column<SheetLine>[] = [
    {
      key: 'number',
      header: t('support.sheets.number'),
      phone: 'title',
      cell: (row) => (
        <a href={to(paths.orgSheet(slug, id, row.id))}>{t('support.sheets.sheet', { number: row.number })}</a>
      ),
    },
    {
      key: 'state',
      header: t('support.sheets.state'),
      phone: 'badge',
      cell: (row) => <StateBadge tone={TONES[row.state]}>{t(`support.sheets.state.${row.state}`)}</StateBadge>,
    },
    { key: 'rows', header: t('support.sheets.rows'), align: 'end', cell: (row) => row.rows },
    { key: 'unreadable', header: t('support.sheets.unreadable'), align: 'end', cell: (row) => row.unreadable },
  ];
  return (
    <Stack gap="large">
      <ErrorSummary errors={back.errors} />
      {made && (
        <Notice
          tone="success"
          live
          actions={
            <ButtonLink href={to(paths.orgSheetsPrint(slug, id, made.from, made.to))}>
              {t('support.sheets.print')}
            </ButtonLink>
          }
        >
          <p>{t('support.sheets.made', { from: made.from, to: made.to })}</p>
        </Notice>
      )}
      <Section title={t('support.sheets.new')} id="new">
        <p>{t('support.sheets.new.text')}</p>
        <Form clientId={back.value('clientId', clientId)} label={t('support.sheets.new')}>
          <TextInput
            name="count"
            label={t('support.sheets.count')}
            type="number"
            min={1}
            max={MOST_SHEETS}
            defaultValue={back.value('count', '5')}
            error={back.errors.count}
            width="short"
            inputMode="numeric"
            required
          />
          <Button>{t('support.sheets.make')}</Button>
        </Form>
      </Section>
      <Section title={t('support.sheets.all')} id="sheets">
        <DataTable
          caption={t('support.sheets.all')}
          captionHidden
          columns={columns}
          rows={sheets}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('support.sheets.none')}>{t('support.sheets.none.text')}</EmptyState>}
        />
      </Section>
    </Stack>
  );
}
