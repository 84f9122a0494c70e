import { useForm, type SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Island } from '#app/ui/island.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PrintSheet } from '#app/ui/print-sheet.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { ReceiptCode } from '#app/ui/receipt-code.tsx';
import { Select } from '#app/ui/select.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { LIMITS, MAX_PHOTOS } from '../forms.ts';
import { ENTRY_SOURCES } from '../staff-forms.ts';
import { CategorySelect } from './category-select.tsx';
import { ContactFields } from './contact-fields.tsx';
import { PinRegionField, type Districts } from './pin-region.tsx';
import { regionOptions } from '#app/ui/place-text.ts';

const NAMES = [
  'source',
  'category',
  'title',
  'details',
  'region',
  'pinRegion',
  'place',
  'contact',
  'consent',
  'clientId',
] as const;
type Fields = Record<(typeof NAMES)[number] | 'lat' | 'lng', string>;

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
  const { t, to, locale, say } = useWords();
  const [form, fields] = useForm<Fields>({ lastResult: lastResult ?? null });
  const photos = photoError ? say(photoError) : undefined;
  const errors: Record<string, string[] | undefined> = {
    '': say(form.errors),
    ...Object.fromEntries(NAMES.map((name) => [name, say(fields[name].errors)])),
    photos,
  };
  return (
    <>
      <PageTitle lead={t('issues.staff.entry.lead')}>{t('issues.staff.entry.title')}</PageTitle>
      <ErrorSummary errors={errors} />
      <Form clientId={fields.clientId.initialValue ?? clientId} files label={t('issues.staff.entry.title')}>
        <input type="hidden" name="lat" defaultValue={fields.lat.initialValue} />
        <input type="hidden" name="lng" defaultValue={fields.lng.initialValue} />
        <RadioCards
          name="source"
          label={t('issues.staff.entry.source')}
          columns
          error={errors.source}
          options={ENTRY_SOURCES.map((source) => ({ value: source, label: t(`issues.staff.entry.source.${source}`) }))}
          defaultValue={fields.source.initialValue}
        />
        <CategorySelect
          label={t('issues.form.category')}
          error={errors.category}
          defaultValue={fields.category.initialValue}
          required
        />
        <p className="meta">
          {t('issues.form.sensitive')} <a href={to(paths.legalAid())}>{t('issues.form.sensitive.link')}</a>
        </p>
        <TextInput
          name="title"
          label={t('issues.form.subject')}
          hint={t('issues.form.subject.hint')}
          error={errors.title}
          defaultValue={fields.title.initialValue}
          maxLength={LIMITS.title}
          autoComplete="off"
          required
        />
        <TextArea
          name="details"
          label={t('issues.form.details')}
          hint={t('issues.staff.entry.details.hint')}
          error={errors.details}
          optional
          rows={4}
          defaultValue={fields.details.initialValue}
          maxLength={LIMITS.details}
        />
        <Select
          name="region"
          label={t('issues.form.region')}
          error={errors.region}
          options={regionOptions(locale)}
          defaultValue={fields.region.initialValue ?? region ?? ''}
          required
        />
        <PinRegionField districts={districts} said={fields.pinRegion.initialValue} error={errors.pinRegion} />
        <TextInput
          name="place"
          label={t('issues.form.place')}
          hint={t('issues.form.place.hint')}
          error={errors.place}
          defaultValue={fields.place.initialValue}
          maxLength={LIMITS.place}
          autoComplete="off"
          required
        />
        {map}
        <Stack gap="small">
          <FileInput
            name="photos"
            label={t('issues.form.photos')}
            hint={t('issues.form.photos.hint')}
            error={photos}
            optional
            multiple={MAX_PHOTOS > 1}
          />
          {hadPhotos && <Notice tone="warning">{t('issues.form.photos.again')}</Notice>}
        </Stack>
        <ContactFields
          title={t('issues.staff.entry.contact')}
          contact={fields.contact.initialValue}
          consented={fields.consent.initialValue === 'on'}
          contactError={errors.contact}
          consentError={errors.consent}
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
