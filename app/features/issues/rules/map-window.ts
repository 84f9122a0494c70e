import { mercator, WORLD_BITS } from '#app/kernel/geo.ts';
import { COUNTRY_BOUNDS } from '#app/kernel/regions.ts';

/** What one answer of the map data covers: a window of whole tiles in mercator integers, at one zoom. */
export type MapWindow = { zoom: number; west: number; north: number; east: number; south: number };

export const MIN_ZOOM = 5;
export const MAX_ZOOM = 18;
/** From here on, single reports instead of clusters. */
export const POINTS_FROM_ZOOM = 15;
/** The finest level of kept cells (db/guards, counts). A window of this zoom or a coarser one is made of whole cells. */
export const FINEST_CELLS = 17;
/** A cluster's cell is a quarter of a tile: 64 pixels. */
export const CELL_STEPS = 2;
export const MAX_POINTS = 500;
/** Tiles (256 pixels) across one window; a wall of screens shows fewer. */
export const MAX_TILES = 32;

/**
 * Reads `bbox=w,s,e,n` (degrees) and `zoom`. The window is widened to whole tiles, so that neighbours' requests are
 * the same request and caches meet them again, and cut to the country with a margin. Undefined when it is not a window.
 */
export function parseWindow(bbox: string | null, zoom: string | null): MapWindow | undefined {
  const z = Math.round(Number(zoom));
  const [west, south, east, north] = (bbox ?? '').split(',').map(Number) as [number, number, number, number];
  const parts = (bbox ?? '').split(',').length;
  if (
    zoom === null ||
    zoom === '' ||
    !Number.isFinite(z) ||
    parts !== 4 ||
    ![west, south, east, north].every(Number.isFinite)
  )
    return undefined;
  if (west >= east || south >= north || z < 0 || z > 30) return undefined;
  const level = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, z));
  const [w, s, e, n] = COUNTRY_BOUNDS;
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
  const topLeft = mercator({ lat: clamp(north, s - 1, n + 1), lng: clamp(west, w - 1, e + 1) });
  const bottomRight = mercator({ lat: clamp(south, s - 1, n + 1), lng: clamp(east, w - 1, e + 1) });
  // A window of a million small cells is no view of anybody's: it is answered as the widest view that fits.
  const span = Math.max(bottomRight.x - topLeft.x, bottomRight.y - topLeft.y);
  const widest = WORLD_BITS - Math.ceil(Math.log2(span / MAX_TILES + 1));
  const zoomed = Math.max(MIN_ZOOM, Math.min(level, widest));
  const shift = WORLD_BITS - zoomed;
  return {
    zoom: zoomed,
    west: (topLeft.x >> shift) << shift,
    north: (topLeft.y >> shift) << shift,
    east: ((bottomRight.x >> shift) + 1) << shift,
    south: ((bottomRight.y >> shift) + 1) << shift,
  };
}
