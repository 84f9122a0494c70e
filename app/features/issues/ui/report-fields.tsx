import { useForm, type SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { Select } from '#app/ui/select.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { LIMITS, MAX_PHOTOS } from '../forms.ts';
import { CategorySelect } from './category-select.tsx';
import { ContactFields } from './contact-fields.tsx';
import { PinRegionField, type Districts } from './pin-region.tsx';

const SAID = [
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
type Name = (typeof SAID)[number] | 'lat' | 'lng';

/** A report's form as it opens, or as it came back: what was typed, and by field what is wrong with it, in words. */
export type ReportEntry = {
  typed: (name: Name) => string | undefined;
  errors: Record<string, string[] | undefined>;
};

export function useReportEntry(
  lastResult: SubmissionResult<string[]> | null | undefined,
  photoError: string | undefined,
): ReportEntry {
  const { say } = useWords();
  const [form, fields] = useForm<Record<Name, string>>({ lastResult: lastResult ?? null });
  // A refused point is let go: it cannot be seen, so words instead of it would be refused for its sake again.
  const isOutside = fields.place.errors?.includes('issues.form.error.outside') ?? false;
  return {
    typed: (name) => (isOutside && (name === 'lat' || name === 'lng') ? undefined : fields[name].initialValue),
    errors: {
      '': say(form.errors),
      ...Object.fromEntries(SAID.map((name) => [name, say(fields[name].errors)])),
      photos: photoError ? say(photoError) : undefined,
    },
  };
}

/**
 * What a report says, whoever writes it down: what, where, pictures, contact. `map` is the island that fills `lat` and
 * `lng` where there are scripts. `hadPhotos`: the form came back and the browser has let go of the chosen pictures.
 */
export function ReportFields({
  entry: { errors, typed },
  chosen,
  districts,
  hadPhotos,
  helpHref,
  detailsHint,
  contactTitle,
  map,
}: {
  entry: ReportEntry;
  chosen: { category?: string; region?: string };
  /** Pin and list name two districts: which holds is asked. */
  districts?: Districts | null;
  hadPhotos: boolean;
  /** Where help is for what is no report. */
  helpHref: string;
  detailsHint: string;
  contactTitle?: string;
  map?: ReactNode;
}) {
  const { t, locale } = useWords();
  return (
    <>
      <input type="hidden" name="lat" defaultValue={typed('lat')} />
      <input type="hidden" name="lng" defaultValue={typed('lng')} />
      <Stack gap="small">
        <CategorySelect
          label={t('issues.form.category')}
          error={errors.category}
          defaultValue={typed('category') ?? chosen.category}
          required
        />
        <p className="meta">
          {t('issues.form.sensitive')} <a href={helpHref}>{t('issues.form.sensitive.link')}</a>
        </p>
      </Stack>
      <TextInput
        name="title"
        label={t('issues.form.subject')}
        hint={t('issues.form.subject.hint')}
        error={errors.title}
        defaultValue={typed('title')}
        maxLength={LIMITS.title}
        autoComplete="off"
        required
      />
      <TextArea
        name="details"
        label={t('issues.form.details')}
        hint={detailsHint}
        error={errors.details}
        optional
        rows={4}
        defaultValue={typed('details')}
        maxLength={LIMITS.details}
      />
      <Select
        name="region"
        label={t('issues.form.region')}
        error={errors.region}
        options={regionOptions(locale)}
        defaultValue={typed('region') ?? chosen.region ?? ''}
        required
      />
      <PinRegionField districts={districts} said={typed('pinRegion')} error={errors.pinRegion} />
      {map}
      <TextInput
        name="place"
        label={t('issues.form.place')}
        hint={t('issues.form.place.hint')}
        error={errors.place}
        defaultValue={typed('place')}
        maxLength={LIMITS.place}
        autoComplete="off"
        required
      />
      <Stack gap="small">
        <FileInput
          name="photos"
          label={t('issues.form.photos')}
          hint={t('issues.form.photos.hint')}
          error={errors.photos}
          optional
          multiple={MAX_PHOTOS > 1}
        />
        {hadPhotos && <Notice tone="warning">{t('issues.form.photos.again')}</Notice>}
      </Stack>
      <ContactFields
        title={contactTitle}
        contact={typed('contact')}
        consented={typed('consent') === 'on'}
        contactError={errors.contact}
        consentError={errors.consent}
      />
    </>
  );
}
