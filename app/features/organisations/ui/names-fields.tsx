import { useWords } from '#app/i18n/words-context.tsx';
import { FieldGroup } from '#app/ui/form.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from './use-returned.ts';

export type Texts = {
  nameAz?: string;
  nameEn?: string;
  nameRu?: string;
  aboutAz?: string;
  aboutEn?: string;
  aboutRu?: string;
};

/** What an organisation is called and what it does, in three languages. `whole`: all three names are asked for. */
export function NamesFields({ back, now = {}, whole }: { back: Returned; now?: Texts; whole?: boolean }) {
  const { t } = useWords();
  const name = (key: 'nameAz' | 'nameEn' | 'nameRu', lang: string) => ({
    name: key,
    lang,
    label: t(`organisations.form.${key}`),
    error: back.errors[key],
    defaultValue: back.value(key, now[key] ?? ''),
  });
  const about = (key: 'aboutAz' | 'aboutEn' | 'aboutRu', lang: string) => ({
    name: key,
    lang,
    rows: 3,
    maxLength: 600,
    label: t(`organisations.form.${key}`),
    error: back.errors[key],
    defaultValue: back.value(key, now[key] ?? ''),
  });
  return (
    <>
      <FieldGroup legend={t('organisations.form.names')} hint={whole ? undefined : t('organisations.form.names.hint')}>
        <TextInput {...name('nameAz', 'az')} />
        <TextInput {...name('nameEn', 'en')} optional={!whole} />
        <TextInput {...name('nameRu', 'ru')} optional={!whole} />
      </FieldGroup>
      <FieldGroup legend={t('organisations.form.about')} hint={t('organisations.form.about.hint')}>
        <TextArea {...about('aboutAz', 'az')} />
        <TextArea {...about('aboutEn', 'en')} optional />
        <TextArea {...about('aboutRu', 'ru')} optional />
      </FieldGroup>
    </>
  );
}
