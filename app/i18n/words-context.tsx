import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { DEFAULT_LOCALE, localisePath, type Locale } from '#app/kernel/locale.ts';
import { isMessageKey, wordsFor, type Translate } from './words.ts';

const LocaleContext = createContext<Locale>(DEFAULT_LOCALE);

export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>;
}

export type Words = {
  t: Translate;
  locale: Locale;
  /** A path in the page's language. */
  to: (path: string) => string;
  /** Says messages that arrive as data: known keys are translated, `undefined` stays away. For forms' errors. */
  say: (keys: readonly string[] | string | undefined | null) => string[] | undefined;
};

/** The words of the page's language. */
export function useWords(): Words {
  const locale = useContext(LocaleContext);
  return useMemo(() => {
    const t = wordsFor(locale);
    const sayOne = (key: string) =>
      isMessageKey(key) ? (t as (key: string) => string)(key) : t('common.error.invalid');
    return {
      t,
      locale,
      to: (path: string) => localisePath(path, locale),
      say: (keys) => (keys == null ? undefined : (typeof keys === 'string' ? [keys] : keys).map(sayOne)),
    };
  }, [locale]);
}
