import { haversineMetres } from '#app/kernel/geo.ts';
import { regionsForChoice, type RegionChoice } from '#app/kernel/regions.ts';

/** Towns farther apart than this are no neighbours for somebody who carries chairs, even where their districts touch. */
const NEAR_METRES = 75_000;

const CHOICES = new Map(regionsForChoice().map((choice) => [choice.code, choice]));

function touch(a: RegionChoice, b: RegionChoice): boolean {
  const [west, south, east, north] = a.bbox;
  return west <= b.bbox[2] && b.bbox[0] <= east && south <= b.bbox[3] && b.bbox[1] <= north;
}

/** How near two citizens' choices of a region are: the same, neighbours (their boxes touch, at most 75 km from centre to centre), or far. */
export function nearness(a: string, b: string): 'same' | 'near' | 'far' {
  if (a === b) return 'same';
  const [one, other] = [CHOICES.get(a), CHOICES.get(b)];
  if (!one || !other) return 'far';
  return touch(one, other) && haversineMetres(one.centre, other.centre) <= NEAR_METRES ? 'near' : 'far';
}
