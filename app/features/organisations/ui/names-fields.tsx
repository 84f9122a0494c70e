import { useWords } from '#app/i18n/words-context.tsx';
import { FieldGroup } from '#app/ui/form.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';

export type Texts = {
  nameAz?: string;
  nameEn?: string;
  nameRu?: string;
  aboutAz?: string;
  aboutEn?: string;
  aboutRu?: string;
};

const OTHERS = [
  { lang: 'en', name: 'nameEn', about: 'aboutEn' },
  { lang: 'ru', name: 'nameRu', about: 'aboutRu' },
] as const;

/**
 * What an organisation is called and what it does. Azerbaijani first; English and Russian folded away while applying,
 * open where both names are asked for (`whole`: the settings).
 */
export function NamesFields({ back, now = {}, whole }: { back: Returned; now?: Texts; whole?: boolean }) {
  const { t } = useWords();
  const name = (key: 'nameAz' | 'nameEn' | 'nameRu', lang: string, label: string) => (
    <TextInput
      name={key}
      lang={lang}
      label={label}
      error={back.errors[key]}
      defaultValue={back.value(key, now[key] ?? '')}
      optional={key !== 'nameAz' && !whole}
    />
  );
  const about = (key: 'aboutAz' | 'aboutEn' | 'aboutRu', lang: string, label: string) => (
    <TextArea
      name={key}
      lang={lang}
      label={label}
      hint={key === 'aboutAz' ? t('organisations.form.about.hint') : undefined}
      rows={3}
      maxLength={600}
      error={back.errors[key]}
      defaultValue={back.value(key, now[key] ?? '')}
      optional={key !== 'aboutAz'}
    />
  );
  const others = OTHERS.map((other) => (
    <FieldGroup key={other.lang} legend={t(`organisations.language.${other.lang}`)}>
      {name(other.name, other.lang, t('organisations.form.name'))}
      {about(other.about, other.lang, t('organisations.form.about'))}
    </FieldGroup>
  ));
  const isTyped = OTHERS.some(
    (other) => back.value(other.name) || back.value(other.about) || back.errors[other.name] || back.errors[other.about],
  );
  return (
    <>
      <FieldGroup legend={whole ? t('organisations.language.az') : t('organisations.form.names')}>
        {name('nameAz', 'az', t(whole ? 'organisations.form.name' : 'organisations.form.name.az'))}
        {about('aboutAz', 'az', t(whole ? 'organisations.form.about' : 'organisations.form.about.az'))}
      </FieldGroup>
      {whole ? (
        others
      ) : (
        <details className="group rounded-card border border-line bg-card px-4 py-1" open={isTyped}>
          <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 font-bold [&::-webkit-details-marker]:hidden">
            {t('organisations.form.others')}
            <span className="ms-auto text-muted group-open:rotate-180">
              <Icon name="down" size={18} />
            </span>
          </summary>
          <p className="meta">{t('organisations.form.names.hint')}</p>
          <div className="grid gap-6 py-4">{others}</div>
        </details>
      )}
    </>
  );
}
