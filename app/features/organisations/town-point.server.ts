import { searchPlaces } from '#app/platform/gazetteer/gazetteer.server.ts';
import { fold } from '#app/kernel/az-text.ts';

/**
 * Where the directory's map shows an organisation: the town it names, looked for in its own regions first. Nulls when
 * the gazetteer does not know the town. Good to a kilometre, which is enough for a dot.
 */
export function pointOfTown(town: string, regions: readonly string[]): { lat: number | null; lng: number | null } {
  const wanted = fold(town);
  const places = [
    ...regions.flatMap((region) => searchPlaces(town, { region, limit: 3 })),
    ...searchPlaces(town, { limit: 3 }),
  ];
  const place = places.find(({ names }) => Object.values(names).some((name) => fold(name) === wanted));
  return place ? { lat: place.lat, lng: place.lng } : { lat: null, lng: null };
}
