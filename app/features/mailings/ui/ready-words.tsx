import { useWords } from '#app/i18n/words-context.tsx';
import type { Locale } from '#app/kernel/locale.ts';
import { Field, useControlProps } from '#app/ui/field.tsx';
import { Section } from '#app/ui/stack.tsx';
import { wordsToPassOn } from '../rules/ready-words.ts';

/** A message's words to be sent by hand. Plain links to the two programs: nothing is loaded from them, nothing is counted. */
export function ReadyWords({ locale, subject, text }: { locale: Locale; subject: string; text: string }) {
  const { t } = useWords();
  const { words, whatsapp, telegram } = wordsToPassOn(subject, text);
  const name = `words-${locale}`;
  return (
    <Section title={t(`mailings.lang.${locale}`)}>
      <Field name={name} label={t('mailings.words.copy')}>
        <textarea
          className="input"
          readOnly
          rows={8}
          lang={locale}
          defaultValue={words}
          {...useControlProps({ name })}
        />
      </Field>
      <ul className="link-list">
        <li>
          <a href={whatsapp} rel="noopener noreferrer">
            {t('mailings.words.whatsapp')}
          </a>
        </li>
        <li>
          <a href={telegram} rel="noopener noreferrer">
            {t('mailings.words.telegram')}
          </a>
        </li>
      </ul>
    </Section>
  );
}
