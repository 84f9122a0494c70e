import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { ProgressSteps } from '#app/ui/progress-steps.tsx';
import { CheckboxCards, RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Columns, Section } from '#app/ui/stack.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import type { SampleWords } from './ui-kit-words.az.ts';

/** Every control: as it opens, and as it comes back with errors. Names differ so that ids do. */
export function FormSamples({ s }: { s: SampleWords }) {
  const kinds = [
    { value: 'water', label: s.kind1 },
    { value: 'road', label: s.kind2 },
    { value: 'school', label: s.kind3, hint: s.kind3hint },
    { value: 'closed', label: s.kind4, disabled: true },
  ];
  const regions = [
    { value: 'astara', label: 'Astara' },
    { value: 'goycay', label: 'Göyçay' },
    { value: 'seki', label: 'Şəki' },
  ];
  const parts = [
    { title: s.part1, text: s.part1text },
    { title: s.part2, text: s.part2text },
    { title: s.part3, text: s.part3text },
  ];
  const errors = { text2: s.fTextError, region2: s.fRegionError, photos2: s.fPhotosError, consent2: s.fCheckError };
  return (
    <Section title={s.forms} id="kit-forms">
      <Columns
        aside={
          <>
            <ErrorSummary errors={errors} still />
            <Form label={`${s.forms} 2`}>
              <TextArea
                name="text2"
                label={s.fText}
                hint={s.fTextHint}
                maxLength={2000}
                error={errors.text2}
                defaultValue={s.fTextTyped}
                required
              />
              <Select name="region2" label={s.fRegion} options={regions} error={errors.region2} required />
              <RadioCards name="kind2" label={s.fKind} options={kinds.slice(0, 2)} error={s.fCheckError} columns />
              <FileInput
                name="photos2"
                label={s.fPhotos}
                hint={s.fPhotosHint}
                error={errors.photos2}
                multiple
                optional
              />
              <ConsentBox
                name="consent2"
                label={s.consentLabel}
                intro={s.consentIntro}
                parts={parts}
                error={errors.consent2}
                open
              />
              <SubmitBar still>
                <Button wide>{s.send}</Button>
              </SubmitBar>
            </Form>
          </>
        }
      >
        <Form clientId="00000000-0000-4000-8000-000000000000" label={`${s.forms} 1`}>
          <ProgressSteps current={2} steps={[s.what, s.where, s.contact]} />
          <RadioCards name="kind" label={s.fKind} options={kinds} defaultValue="water" required />
          <TextArea name="text" label={s.fText} hint={s.fTextHint} maxLength={2000} required />
          <Select
            name="region"
            label={s.fRegion}
            options={[{ label: 'A–Ş', options: regions }]}
            defaultValue="seki"
            width="medium"
          />
          <FileInput name="photos" label={s.fPhotos} hint={s.fPhotosHint} multiple optional />
          <FieldGroup legend={s.contact} hint={s.contactHint}>
            <FieldRow>
              <TextInput name="name" label={s.fName} hint={s.fNameHint} autoComplete="name" optional />
              <TextInput name="code" label={s.fCode} inputMode="numeric" width="short" optional />
            </FieldRow>
            <CheckboxField name="tell" label={s.fCheck} hint={s.fCheckHint} defaultChecked />
          </FieldGroup>
          <CheckboxCards
            name="days"
            label={s.fDays}
            options={[s.day1, s.day2, s.day3].map((label) => ({ value: label, label }))}
            defaultValues={[s.day2]}
            columns
            optional
          />
          <TextInput name="fixed" label={s.fDisabled} defaultValue="AZ 0700" disabled />
          <ConsentBox label={s.consentLabel} intro={s.consentIntro} parts={parts} />
          <SubmitBar still note={s.note}>
            <Button>{s.send}</Button>
            <ButtonLink tone="quiet" href="#main">
              {s.back}
            </ButtonLink>
          </SubmitBar>
        </Form>
      </Columns>
    </Section>
  );
}
