import type { LatLng } from '#app/kernel/regions.ts';
import { metresToOutline, shapeAt } from './shapes.ts';

/** How far from the drawn coast a point is set that has to stand on land, and the step and end of the search. */
const ON_LAND_M = 150;
const SEARCH_STEP_M = 200;
const SEARCH_STEPS = 50;

/**
 * The nearest point on the country's drawn land, for points that stand for a place and not for a spot: the middle of a
 * town by the sea falls into the water where the coast is drawn coarsely. Unchanged on land, and where no land is within 10 km.
 */
export function ontoLand(point: LatLng): LatLng {
  if (shapeAt(point) !== undefined) return point;
  const lng = 1 / (111_195 * Math.cos((point.lat * Math.PI) / 180));
  for (let step = 1; step <= SEARCH_STEPS; step += 1) {
    for (let turn = 0; turn < 16; turn += 1) {
      const [away, angle] = [step * SEARCH_STEP_M, (turn * Math.PI) / 8];
      const there = {
        lat: Math.round((point.lat + (Math.cos(angle) * away) / 111_195) * 1e5) / 1e5,
        lng: Math.round((point.lng + Math.sin(angle) * away * lng) * 1e5) / 1e5,
      };
      if (shapeAt(there) !== undefined && metresToOutline(there) >= ON_LAND_M) return there;
    }
  }
  return point;
}
