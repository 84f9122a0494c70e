import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '#app/i18n/words.ts';

type Catalogue = Record<string, string>;
type Catalogues = Record<'az' | 'en' | 'ru', Catalogue>;

/** The plural forms of CLDR that whole numbers take; Russian fractions take `other`. */
const FORMS = { az: ['one', 'other'], en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'] } as const;
const PLURAL = /_(zero|one|two|few|many|other)$/;
const ALL = ['az', 'en', 'ru'] as const;

/** Plural stems are the keys that have an `_other` form. */
function stemOf(key: string, catalogue: Catalogue): string {
  const stem = key.replace(PLURAL, '');
  return stem !== key && `${stem}_other` in catalogue ? stem : key;
}

function variables(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))].sort().join(',');
}

/** What is incomplete, in words. */
function gaps(catalogues: Catalogues): string[] {
  const stems = new Set(
    ALL.flatMap((locale) => Object.keys(catalogues[locale]).map((key) => stemOf(key, catalogues[locale]))),
  );
  return [...stems].flatMap((stem) => gapsOf(stem, catalogues));
}

function gapsOf(stem: string, catalogues: Catalogues): string[] {
  const plural = ALL.some((locale) => `${stem}_other` in catalogues[locale]);
  const found: string[] = [];
  const seen = new Map<string, string>();
  for (const locale of ALL) {
    const catalogue = catalogues[locale];
    const wanted = plural ? FORMS[locale].map((form) => `${stem}_${form}`) : [stem];
    for (const key of wanted) {
      const text = catalogue[key];
      if (text === undefined) found.push(`${locale} lacks ${key}`);
      else if (text.trim() === '') found.push(`${locale} has an empty ${key}`);
      else seen.set(`${locale} ${key}`, variables(text));
    }
    if (plural) {
      const extra = Object.keys(catalogue).filter((key) => key.replace(PLURAL, '') === stem && !wanted.includes(key));
      found.push(...extra.map((key) => `${locale} has ${key}, which is no form of that language`));
    }
  }
  // A singular form may leave the number out; all other forms say the same things.
  const comparable = [...seen].filter(([key]) => !key.endsWith('_one')).map(([, names]) => names);
  if (new Set(comparable).size > 1) found.push(`${stem} has different variables: ${comparable.join(' | ')}`);
  return found;
}

describe('the catalogues', () => {
  it('are complete in three languages, with every plural form and the same variables', () => {
    expect(gaps(CATALOGUES)).toEqual([]);
  });

  it('are seen to have gaps', () => {
    const whole = {
      az: { a: 'A {{x}}', n_one: '{{count}} ev', n_other: '{{count}} ev' },
      en: { a: 'A {{x}}', n_one: '{{count}} house', n_other: '{{count}} houses' },
      ru: {
        a: 'А {{x}}',
        n_one: '{{count}} дом',
        n_few: '{{count}} дома',
        n_many: '{{count}} домов',
        n_other: '{{count}} дома',
      },
    };
    expect(gaps(whole)).toEqual([]);
    const { a: _missing, ...shorter } = whole.en;
    expect(gaps({ ...whole, en: shorter as typeof whole.en })).toEqual(['en lacks a']);
    expect(gaps({ ...whole, az: { ...whole.az, a: ' ' } })).toEqual(['az has an empty a']);
    expect(gaps({ ...whole, ru: { ...whole.ru, a: 'А {{y}}' } })).toHaveLength(1);
    const { n_few: _few, ...fewless } = whole.ru;
    expect(gaps({ ...whole, ru: fewless as typeof whole.ru })).toEqual(['ru lacks n_few']);
    expect(gaps({ ...whole, az: { ...whole.az, n_few: '{{count}} ev' } as typeof whole.az })).toHaveLength(1);
  });
});
