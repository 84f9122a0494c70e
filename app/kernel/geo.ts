/**
 * Pure geometry of points: bounds, web-mercator integers, tiles, distances, and the public twin of an exact point.
 * Degrees are WGS 84; distances are metres.
 */
import { COUNTRY_BOUNDS } from './regions.ts';
import type { LatLng } from './regions.ts';

/** Web-mercator world of 2^30 units a side, so that both numbers fit PostgreSQL's int4; y grows southwards like tiles. */
export const WORLD_BITS = 30;
const WORLD = 2 ** WORLD_BITS;

/** Web-mercator position in units of 1/2^30 of the world (about 3.7 cm at the equator). */
export type Mercator = Readonly<{ x: number; y: number }>;
export type Tile = Readonly<{ z: number; x: number; y: number }>;

const MAX_LATITUDE = 85.05112878;
const EARTH_RADIUS_M = 6_371_008.8;
const METRES_PER_DEGREE = (EARTH_RADIUS_M * Math.PI) / 180;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const clamp = (value: number): number => Math.min(WORLD - 1, Math.max(0, value));
const round5 = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** True when the point lies in the country's bounding box; refuses NaN and infinities. The polygon test is the gazetteer's. */
export function isInsideCountryBounds({ lat, lng }: LatLng): boolean {
  const [west, south, east, north] = COUNTRY_BOUNDS;
  return lat >= south && lat <= north && lng >= west && lng <= east;
}

/** Degrees to web-mercator integers (0 … 2^30 − 1). Latitudes beyond ±85.05° are clamped. */
export function mercator({ lat, lng }: LatLng): Mercator {
  const bounded = Math.min(MAX_LATITUDE, Math.max(-MAX_LATITUDE, lat));
  const sine = Math.sin(radians(bounded));
  const x = ((lng + 180) / 360) * WORLD;
  const y = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD;
  return { x: clamp(Math.floor(x)), y: clamp(Math.floor(y)) };
}

/** The reverse of {@link mercator}, exact to the unit. */
export function fromMercator({ x, y }: Mercator): LatLng {
  const lng = ((x + 0.5) / WORLD) * 360 - 180;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / WORLD))) * 180) / Math.PI;
  return { lat, lng };
}

/** The slippy-map tile at zoom `z` (0 … 30) that holds the point. */
export function tileOf(point: Mercator, z: number): Tile {
  const shift = WORLD_BITS - z;
  return { z, x: point.x >> shift, y: point.y >> shift };
}

/** Great-circle distance in metres. */
export function haversineMetres(a: LatLng, b: LatLng): number {
  const dLat = radians(b.lat - a.lat);
  const dLng = radians(b.lng - a.lng);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Side of the blurring grid's cells: half their diagonal is the most that a blurred point can be off (about 495 m). */
export const BLUR_CELL_METRES = 700;
const CELL_LAT = BLUR_CELL_METRES / METRES_PER_DEGREE;

/**
 * The point that may leave the organisation.
 *
 * - sensitivity 0: the exact point, rounded to 5 decimals (about a metre).
 * - sensitivity 1: the centre of the fixed ~700 m grid cell that holds it. Everybody in a cell gets the same answer and the
 *   same report always gets the same answer, so asking often, or reporting the same spot often, tells nothing more:
 *   random noise would average out, a grid does not. The answer is at most some 500 m off.
 *
 * Sensitivity 2 never has a place at all, so it is not accepted here.
 */
export function publicPoint(exact: LatLng, sensitivity: 0 | 1): LatLng {
  if (sensitivity === 0) return { lat: round5(exact.lat), lng: round5(exact.lng) };
  const lat = (Math.floor(exact.lat / CELL_LAT) + 0.5) * CELL_LAT;
  const cellLng = CELL_LAT / Math.cos(radians(lat));
  const lng = (Math.floor(exact.lng / cellLng) + 0.5) * cellLng;
  return { lat: round5(lat), lng: round5(lng) };
}
