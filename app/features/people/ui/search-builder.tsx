import { useWords } from '#app/i18n/words-context.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { FieldGroup, FieldRow } from '#app/ui/form.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import {
  AGE_BANDS,
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  GENDERS,
  MOMENT_KINDS,
  PERSON_ROLES,
  SKILLS,
  SPOKEN,
  TIMES,
} from '../rules/kinds.ts';
import { BUILDER, EMPTY_ROW, MATCHES, type Builder } from '../rules/search-rule.ts';
import type { Tag } from '../views.ts';

/** The conditions one row offers, in groups: a single list that works without scripts. */
function useChoices(tags: Tag[], subjects: Tag[]) {
  const { t, locale } = useWords();
  const group = (label: string, options: { value: string; label: string }[]) => ({ label, options });
  return [
    group(
      t('people.field.roles'),
      PERSON_ROLES.map((one) => ({ value: `role:${one}`, label: t(`people.role.${one}`) })),
    ),
    ...(tags.length > 0
      ? [
          group(
            t('people.field.tags'),
            tags.map(({ id, name }) => ({ value: `tag:${id}`, label: name })),
          ),
        ]
      : []),
    ...(subjects.length > 0
      ? [
          group(
            t('people.search.kind.subject'),
            subjects.map(({ id, name }) => ({ value: `subject:${id}`, label: name })),
          ),
        ]
      : []),
    group(
      t('people.field.skills'),
      SKILLS.map((one) => ({ value: `skill:${one}`, label: t(`people.skill.${one}`) })),
    ),
    group(
      t('people.field.times'),
      TIMES.map((one) => ({ value: `time:${one}`, label: t(`people.time.${one}`) })),
    ),
    group(t('people.search.kind.activity'), [
      { value: 'activity:', label: t('people.search.any-activity') },
      ...MOMENT_KINDS.map((one) => ({ value: `activity:${one}`, label: t(`people.moment.${one}`) })),
    ]),
    group(
      t('people.search.kind.consent'),
      CONSENT_PURPOSES.flatMap((purpose) => [
        {
          value: `consent:${purpose}:`,
          label: `${t(`people.consent.purpose.${purpose}`)}, ${t('people.search.any-channel')}`,
        },
        ...CONSENT_CHANNELS.map((channel) => ({
          value: `consent:${purpose}:${channel}`,
          label: `${t(`people.consent.purpose.${purpose}`)}, ${t(`people.consent.channel.${channel}`)}`,
        })),
      ]),
    ),
    group(
      t('people.field.languages'),
      SPOKEN.map((one) => ({ value: `language:${one}`, label: t(`people.language.${one}`) })),
    ),
    group(
      t('people.field.age'),
      AGE_BANDS.map((one) => ({ value: `age:${one}`, label: t(`people.age.${one}`) })),
    ),
    group(
      t('people.field.gender'),
      GENDERS.map((one) => ({ value: `gender:${one}`, label: t(`people.gender.${one}`) })),
    ),
    group(t('people.field.where'), [
      { value: 'place:', label: t('people.search.any-place') },
      ...regionOptions(locale).map(({ value, label }) => ({ value: `place:${value}`, label })),
    ]),
  ];
}

/** Groups of conditions as plain fields. */
export function SearchBuilder({
  builder,
  tags,
  subjects,
  errors,
}: {
  builder: Builder;
  tags: Tag[];
  /** Events, tasks and forms of the timelines. */
  subjects: Tag[];
  errors: Record<string, string[]>;
}) {
  const { t } = useWords();
  const choices = useChoices(tags, subjects);
  const matches = MATCHES.map((value) => ({ value, label: t(`people.search.match.${value}`) }));
  return (
    <>
      <Select
        name="match"
        label={t('people.search.top')}
        placeholder={null}
        options={matches}
        defaultValue={builder.match}
      />
      {Array.from({ length: BUILDER.groups }, (_, g) => {
        const group = builder.groups[g] ?? { match: 'all', rows: [] };
        return (
          <details key={g} className="card" open={g === 0 || group.rows.some(({ what }) => what !== '')}>
            <summary>{t('people.search.group', { number: g + 1 })}</summary>
            <FieldGroup legend={t('people.search.group', { number: g + 1 })}>
              <Select
                name={`groups[${g}].match`}
                label={t('people.search.match')}
                placeholder={null}
                options={matches}
                defaultValue={group.match}
              />
              {Array.from({ length: BUILDER.rows }, (__, r) => {
                const row = group.rows[r] ?? EMPTY_ROW;
                const at = (field: string) => `groups[${g}].rows[${r}].${field}`;
                return (
                  <div key={r} className="stack stack-small">
                    <Select
                      name={at('what')}
                      label={t('people.search.condition', { number: r + 1 })}
                      error={errors[`${g}-${r}`]}
                      options={choices}
                      defaultValue={row.what}
                    />
                    <CheckboxField name={at('not')} label={t('people.search.not')} defaultChecked={row.isNot} />
                    <details open={row.words !== '' || row.from !== '' || row.until !== ''}>
                      <summary>{t('people.search.more')}</summary>
                      <FieldRow>
                        <TextInput
                          name={at('from')}
                          type="date"
                          label={t('people.search.from')}
                          defaultValue={row.from}
                        />
                        <TextInput
                          name={at('until')}
                          type="date"
                          label={t('people.search.until')}
                          defaultValue={row.until}
                        />
                        <TextInput name={at('words')} label={t('people.search.words')} defaultValue={row.words} />
                      </FieldRow>
                    </details>
                  </div>
                );
              })}
            </FieldGroup>
          </details>
        );
      })}
    </>
  );
}
