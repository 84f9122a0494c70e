import { fold } from '#app/kernel/az-text.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { choiceOf, regionName, regionsForChoice, type RegionChoice } from '#app/kernel/regions.ts';

/** "Astara, Kijəbə, məktəbin yanı": the district, then the person's words, unless these begin with the district themselves. */
export function placeText({ region, place }: { region: string; place: string }, locale: Locale): string {
  const code = choiceOf(region);
  const first = place.split(/[\s,.]/u, 1)[0] ?? '';
  const isNamed = first === regionName(code, 'az') || fold(first) === foldedName(code);
  return isNamed ? place : [regionName(code, locale), place].filter(Boolean).join(', ');
}

const folded = new Map<string, string>();

/** The district's name as searches see it, made once. */
function foldedName(code: string): string {
  let name = folded.get(code);
  if (name === undefined) {
    name = fold(regionName(code, 'az'));
    folded.set(code, name);
  }
  return name;
}

const lists = new Map<Locale, { value: string; label: string }[]>();

/** The citizens' list of districts and cities, in the alphabetical order of the page's language. */
export function regionOptions(locale: Locale): { value: string; label: string }[] {
  let list = lists.get(locale);
  if (!list) {
    const collator = new Intl.Collator(locale);
    list = regionsForChoice()
      .map(({ code, short }: RegionChoice) => ({ value: code, label: short[locale] }))
      .sort((a, b) => collator.compare(a.label, b.label));
    lists.set(locale, list);
  }
  return list;
}
