import type { SubmissionResult } from '@conform-to/react';
import {
  AGE_BANDS,
  GENDERS,
  isMinor,
  LIMITS as PEOPLE,
  SKILLS,
  SPOKEN,
  TIMES,
} from '#app/features/people/rules/kinds.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import type { Locale } from '#app/kernel/locale.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { CheckboxCards, RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { JoinRole } from '../join-form.server.ts';
import { LIMITS } from '../rules/kinds.ts';
import { freePlaces } from '../rules/places.ts';

/** The form by which somebody joins. A team asks for age and citizenship and takes nobody under 18. */
export function JoinFields({
  clientId,
  roles,
  role,
  rolesLocale,
  isTeam,
  name,
  lastResult,
}: {
  clientId: string;
  roles: JoinRole[];
  /** The role that the link was for. */
  role: string;
  rolesLocale: Locale;
  isTeam: boolean;
  name: string;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const back = useReturned(lastResult);
  const { t, locale } = useWords();
  const text = (field: string) => ({ name: field, error: back.errors[field], defaultValue: back.value(field) });
  return (
    <>
      <ErrorSummary errors={back.errors} />
      <Form clientId={back.value('clientId', clientId)} label={t('tasks.join.title')}>
        {roles.length > 0 && (
          <RadioCards
            name="roleId"
            label={t('tasks.join.role')}
            error={back.errors.roleId}
            defaultValue={back.value('roleId', role)}
            options={[{ value: '', label: t('tasks.join.role.any') }, ...roles.map((one) => roleOption(one))]}
          />
        )}
        <FieldGroup legend={t('tasks.join.you')} hint={t('tasks.join.contact.hint')}>
          <TextInput
            {...text('name')}
            label={t('people.field.name')}
            maxLength={PEOPLE.name}
            autoComplete="name"
            required
          />
          <FieldRow>
            <TextInput {...text('phone')} type="tel" label={t('people.field.phone')} autoComplete="tel" />
            <TextInput {...text('email')} type="email" label={t('people.field.email')} autoComplete="email" />
          </FieldRow>
          <FieldRow>
            <Select {...text('region')} label={t('people.field.region')} options={regionOptions(locale)} optional />
            <TextInput {...text('place')} label={t('people.field.place')} maxLength={PEOPLE.place} optional />
          </FieldRow>
        </FieldGroup>
        <CheckboxCards
          name="skills"
          label={t('tasks.join.skills')}
          error={back.errors.skills}
          columns
          optional
          options={SKILLS.map((value) => ({ value, label: t(`people.skill.${value}`) }))}
          defaultValues={back.list('skills')}
        />
        <CheckboxCards
          name="times"
          label={t('tasks.join.times')}
          error={back.errors.times}
          columns
          optional
          options={TIMES.map((value) => ({ value, label: t(`people.time.${value}`) }))}
          defaultValues={back.list('times')}
        />
        <CheckboxCards
          name="languages"
          label={t('tasks.join.languages')}
          error={back.errors.languages}
          columns
          optional
          options={SPOKEN.map((value) => ({ value, label: t(`people.language.${value}`) }))}
          defaultValues={back.list('languages')}
        />
        <RadioCards
          name="grown"
          label={t('tasks.join.grown')}
          hint={t('tasks.join.grown.hint')}
          error={back.errors.grown}
          defaultValue={back.value('grown')}
          required
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`tasks.join.grown.${value}`) }))}
        />
        {isTeam ? (
          <CheckboxField
            name="citizen"
            label={t('tasks.join.citizen')}
            error={back.errors.citizen}
            defaultChecked={back.ticked('citizen')}
            required
          />
        ) : (
          <div className="join-guardian">
            <FieldGroup legend={t('tasks.join.guardian')}>
              <FieldRow>
                <TextInput {...text('guardianName')} label={t('tasks.join.guardian.name')} maxLength={PEOPLE.name} />
                <TextInput
                  {...text('guardianContact')}
                  label={t('tasks.join.guardian.contact')}
                  maxLength={PEOPLE.contact}
                />
              </FieldRow>
              <CheckboxField
                name="guardianConsent"
                label={t('tasks.join.guardian.consent')}
                error={back.errors.guardianConsent}
                defaultChecked={back.ticked('guardianConsent')}
              />
            </FieldGroup>
          </div>
        )}
        <FieldGroup legend={t('tasks.join.own')} hint={t('tasks.join.own.hint')}>
          <FieldRow>
            <Select
              {...text('ageBand')}
              label={t('people.field.age')}
              placeholder={t('people.field.not-said')}
              options={AGE_BANDS.filter((band) => !isMinor(band)).map((value) => ({
                value,
                label: t(`people.age.${value}`),
              }))}
            />
            <Select
              {...text('gender')}
              label={t('people.field.gender')}
              placeholder={t('people.field.not-said')}
              options={GENDERS.map((value) => ({ value, label: t(`people.gender.${value}`) }))}
            />
          </FieldRow>
        </FieldGroup>
        <TextArea {...text('message')} label={t('tasks.join.message')} maxLength={LIMITS.message} rows={3} optional />
        <CheckboxField
          name="wantsEvents"
          label={t('tasks.join.events')}
          error={back.errors.wantsEvents}
          defaultChecked={back.ticked('wantsEvents')}
        />
        <ConsentBox
          label={t('tasks.join.consent')}
          intro={t('tasks.join.consent.intro', { name })}
          parts={(['what', 'why', 'end'] as const).map((part) => ({
            title: t(`tasks.join.consent.${part}`),
            text: t(`tasks.join.consent.${part}.text`),
          }))}
          error={back.errors.consent}
          defaultChecked={back.ticked('consent')}
        />
        <SubmitBar>
          <Button>{t('tasks.join.send')}</Button>
        </SubmitBar>
      </Form>
    </>
  );

  function roleOption(one: JoinRole) {
    const { free, kept } = freePlaces(one);
    const hint =
      free === null
        ? undefined
        : free === 0
          ? t('tasks.join.role.full')
          : [
              t('tasks.join.role.free', { count: free }),
              kept > 0 && t(`tasks.join.role.kept.${one.reservedFor === 'women' ? 'women' : 'young'}`, { count: kept }),
            ]
              .filter(Boolean)
              .join(', ');
    return { value: one.id, label: <span lang={rolesLocale}>{one.title}</span>, hint, disabled: free === 0 };
  }
}
