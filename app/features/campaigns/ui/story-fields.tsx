import { CATEGORIES, THEMES } from '#app/features/issues/rules/categories.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { FieldGroup, FieldRow } from '#app/ui/form.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { Select } from '#app/ui/select.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import { LIMITS } from '../forms.ts';

/** What the fields hold before anything was sent. */
export type StoryStart = Partial<
  Record<
    'title' | 'summary' | 'story' | 'category' | 'region' | 'place' | 'peopleAffected' | 'goal' | 'closesAt',
    string
  >
> & { hasPublicNames: boolean };

/** The need in the order one tells it: what, where, for whom. Each field has an example, for somebody who never did this. */
export function NeedFields({
  back,
  start,
  isTitleFixed,
}: {
  back: Returned;
  start: StoryStart;
  isTitleFixed?: boolean;
}) {
  const { t, locale } = useWords();
  const field = (name: Exclude<keyof StoryStart, 'hasPublicNames'>) => ({
    name,
    error: back.errors[name],
    defaultValue: back.value(name, start[name] ?? ''),
  });
  return (
    <FieldGroup legend={t('campaigns.form.need')} hint={t('campaigns.form.need.hint')}>
      <TextInput
        {...field('title')}
        label={t('campaigns.form.title')}
        hint={t(isTitleFixed ? 'campaigns.form.title.fixed' : 'campaigns.form.title.hint')}
        maxLength={LIMITS.title}
        readOnly={isTitleFixed}
        required
      />
      <TextArea
        {...field('summary')}
        label={t('campaigns.form.summary')}
        hint={t('campaigns.form.summary.hint')}
        rows={2}
        maxLength={LIMITS.summary}
        required
      />
      <TextArea
        {...field('story')}
        label={t('campaigns.form.story')}
        hint={t('campaigns.form.story.hint')}
        rows={8}
        maxLength={LIMITS.story}
        required
      />
      <Select
        name="category"
        label={t('campaigns.form.category')}
        error={back.errors.category}
        defaultValue={back.value('category', start.category)}
        options={THEMES.map((theme) => ({
          label: t(`theme.${theme}`),
          options: CATEGORIES.filter((one) => one.theme === theme && one.sensitivity !== 2).map(({ key }) => ({
            value: key,
            label: t(`category.${key}`),
          })),
        }))}
      />
      <FieldRow>
        <Select
          name="region"
          label={t('campaigns.form.region')}
          error={back.errors.region}
          options={regionOptions(locale)}
          defaultValue={back.value('region', start.region)}
        />
        <TextInput {...field('place')} label={t('campaigns.form.place')} maxLength={LIMITS.place} optional />
      </FieldRow>
      <TextInput
        {...field('peopleAffected')}
        label={t('campaigns.form.affected')}
        hint={t('campaigns.form.affected.hint')}
        inputMode="numeric"
        width="short"
        optional
      />
    </FieldGroup>
  );
}

/** How many are wished for, until when, and whether names may be shown at all. */
export function GoalFields({ back, start }: { back: Returned; start: StoryStart }) {
  const { t } = useWords();
  return (
    <FieldGroup legend={t('campaigns.form.goal')} hint={t('campaigns.form.goal.hint')}>
      <FieldRow>
        <TextInput
          name="goal"
          label={t('campaigns.form.goal.number')}
          error={back.errors.goal}
          defaultValue={back.value('goal', start.goal ?? '')}
          inputMode="numeric"
          width="short"
          optional
        />
        <TextInput
          name="closesAt"
          type="datetime-local"
          label={t('campaigns.form.closes')}
          hint={t('campaigns.form.closes.hint')}
          error={back.errors.closesAt}
          defaultValue={back.value('closesAt', start.closesAt ?? '')}
          optional
        />
      </FieldRow>
      <CheckboxField
        name="hasPublicNames"
        label={t('campaigns.form.names')}
        hint={t('campaigns.form.names.hint')}
        defaultChecked={back.ticked('hasPublicNames', start.hasPublicNames)}
      />
    </FieldGroup>
  );
}
