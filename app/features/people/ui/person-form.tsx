import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { CheckboxCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { AGE_BANDS, GENDERS, LIMITS, PERSON_ROLES, SKILLS, SPOKEN, TIMES } from '../rules/kinds.ts';
import type { Likely, PersonFacts } from '../views.ts';
import { whereOf } from './people-list.tsx';

/** A person's facts, to enter or to change. Whoever may be meant already is shown before anything is saved. */
export function PersonFields({
  slug,
  clientId,
  person,
  region,
  tagNames,
  likely,
  lastResult,
}: {
  slug: string;
  clientId: string;
  /** Null for somebody new. */
  person: PersonFacts | null;
  /** Where the organisation works, chosen beforehand for somebody new. */
  region: string;
  tagNames: string[];
  likely: Likely[];
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const back = useReturned(lastResult);
  const { t, locale } = useWords();
  return (
    <>
      <ErrorSummary errors={back.errors} />
      {likely.length > 0 && <LikelyNotice slug={slug} likely={likely} />}
      <Form clientId={back.value('clientId', clientId)} label={t(person ? 'people.edit.title' : 'people.new.title')}>
        <TextInput
          name="name"
          label={t('people.field.name')}
          error={back.errors.name}
          defaultValue={back.value('name', person?.name)}
          maxLength={LIMITS.name}
          autoComplete="off"
          required
        />
        <FieldRow>
          <TextInput
            name="phone"
            type="tel"
            label={t('people.field.phone')}
            hint={person ? t('people.field.contact.adds') : undefined}
            error={back.errors.phone}
            defaultValue={back.value('phone')}
            autoComplete="off"
            optional
          />
          <TextInput
            name="email"
            type="email"
            label={t('people.field.email')}
            error={back.errors.email}
            defaultValue={back.value('email')}
            autoComplete="off"
            optional
          />
        </FieldRow>
        <FieldRow>
          <Select
            name="region"
            label={t('people.field.region')}
            error={back.errors.region}
            options={regionOptions(locale)}
            defaultValue={back.value('region', person ? person.region : region)}
            optional
          />
          <TextInput
            name="place"
            label={t('people.field.place')}
            error={back.errors.place}
            defaultValue={back.value('place', person?.place)}
            maxLength={LIMITS.place}
            autoComplete="off"
            optional
          />
        </FieldRow>
        <CheckboxCards
          name="roles"
          label={t('people.field.roles')}
          error={back.errors.roles}
          columns
          optional
          options={PERSON_ROLES.map((value) => ({ value, label: t(`people.role.${value}`) }))}
          defaultValues={back.list('roles', person?.roles)}
        />
        <CheckboxCards
          name="languages"
          label={t('people.field.languages')}
          error={back.errors.languages}
          columns
          optional
          options={SPOKEN.map((value) => ({ value, label: t(`people.language.${value}`) }))}
          defaultValues={back.list('languages', person?.languages)}
        />
        <details open={(person?.skills.length ?? 0) + (person?.times.length ?? 0) > 0}>
          <summary>{`${t('people.field.skills')}, ${t('people.field.times')}`}</summary>
          <CheckboxCards
            name="skills"
            label={t('people.field.skills')}
            error={back.errors.skills}
            columns
            optional
            options={SKILLS.map((value) => ({ value, label: t(`people.skill.${value}`) }))}
            defaultValues={back.list('skills', person?.skills)}
          />
          <CheckboxCards
            name="times"
            label={t('people.field.times')}
            error={back.errors.times}
            columns
            optional
            options={TIMES.map((value) => ({ value, label: t(`people.time.${value}`) }))}
            defaultValues={back.list('times', person?.times)}
          />
        </details>
        <TextInput
          name="tags"
          label={t('people.field.tags')}
          hint={
            tagNames.length > 0
              ? t('people.field.tags.known', { names: tagNames.slice(0, 12).join(', ') })
              : t('people.field.tags.hint')
          }
          error={back.errors.tags}
          defaultValue={back.value('tags', person?.tags.map(({ name }) => name).join(', '))}
          optional
        />
        <FieldGroup legend={t('people.field.own')} hint={t('people.field.own.hint')}>
          <FieldRow>
            <Select
              name="ageBand"
              label={t('people.field.age')}
              error={back.errors.ageBand}
              placeholder={t('people.field.not-said')}
              options={AGE_BANDS.map((value) => ({ value, label: t(`people.age.${value}`) }))}
              defaultValue={back.value('ageBand', person?.ageBand)}
            />
            <Select
              name="gender"
              label={t('people.field.gender')}
              error={back.errors.gender}
              placeholder={t('people.field.not-said')}
              options={GENDERS.map((value) => ({ value, label: t(`people.gender.${value}`) }))}
              defaultValue={back.value('gender', person?.gender)}
            />
          </FieldRow>
        </FieldGroup>
        {!person && (
          <TextArea
            name="note"
            label={t('people.note.one')}
            hint={t('people.note.hint')}
            error={back.errors.note}
            defaultValue={back.value('note')}
            maxLength={LIMITS.note}
            rows={3}
            optional
          />
        )}
        <div className="btn-row">
          {likely.length > 0 ? (
            <Button name="another" value="on">
              {t('people.new.another')}
            </Button>
          ) : (
            <Button>{t('common.save')}</Button>
          )}
        </div>
      </Form>
    </>
  );
}

function LikelyNotice({ slug, likely }: { slug: string; likely: Likely[] }) {
  const { t, to, locale } = useWords();
  return (
    <Notice live tone="warning" title={t('people.new.likely', { count: likely.length })}>
      <p>{t('people.new.likely.text')}</p>
      <ul>
        {likely.map((row) => (
          <li key={row.id}>
            <a href={to(paths.orgPerson(slug, row.id))}>{row.name}</a>{' '}
            {[whereOf(row, locale), t(`people.new.why.${row.why}`)].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
