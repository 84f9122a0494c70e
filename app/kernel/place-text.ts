import { fold } from './az-text.ts';
import type { Locale } from './locale.ts';
import { choiceOf, regionName } from './regions.ts';

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
