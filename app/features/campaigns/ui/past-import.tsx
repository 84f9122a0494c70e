import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { PastPreview, PastPreviewRow } from '../rules/past-views.ts';

/** Asks for the table, and says beforehand what a row needs. */
export function PastUpload({
  slug,
  clientId,
  error,
}: {
  slug: string;
  clientId: string;
  error?: string[] | undefined;
}) {
  const { t, to } = useWords();
  return (
    <Stack gap="large">
      <p>{t('spread.past.needs')}</p>
      <p>
        <ButtonLink tone="secondary" icon="download" href={to(paths.orgCampaignTemplate(slug))}>
          {t('spread.past.template')}
        </ButtonLink>
      </p>
      <Form files clientId={clientId} label={t('spread.past.title')}>
        <input type="hidden" name="intent" value="check" />
        <FileInput
          name="file"
          label={t('spread.past.file')}
          hint={t('spread.past.file.hint')}
          accept=".csv,text/csv,text/plain"
          error={error}
        />
        <Button>{t('spread.past.check')}</Button>
      </Form>
    </Stack>
  );
}

const TONES: Record<PastPreviewRow['verdict'], StateTone> = {
  ready: 'verified',
  known: 'quiet',
  repeated: 'quiet',
  wrong: 'refused',
};

/** The dry run: what each row would become, wrong ones first, and the one button that does it. */
export function PastPreviewView({
  preview,
  slug,
  clientId,
  mayConfirm,
}: {
  preview: PastPreview;
  slug: string;
  clientId: string;
  mayConfirm: boolean;
}) {
  const { t, to } = useWords();
  const { counts } = preview;
  const columns: Column<PastPreviewRow>[] = [
    { key: 'line', header: t('spread.past.line'), align: 'end', cell: (row) => row.line },
    {
      key: 'verdict',
      header: t('spread.past.verdict'),
      phone: 'badge',
      cell: (row) => <StateBadge tone={TONES[row.verdict]}>{t(`spread.past.verdict.${row.verdict}`)}</StateBadge>,
    },
    {
      key: 'title',
      header: t('spread.past.column.title'),
      phone: 'title',
      cell: (row) => (
        <>
          {row.title || '—'}
          {row.errors.map(({ column, code }) => (
            <span key={`${column}${code}`} className="preview-wrong block">
              {t(`spread.past.column.${column}`)}: {t(`spread.past.cell.${code}`)}
            </span>
          ))}
        </>
      ),
    },
    { key: 'region', header: t('spread.past.column.region'), cell: (row) => row.region },
    { key: 'ended', header: t('spread.past.column.ended'), nowrap: true, cell: (row) => row.ended },
    { key: 'outcome', header: t('spread.past.column.outcome'), cell: (row) => row.outcome },
  ];
  const isWhole = counts.wrong === 0 && counts.ready > 0;
  return (
    <Stack gap="large">
      <Notice
        tone={counts.wrong > 0 ? 'danger' : counts.ready > 0 ? 'info' : 'warning'}
        live
        title={t('spread.past.found', { count: preview.rows.length })}
      >
        <p>
          {[
            counts.ready > 0 && t('spread.past.ready', { count: counts.ready }),
            counts.duplicates > 0 && t('spread.past.duplicates', { count: counts.duplicates }),
            counts.wrong > 0 && t('spread.past.wrong', { count: counts.wrong }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {counts.wrong > 0 && <p>{t('spread.past.mend')}</p>}
        {preview.ignored.length > 0 && <p>{t('spread.past.ignored', { names: preview.ignored.join(', ') })}</p>}
      </Notice>
      {isWhole && mayConfirm ? (
        <Form clientId={clientId} label={t('spread.past.title')}>
          <input type="hidden" name="intent" value="confirm" />
          <p>{t('spread.past.public')}</p>
          <div className="btn-row">
            <Button>{t('spread.past.confirm', { count: counts.ready })}</Button>
            <ButtonLink tone="quiet" href={to(paths.orgCampaignImport(slug))}>
              {t('spread.past.again')}
            </ButtonLink>
          </div>
        </Form>
      ) : (
        <>
          {isWhole && <p>{t('spread.past.who-confirms')}</p>}
          <p>
            <ButtonLink href={to(paths.orgCampaignImport(slug))}>{t('spread.past.again')}</ButtonLink>
          </p>
        </>
      )}
      <Section title={t('spread.past.rows')} id="rows">
        <DataTable
          caption={t('spread.past.rows')}
          captionHidden
          columns={columns}
          rows={[...preview.rows].sort(
            (a, b) => Number(b.verdict === 'wrong') - Number(a.verdict === 'wrong') || a.line - b.line,
          )}
          rowKey={(row) => String(row.line)}
        />
      </Section>
    </Stack>
  );
}
