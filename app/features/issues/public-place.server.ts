import { publicPoint } from '#app/kernel/geo.ts';
import { regionByCode, type LatLng } from '#app/kernel/regions.ts';
import { searchPlaces } from '#app/platform/gazetteer/gazetteer.server.ts';
import { ontoLand } from '#app/platform/gazetteer/onto-land.ts';
import type { Sensitivity } from './rules/categories.ts';

/**
 * Where the world sees a report. With a point: that point, or the centre of its coarse cell for sensitive categories.
 * Without one (no map, no script): the settlement that the words begin with, else the region's centre, so that the
 * report stands on the map all the same, on land. Pages say that only the town or the district is known.
 */
export function publicPlace(
  exact: LatLng | null,
  sensitivity: Sensitivity,
  region: string,
  words: string,
): LatLng | null {
  if (exact) return publicPoint(exact, sensitivity === 0 ? 0 : 1);
  const [settlement] = searchPlaces(words.split(/[,.;:(]/u, 1)[0] ?? '', { region, limit: 1 });
  const middle = settlement ? { lat: settlement.lat, lng: settlement.lng } : regionByCode(region)?.centre;
  return middle ? ontoLand(middle) : null;
}
