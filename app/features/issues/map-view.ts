import { COUNTRY_BOUNDS, REGIONS, regionsForChoice, type Bbox } from '#app/kernel/regions.ts';

/** Regions with their boxes, so that a map knows which villages to load: code, west, south, east, north. */
export type RegionBox = readonly [code: string, west: number, south: number, east: number, north: number];
export type MapBounds = [[south: number, west: number], [north: number, east: number]];

export const REGION_BOXES: RegionBox[] = REGIONS.map((region) => [region.code, ...region.bbox]);

/** Choices that stand for several regions, with their codes: a town and its rayon, and Naxçıvan. */
export const JOINED_CHOICES: Record<string, readonly string[]> = Object.fromEntries(
  regionsForChoice().flatMap(({ code, regions }) => (regions.length > 1 ? [[code, regions]] : [])),
);

/** The first view of a map: a region's choice, or the whole country. */
export function mapBounds(region?: string): MapBounds {
  const box: Bbox = regionsForChoice().find((choice) => choice.code === region)?.bbox ?? COUNTRY_BOUNDS;
  return [
    [box[1], box[0]],
    [box[3], box[2]],
  ];
}
