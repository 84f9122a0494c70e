import { fold } from '#app/kernel/az-text.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { searchPlaces, type Place } from '#app/platform/gazetteer/gazetteer.server.ts';

/** The gazetteer's place that a written town means: looked for in the organisation's own regions first. */
function placeOfTown(town: string, regions: readonly string[]): Place | undefined {
  const wanted = fold(town);
  const near = regions.flatMap((region) => searchPlaces(town, { region, limit: 3 }));
  return [...near, ...searchPlaces(town, { limit: 3 })].find(({ names }) =>
    Object.values(names).some((name) => fold(name) === wanted),
  );
}

/** Where the directory's map shows an organisation; nulls when the gazetteer does not know the town. Good to a kilometre. */
export function pointOfTown(town: string, regions: readonly string[]): { lat: number | null; lng: number | null } {
  const place = placeOfTown(town, regions);
  return place ? { lat: place.lat, lng: place.lng } : { lat: null, lng: null };
}

const said = new Map<string, string>();
/** Towns are few; whoever writes thousands of them must not fill the memory. */
const MOST_SAID = 2000;

/** A town in the page's language; as it was written when the gazetteer does not know it. */
export function townIn(town: string, regions: readonly string[], locale: Locale): string {
  if (locale === 'az' || town === '') return town;
  const key = `${locale}/${town}/${regions[0] ?? ''}`;
  let name = said.get(key);
  if (name === undefined) {
    name = placeOfTown(town, regions)?.names[locale] ?? town;
    if (said.size < MOST_SAID) said.set(key, name);
  }
  return name;
}
