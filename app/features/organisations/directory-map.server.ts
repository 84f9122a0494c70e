import { decodeLine } from '#app/kernel/basemap.ts';
import { COUNTRY_OUTLINE } from '#app/platform/gazetteer/region-shapes.generated.ts';

/** The country as one path in a box of 400 × 290 units, and where a point falls in it. */
const WEST = 44.7;
const NORTH = 42;
/** Units per degree; a degree of longitude is shorter this far north. */
const PER_LAT = 77;
const PER_LNG = PER_LAT * Math.cos((40.3 * Math.PI) / 180);

export const MAP_BOX = { width: 364, height: 290 } as const;

export function mapPoint(lat: number, lng: number): { x: number; y: number } {
  return { x: round((lng - WEST) * PER_LNG), y: round((NORTH - lat) * PER_LAT) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

let outline: string | undefined;

/** The outline for the directory's small map: points nearer than two units to the last are left out, for weight. */
export function countryPath(): string {
  outline ??= COUNTRY_OUTLINE.map((line) => toPath(decodeLine(line).map(([lat, lng]) => mapPoint(lat, lng)))).join('');
  return outline;
}

function toPath(points: { x: number; y: number }[]): string {
  const kept: { x: number; y: number }[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point.x - last.x, point.y - last.y) >= 2) kept.push(point);
  }
  if (kept.length < 4) return '';
  return `M${kept.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).join('L')}Z`;
}
