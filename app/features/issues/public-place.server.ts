import { publicPoint } from '#app/kernel/geo.ts';
import { regionByCode, type LatLng } from '#app/kernel/regions.ts';
import { searchPlaces } from '#app/platform/gazetteer/gazetteer.server.ts';
import type { Sensitivity } from './rules/categories.ts';

/**
 * Where the world sees a report. With a point: that point, or the centre of its coarse cell for sensitive categories.
 * Without one (no map, no script): the settlement that the words begin with, else the region's centre, so that the
 * report stands on the map all the same. Pages say that such a place is approximate.
 */
export function publicPlace(
  exact: LatLng | null,
  sensitivity: Sensitivity,
  region: string,
  words: string,
): LatLng | null {
  if (exact) return publicPoint(exact, sensitivity === 0 ? 0 : 1);
  const [settlement] = searchPlaces(words.split(/[,.;:(]/u, 1)[0] ?? '', { region, limit: 1 });
  if (settlement) return { lat: settlement.lat, lng: settlement.lng };
  return regionByCode(region)?.centre ?? null;
}
