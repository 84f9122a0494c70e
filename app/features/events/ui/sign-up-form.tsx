import type { SubmissionResult } from '@conform-to/react';
import { AGE_BANDS, GENDERS } from '#app/features/people/rules/kinds.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { PublicShift } from '../public-events.server.ts';
import { EVENT_LIMITS } from '../rules/kinds.ts';
import { spanText } from './event-words.tsx';

/** What somebody says of themselves for reserved places and figures; both may stay unsaid. */
export function AboutOneself({ back, scope = '' }: { back: ReturnType<typeof useReturned>; scope?: string }) {
  const { t } = useWords();
  return (
    <FieldRow>
      <Select
        name="gender"
        label={t('people.field.gender')}
        error={back.errors.gender}
        placeholder={t('people.field.not-said')}
        options={GENDERS.map((value) => ({ value, label: t(`people.gender.${value}`) }))}
        defaultValue={back.value(`${scope}gender`)}
        optional
      />
      <Select
        name="ageBand"
        label={t('people.field.age')}
        error={back.errors.ageBand}
        placeholder={t('people.field.not-said')}
        options={AGE_BANDS.map((value) => ({ value, label: t(`people.age.${value}`) }))}
        defaultValue={back.value(`${scope}ageBand`)}
        optional
      />
    </FieldRow>
  );
}

/** A place on one page, without an account and without scripts. A full shift is said before: the form puts one in line. */
export function SignUpForm({
  clientId,
  organisation,
  shifts,
  chosen,
  lastResult,
}: {
  clientId: string;
  organisation: string;
  /** Those that are still to come. */
  shifts: PublicShift[];
  chosen: string;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const back = useReturned(lastResult);
  const { t, locale } = useWords();
  const isFull = (shift: PublicShift) => shift.taken >= shift.capacity || shift.waiting > 0;
  const only = shifts.length === 1 ? shifts[0] : undefined;
  const part = (name: 'who' | 'keeper' | 'purpose' | 'data' | 'term' | 'end') => ({
    title: t(`issues.form.consent.${name}`),
    text: t(`events.consent.${name}`, { organisation }),
  });
  const hasReserved = shifts.some(({ reserved }) => reserved > 0);
  return (
    <>
      <ErrorSummary errors={back.errors} />
      <Form clientId={back.value('clientId', clientId)} label={t('events.sign-up.title')}>
        {only ? (
          <input type="hidden" name="shiftId" value={only.id} />
        ) : (
          <RadioCards
            name="shiftId"
            label={t('events.sign-up.which')}
            error={back.errors.shiftId}
            defaultValue={back.value('shiftId', chosen)}
            options={shifts.map((shift) => ({
              value: shift.id,
              label: spanText(shift.startsAt, shift.endsAt, locale),
              hint: [
                shift.title,
                isFull(shift)
                  ? t('events.places.in-line')
                  : t('events.places.free', { count: shift.capacity - shift.taken }),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
            required
          />
        )}
        <TextInput
          name="name"
          label={t('people.field.name')}
          error={back.errors.name}
          defaultValue={back.value('name')}
          maxLength={EVENT_LIMITS.name}
          autoComplete="name"
          required
        />
        <TextInput
          name="contact"
          label={t('events.sign-up.contact')}
          hint={t('events.sign-up.contact.hint')}
          error={back.errors.contact}
          defaultValue={back.value('contact')}
          maxLength={254}
          inputMode="email"
          autoComplete="email"
          autoCapitalize="off"
          required
        />
        <FieldGroup
          legend={t('events.sign-up.about')}
          hint={t(hasReserved ? 'events.sign-up.about.reserved' : 'events.sign-up.about.hint')}
        >
          <AboutOneself back={back} />
        </FieldGroup>
        <CheckboxField name="wantsNews" label={t('events.sign-up.news')} defaultChecked={back.ticked('wantsNews')} />
        <ConsentBox
          label={t('events.consent.label')}
          intro={t('events.consent.intro')}
          parts={[part('who'), part('keeper'), part('purpose'), part('data'), part('term'), part('end')]}
          error={back.errors.consent}
          defaultChecked={back.ticked('consent')}
        />
        <SubmitBar>
          <Button icon="check">{t(only && isFull(only) ? 'events.sign-up.wait' : 'events.sign-up.send')}</Button>
        </SubmitBar>
      </Form>
    </>
  );
}
