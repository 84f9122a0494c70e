import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Island } from '#app/ui/island.tsx';
import { PrintSheet } from '#app/ui/print-sheet.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { ReceiptCode } from '#app/ui/receipt-code.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { ENTRY_SOURCES } from '../staff-forms.ts';
import type { Districts } from './pin-region.tsx';
import { ReportFields, useReportEntry } from './report-fields.tsx';

/** A report that a colleague writes down for somebody at the door, on the telephone or in a message. Works without scripts. */
export function StaffEntryForm({
  clientId,
  region,
  lastResult,
  photoError,
  hadPhotos,
  districts,
  map,
}: {
  clientId: string;
  /** Where the organisation works, chosen beforehand. */
  region?: string;
  lastResult?: SubmissionResult<string[]> | null;
  photoError?: string;
  hadPhotos: boolean;
  /** Pin and list name two districts: which holds is asked. */
  districts?: Districts | null;
  map?: ReactNode;
}) {
  const { t, to } = useWords();
  const entry = useReportEntry(lastResult, photoError);
  return (
    <>
      <PageTitle lead={t('issues.staff.entry.lead')}>{t('issues.staff.entry.title')}</PageTitle>
      <ErrorSummary title={t('issues.form.errors.title')} errors={entry.errors} />
      <Form clientId={entry.typed('clientId') ?? clientId} files label={t('issues.staff.entry.title')}>
        <RadioCards
          name="source"
          label={t('issues.staff.entry.source')}
          columns
          error={entry.errors.source}
          options={ENTRY_SOURCES.map((source) => ({ value: source, label: t(`issues.staff.entry.source.${source}`) }))}
          defaultValue={entry.typed('source')}
        />
        <ReportFields
          entry={entry}
          chosen={{ region }}
          districts={districts}
          hadPhotos={hadPhotos}
          helpHref={to(paths.legalAid())}
          detailsHint={t('issues.staff.entry.details.hint')}
          contactTitle={t('issues.staff.entry.contact')}
          map={map}
        />
        <SubmitBar note={t('issues.staff.entry.send.note')}>
          <Button>{t('issues.staff.entry.send')}</Button>
        </SubmitBar>
      </Form>
    </>
  );
}

/** The receipt, shown this once, as a sheet to print and hand over. Nothing on it says what the report is about. */
export function StaffReceipt({
  code,
  organisation,
  date,
  address,
  slug,
  issueId,
}: {
  code: string;
  organisation: string;
  date: string;
  address: string;
  slug: string;
  issueId: string | null;
}) {
  const { t, to } = useWords();
  return (
    <>
      <div className="no-print">
        <PageTitle lead={t('issues.staff.receipt.lead')}>{t('issues.staff.receipt.title')}</PageTitle>
      </div>
      <PrintSheet from={<b>{organisation}</b>} date={date} foot={t('issues.staff.receipt.foot')}>
        <Stack>
          <p className="text-xl">
            <b>{t('issues.staff.receipt.heading')}</b>
          </p>
          <ReceiptCode code={code}>
            <p>{t('issues.staff.receipt.where', { address })}</p>
          </ReceiptCode>
          <ul className="list-disc ps-6">
            <li>{t('issues.staff.receipt.follow')}</li>
            <li>{t('issues.staff.receipt.answer')}</li>
            <li>{t('issues.staff.receipt.withdraw')}</li>
          </ul>
          <p>{t('issues.staff.receipt.keep')}</p>
        </Stack>
      </PrintSheet>
      <div className="no-print">
        <ButtonRow>
          <Island
            name="receipt-tools"
            className="btn-row btn-row-tight"
            data={{
              code,
              words: { copy: t('common.copy'), copied: t('issues.receipt.sent.copied'), print: t('common.print') },
            }}
          />
          {issueId && (
            <ButtonLink tone="secondary" href={to(paths.orgIssue(slug, issueId))}>
              {t('issues.staff.receipt.open')}
            </ButtonLink>
          )}
          <ButtonLink tone="quiet" href={to(paths.orgIssueEntry(slug))}>
            {t('issues.staff.receipt.next')}
          </ButtonLink>
        </ButtonRow>
      </div>
    </>
  );
}
