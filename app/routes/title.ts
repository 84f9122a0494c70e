import type { MetaFunction } from '@remix-run/node';
import { wordsFor, type MessageKey } from '#app/i18n/words.ts';
import { DEFAULT_LOCALE, isLocale } from '#app/kernel/locale.ts';

/** A page's title from one message without variables, in the language of the address. */
export function titled(key: MessageKey): MetaFunction {
  return ({ params }) => {
    const t = wordsFor(isLocale(params.lang) ? params.lang : DEFAULT_LOCALE) as (key: MessageKey) => string;
    return [{ title: `${t(key)} · İcma` }];
  };
}

/** A page's title made of data. */
export function namedTitle(name: string | undefined): ReturnType<MetaFunction> {
  return [{ title: name ? `${name} · İcma` : 'İcma' }];
}
