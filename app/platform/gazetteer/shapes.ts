/** Point against polygon on the coarse shapes of the regions. Pure; the shapes are decoded at the first call. */
import { decodeLine } from '#app/kernel/basemap.ts';
import type { LatLngPair } from '#app/kernel/basemap.ts';
import type { LatLng } from '#app/kernel/regions.ts';
import { COUNTRY_OUTLINE, REGION_SHAPES } from './region-shapes.generated.ts';

type Ring = readonly LatLngPair[];
type Shape = Readonly<{
  code: string;
  rings: readonly Ring[];
  south: number;
  north: number;
  west: number;
  east: number;
}>;

function toShape([code, lines]: [string, readonly string[]]): Shape {
  const rings = lines.map(decodeLine);
  const lats = rings.flat().map((point) => point[0]);
  const lngs = rings.flat().map((point) => point[1]);
  return {
    code,
    rings,
    south: Math.min(...lats),
    north: Math.max(...lats),
    west: Math.min(...lngs),
    east: Math.max(...lngs),
  };
}

let shapes: readonly Shape[] | undefined;
let outline: readonly Ring[] | undefined;

/** Even–odd rule: inside an odd number of rings. */
function isInside({ lat, lng }: LatLng, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of rings) {
    let [beforeLat, beforeLng] = ring.at(-1) ?? [0, 0];
    for (const [ringLat, ringLng] of ring) {
      const crosses = ringLat > lat !== beforeLat > lat;
      if (crosses && lng < ((beforeLng - ringLng) * (lat - ringLat)) / (beforeLat - ringLat) + ringLng)
        inside = !inside;
      beforeLat = ringLat;
      beforeLng = ringLng;
    }
  }
  return inside;
}

/** The region whose shape holds the point, or undefined: coarse, wrong near borders. */
export function shapeAt(point: LatLng): string | undefined {
  shapes ??= Object.entries(REGION_SHAPES).map(toShape);
  return shapes.find(
    (shape) =>
      point.lat >= shape.south &&
      point.lat <= shape.north &&
      point.lng >= shape.west &&
      point.lng <= shape.east &&
      isInside(point, shape.rings),
  )?.code;
}

/** Metres from the point to the country's outline, inside or outside of it; flat-earth, good for a few kilometres. */
export function metresToOutline({ lat, lng }: LatLng): number {
  outline ??= COUNTRY_OUTLINE.map(decodeLine);
  const metresLat = 111_195;
  const metresLng = metresLat * Math.cos((lat * Math.PI) / 180);
  let nearest = Infinity;
  for (const ring of outline) {
    for (let index = 1; index < ring.length; index += 1) {
      const [fromLat, fromLng] = ring[index - 1] as LatLngPair;
      const [toLat, toLng] = ring[index] as LatLngPair;
      const x = (toLng - fromLng) * metresLng;
      const y = (toLat - fromLat) * metresLat;
      const px = (lng - fromLng) * metresLng;
      const py = (lat - fromLat) * metresLat;
      const along = Math.max(0, Math.min(1, (px * x + py * y) / (x * x + y * y || 1)));
      nearest = Math.min(nearest, (px - along * x) ** 2 + (py - along * y) ** 2);
    }
  }
  return Math.sqrt(nearest);
}
