import type { MetaFunction } from '@remix-run/node';
import { DEFAULT_LOCALE, isLocale } from '#app/kernel/locale.ts';
import { wordsFor, type MessageKey, type Translate } from './words.ts';

/** A page's `meta`: its own title in the page's language, and the site's name behind it. */
export function titled(key: MessageKey): MetaFunction {
  return ({ params }) => {
    const t = wordsFor(isLocale(params.lang) ? params.lang : DEFAULT_LOCALE) as Translate &
      ((key: MessageKey) => string);
    return [{ title: `${t(key)} · ${t('common.brand')}` }, { name: 'theme-color', content: '#FBF8F3' }];
  };
}
