import type { Locale } from '#app/kernel/locale.ts';
import { regionsForChoice, type RegionChoice } from '#app/kernel/regions.ts';

export { placeText } from '#app/kernel/place-text.ts';

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
