import { useWords } from '#app/i18n/words-context.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

const names = { az: 'Azərbaycanca', en: 'English', ru: 'Русский' } as const;

/** The same page's address in each language. */
export type LanguageHrefs = { az: string; en: string; ru: string };

/** The three languages by their own names, as links, no flags. `menu` folds them behind the current one; `list` shows all. */
export function LanguageSwitcher({ hrefs, shape = 'menu' }: { hrefs: LanguageHrefs; shape?: 'menu' | 'list' }) {
  const { t, locale } = useWords();
  const list = (
    <ul>
      {(['az', 'en', 'ru'] as const).map((language) => (
        <li key={language}>
          <a
            href={hrefs[language]}
            hrefLang={language}
            lang={language}
            aria-current={language === locale ? 'true' : undefined}
            className={classNames(language === locale && 'is-current')}
          >
            {names[language]}
          </a>
        </li>
      ))}
    </ul>
  );
  if (shape === 'list') {
    return (
      <nav className="language-list" aria-label={t('kit.language')}>
        {list}
      </nav>
    );
  }
  return (
    <details className="language-menu">
      <summary>
        <span className="visually-hidden">{t('kit.language')}: </span>
        {names[locale]}
        <Icon name="down" size={16} />
      </summary>
      {list}
    </details>
  );
}
