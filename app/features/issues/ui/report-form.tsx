import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Section } from '#app/ui/stack.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { NextSteps } from './next-steps.tsx';
import type { Districts } from './pin-region.tsx';
import { ReportFields, useReportEntry } from './report-fields.tsx';

/**
 * The report on one page. Works without scripts; `map` is the island that fills `lat` and `lng` where there are some.
 * `hadPhotos`: the form came back and the browser has let go of the chosen pictures.
 */
export function ReportForm({
  clientId,
  chosen,
  lastResult,
  photoError,
  hadPhotos,
  districts,
  map,
}: {
  clientId: string;
  chosen: { category?: string; region?: string };
  lastResult?: SubmissionResult<string[]> | null;
  photoError?: string;
  hadPhotos: boolean;
  /** Pin and list name two districts: the person is asked which holds. */
  districts?: Districts | null;
  map?: ReactNode;
}) {
  const { t, to } = useWords();
  const entry = useReportEntry(lastResult, photoError);
  return (
    <>
      <PageTitle lead={t('issues.form.lead')}>{t('issues.form.title')}</PageTitle>
      <ErrorSummary title={t('issues.form.errors.title')} errors={entry.errors} />
      <Form clientId={entry.typed('clientId') ?? clientId} files label={t('issues.form.title')}>
        <ReportFields
          entry={entry}
          chosen={chosen}
          districts={districts}
          hadPhotos={hadPhotos}
          helpHref={to(paths.newIssueHelp())}
          detailsHint={t('issues.form.details.hint')}
          map={map}
        />
        <Section title={t('issues.form.next.title')} id="next">
          <NextSteps
            steps={[t('issues.form.next.read'), t('issues.form.next.letter'), t('issues.form.next.receipt')]}
          />
        </Section>
        <SubmitBar note={t('issues.form.send.note')}>
          <Button>{t('issues.form.send')}</Button>
        </SubmitBar>
      </Form>
    </>
  );
}
