import type { ReactNode } from 'react';
import { CATEGORIES, isReportable, THEMES } from '#app/features/issues/rules/categories.ts';
import type { Question } from '#app/features/authorities/who-decides.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName, regionsForChoice } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { FieldRow } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

/** “Who decides this?”: a topic and a place. `map` writes into the fields `lat`, `lng`, `region` and `place`. */
export function QuestionForm({ question, map }: { question: Question; map: ReactNode }) {
  const { t, to, locale } = useWords();
  const topics = THEMES.map((theme) => ({
    label: t(`theme.${theme}`),
    options: CATEGORIES.filter((one) => one.theme === theme && isReportable(one.key)).map(({ key }) => ({
      value: key,
      label: t(`category.${key}`),
    })),
  })).filter((group) => group.options.length > 0);
  return (
    <form method="get" action={to(paths.authorities())} className="grid gap-4" aria-label={t('authorities.public.ask')}>
      <FieldRow>
        <Select
          name="category"
          label={t('authorities.public.topic')}
          placeholder={t('authorities.public.topic.none')}
          options={topics}
          defaultValue={question.category ?? ''}
        />
        <Select
          name="region"
          label={t('authorities.public.region')}
          placeholder={t('authorities.public.region.none')}
          options={regionsForChoice().map(({ code }) => ({ value: code, label: regionName(code, locale) }))}
          defaultValue={question.region ?? ''}
        />
      </FieldRow>
      <TextInput
        name="place"
        label={t('authorities.public.place')}
        hint={t('authorities.public.place.hint')}
        optional
        maxLength={100}
        defaultValue={question.place}
      />
      <input type="hidden" name="lat" value="" />
      <input type="hidden" name="lng" value="" />
      <input type="hidden" name="pinRegion" value="" />
      {map}
      <div>
        <Button icon="search">{t('authorities.public.ask')}</Button>
      </div>
    </form>
  );
}
