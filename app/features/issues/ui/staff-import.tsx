import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import { NextSteps } from './next-steps.tsx';
import type { ImportPreview, PreviewRow } from '../staff-views.ts';

/** Asks for the table, and says beforehand what will become of its rows. */
export function StaffImportUpload({ slug, clientId, error }: { slug: string; clientId: string; error?: string[] }) {
  const { t, to } = useWords();
  return (
    <Stack gap="large">
      <NextSteps
        steps={[
          t('issues.staff.import.step.template'),
          t('issues.staff.import.step.check'),
          t('issues.staff.import.step.confirm'),
        ]}
      />
      <p>
        <ButtonLink tone="secondary" icon="download" href={to(paths.orgIssueTemplate(slug))}>
          {t('issues.staff.import.template')}
        </ButtonLink>
      </p>
      <Form files clientId={clientId} label={t('issues.staff.import.title')}>
        <input type="hidden" name="intent" value="check" />
        <FileInput
          name="file"
          label={t('issues.staff.import.file')}
          hint={t('issues.staff.import.file.hint')}
          accept=".csv,text/csv,text/plain"
          error={error}
        />
        <Button>{t('issues.staff.import.check')}</Button>
      </Form>
    </Stack>
  );
}

const TONES: Record<PreviewRow['outcome'], StateTone> = {
  ready: 'verified',
  known: 'quiet',
  repeated: 'quiet',
  wrong: 'refused',
};

/** The dry run: what each row would become, wrong ones first, and the one button that does it. */
export function StaffImportPreview({
  preview,
  slug,
  clientId,
}: {
  preview: ImportPreview;
  slug: string;
  clientId: string;
}) {
  const { t, to } = useWords();
  const { counts } = preview;
  const columns: Column<PreviewRow>[] = [
    { key: 'line', header: t('issues.staff.import.line'), align: 'end', cell: (row) => row.line },
    {
      key: 'outcome',
      header: t('issues.staff.import.outcome'),
      phone: 'badge',
      cell: (row) => (
        <StateBadge tone={TONES[row.outcome]}>{t(`issues.staff.import.outcome.${row.outcome}`)}</StateBadge>
      ),
    },
    {
      key: 'title',
      header: t('issues.staff.column.title'),
      phone: 'title',
      cell: (row) => (
        <>
          {row.title || t('issues.staff.import.no-title')}
          {row.errors.map(({ column, code }) => (
            <span key={`${column}${code}`} className="preview-wrong block">
              {t(`issues.staff.import.column.${column}`)}: {t(`issues.staff.import.cell.${code}`)}
            </span>
          ))}
        </>
      ),
    },
    { key: 'date', header: t('issues.staff.import.column.date'), nowrap: true, cell: (row) => row.date },
    {
      key: 'place',
      header: t('issues.staff.column.where'),
      cell: (row) => [row.region, row.place].filter(Boolean).join(', '),
    },
    { key: 'category', header: t('issues.staff.column.category'), cell: (row) => row.category },
  ];
  const isWhole = counts.wrong === 0 && counts.ready > 0;
  return (
    <Stack gap="large">
      <Notice
        tone={counts.wrong > 0 ? 'danger' : counts.ready > 0 ? 'info' : 'warning'}
        live
        title={t('issues.staff.import.found', { count: preview.rows.length })}
      >
        <p>
          {[
            counts.ready > 0 && t('issues.staff.import.ready', { count: counts.ready }),
            counts.duplicates > 0 && t('issues.staff.import.duplicates', { count: counts.duplicates }),
            counts.wrong > 0 && t('issues.staff.import.wrong', { count: counts.wrong }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {counts.wrong > 0 && <p>{t('issues.staff.import.mend')}</p>}
        {preview.ignored.length > 0 && <p>{t('issues.staff.import.ignored', { names: preview.ignored.join(', ') })}</p>}
        {preview.encoding !== 'utf-8' && <p>{t('issues.staff.import.encoding', { name: preview.encoding })}</p>}
      </Notice>
      {isWhole && (
        <Form clientId={clientId} label={t('issues.staff.import.title')}>
          <input type="hidden" name="intent" value="confirm" />
          <p>{t('issues.staff.import.held')}</p>
          <div className="btn-row">
            <Button>{t('issues.staff.import.confirm', { count: counts.ready })}</Button>
            <ButtonLink tone="quiet" href={to(paths.orgIssueImport(slug))}>
              {t('issues.staff.import.again')}
            </ButtonLink>
          </div>
        </Form>
      )}
      {!isWhole && (
        <p>
          <ButtonLink href={to(paths.orgIssueImport(slug))}>{t('issues.staff.import.again')}</ButtonLink>
        </p>
      )}
      <Section title={t('issues.staff.import.rows')} id="rows">
        <div className="import-preview">
          <DataTable
            caption={t('issues.staff.import.rows')}
            captionHidden
            columns={columns}
            rows={[...preview.rows].sort(
              (a, b) => Number(b.outcome === 'wrong') - Number(a.outcome === 'wrong') || a.line - b.line,
            )}
            rowKey={(row) => String(row.line)}
          />
        </div>
      </Section>
    </Stack>
  );
}
