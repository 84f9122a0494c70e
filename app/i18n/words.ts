import i18next, { type i18n } from 'i18next';
import { LOCALES, type Locale } from '#app/kernel/locale.ts';
import { az } from './messages/az/index.ts';
import { en } from './messages/en/index.ts';
import { ru } from './messages/ru/index.ts';

/** All messages by language; a test keeps the three complete. */
export const CATALOGUES: Record<Locale, Record<string, string>> = { az, en, ru };

type Catalogue = typeof az;
type WithoutPlural<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;
type Names<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never;
/** What each message needs, looked up by key: asking it anew at every call is more than the compiler bears. */
type VariablesByKey = {
  [Key in keyof Catalogue as WithoutPlural<Key>]:
    Names<Catalogue[Key]> | (Key extends `${string}_one` | `${string}_other` ? 'count' : never);
};
/** Every key of the catalogue; of a plural, its stem. */
export type MessageKey = keyof VariablesByKey;
type Variables<Key extends MessageKey> = VariablesByKey[Key];

/** Says a message. Variables are typed from the Azerbaijani text; numbers are written as the language writes them. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...variables: [Variables<Key>] extends [never] ? [] : [Record<Variables<Key>, string | number>]
) => string;

let instance: i18n | undefined;

const numbers = new Map<string | undefined, Intl.NumberFormat>();

/** Making one takes as long as rendering a card. */
function numbersOf(locale: string | undefined): Intl.NumberFormat {
  let found = numbers.get(locale);
  if (!found) {
    found = new Intl.NumberFormat(locale);
    numbers.set(locale, found);
  }
  return found;
}

function i18nInstance(): i18n {
  if (!instance) {
    instance = i18next.createInstance();
    void instance.init({
      initImmediate: false,
      lng: LOCALES[0],
      fallbackLng: false,
      keySeparator: false,
      nsSeparator: false,
      resources: { az: { translation: az }, en: { translation: en }, ru: { translation: ru } },
      interpolation: {
        escapeValue: false,
        alwaysFormat: true,
        format: (value: unknown, _format, locale) =>
          typeof value === 'number' ? numbersOf(locale).format(value) : String(value),
      },
      parseMissingKeyHandler: (key) => {
        throw new Error(`No such message: ${key}`);
      },
    });
  }
  return instance;
}

const fixed = new Map<Locale, Translate>();

/** Sentences with their numbers and names in place, by language, key and variables. */
const said = new Map<string, string>();
const MAX_SAID = 4_000;
/** Longer ones carry people's own text, which does not come twice. */
const MAX_SAID_KEY = 80;

/** The words of one language. A message without variables is its own answer; one that was said lately is remembered. */
export function wordsFor(locale: Locale): Translate {
  let translate = fixed.get(locale);
  if (!translate) {
    const say = i18nInstance().getFixedT(locale) as unknown as (
      key: string,
      variables?: Record<string, string | number>,
    ) => string;
    const plain = new Map(Object.entries(CATALOGUES[locale]).filter(([, text]) => !/\{\{|\$t\(/u.test(text)));
    translate = (key: string, variables?: Record<string, string | number>) => {
      if (variables === undefined) return plain.get(key) ?? say(key);
      let name = `${locale} ${key}`;
      for (const variable in variables) {
        const value = variables[variable];
        // A number is written as the language writes it, the same digits as a text are not.
        name += typeof value === 'number' ? ` ${variable}=${value}` : ` ${variable}:${value}`;
      }
      let text = said.get(name);
      if (text === undefined) {
        // A Russian day ends with a full stop of its own ("2026 г."), and at a sentence's end there is one.
        text = say(key, variables).replace(/г\.\.(?!\.)/gu, 'г.');
        if (said.size >= MAX_SAID) said.clear();
        if (name.length <= MAX_SAID_KEY) said.set(name, text);
      }
      return text;
    };
    fixed.set(locale, translate);
  }
  return translate;
}

/** For keys that arrive as data (a refusal's code, a schema's message): whether the catalogue knows it. */
export function isMessageKey(key: string): key is MessageKey {
  return key in az || `${key}_other` in az;
}
