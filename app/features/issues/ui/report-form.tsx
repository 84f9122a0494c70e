import { useForm, type SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Form } from '#app/ui/form.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Select } from '#app/ui/select.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { LIMITS, MAX_PHOTOS } from '../forms.ts';
import { CategorySelect } from './category-select.tsx';
import { ContactFields } from './contact-fields.tsx';
import { NextSteps } from './next-steps.tsx';
import { PinRegionField, type Districts } from './pin-region.tsx';
import { regionOptions } from '#app/ui/place-text.ts';

type Fields = {
  clientId: string;
  category: string;
  title: string;
  details: string;
  region: string;
  place: string;
  lat: string;
  lng: string;
  pinRegion: string;
  contact: string;
  consent: string;
};

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
  const { t, to, locale, say } = useWords();
  const [form, fields] = useForm<Fields>({ lastResult: lastResult ?? null });
  // A refused point is let go: it cannot be seen, so words instead of it would be refused for its sake again.
  const isOutside = fields.place.errors?.includes('issues.form.error.outside') ?? false;
  const photos = photoError ? say(photoError) : undefined;
  const errors = {
    '': say(form.errors),
    ...Object.fromEntries(
      (['category', 'title', 'details', 'region', 'pinRegion', 'place', 'contact', 'consent', 'clientId'] as const).map(
        (name) => [name, say(fields[name].errors)],
      ),
    ),
    photos,
  };
  return (
    <>
      <PageTitle lead={t('issues.form.lead')}>{t('issues.form.title')}</PageTitle>
      <ErrorSummary errors={errors} />
      <Form clientId={fields.clientId.initialValue ?? clientId} files label={t('issues.form.title')}>
        <input type="hidden" name="lat" defaultValue={isOutside ? undefined : fields.lat.initialValue} />
        <input type="hidden" name="lng" defaultValue={isOutside ? undefined : fields.lng.initialValue} />
        <Stack gap="small">
          <CategorySelect
            label={t('issues.form.category')}
            error={say(fields.category.errors)}
            defaultValue={fields.category.initialValue ?? chosen.category}
            required
          />
          <p className="meta">
            {t('issues.form.sensitive')} <a href={to(paths.newIssueHelp())}>{t('issues.form.sensitive.link')}</a>
          </p>
        </Stack>
        <TextInput
          name="title"
          label={t('issues.form.subject')}
          hint={t('issues.form.subject.hint')}
          error={say(fields.title.errors)}
          defaultValue={fields.title.initialValue}
          maxLength={LIMITS.title}
          autoComplete="off"
          required
        />
        <TextArea
          name="details"
          label={t('issues.form.details')}
          hint={t('issues.form.details.hint')}
          error={say(fields.details.errors)}
          optional
          rows={4}
          defaultValue={fields.details.initialValue}
          maxLength={LIMITS.details}
        />
        <Select
          name="region"
          label={t('issues.form.region')}
          error={say(fields.region.errors)}
          options={regionOptions(locale)}
          defaultValue={fields.region.initialValue ?? chosen.region ?? ''}
          required
        />
        <PinRegionField
          districts={districts}
          said={fields.pinRegion.initialValue}
          error={say(fields.pinRegion.errors)}
        />
        {map}
        <TextInput
          name="place"
          label={t('issues.form.place')}
          hint={t('issues.form.place.hint')}
          error={say(fields.place.errors)}
          defaultValue={fields.place.initialValue}
          maxLength={LIMITS.place}
          autoComplete="off"
          required
        />
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
          contact={fields.contact.initialValue}
          consented={fields.consent.initialValue === 'on'}
          contactError={say(fields.contact.errors)}
          consentError={say(fields.consent.errors)}
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
