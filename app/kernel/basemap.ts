/**
 * Reads the basemap's files, in the browser and on the server. A line is text in Google's polyline alphabet: each pair is
 * the step from the last point in 1/10 000 degree (about 11 m), latitude first; the start is relative to 0, 0.
 */

/** Latitude, longitude in degrees: what Leaflet draws. */
export type LatLngPair = [lat: number, lng: number];

/** A label: latitude, longitude, rank (1 shown first … 3 last), and the name in az, en, ru (en and ru may be missing). */
export type PlaceRow = readonly [lat: number, lng: number, rank: number, az: string, en?: string, ru?: string];

/** `public/basemap/base.json`: the first view. */
export type BasemapFile = Readonly<{
  /** The seas as one shape with the even–odd rule, frame first; filled, not stroked. What is outside of it is land. */
  seas: readonly string[];
  /** Borders between the neighbours, lines. */
  neighbours: readonly string[];
  /** The country's rings, filled and stroked. */
  country: readonly string[];
  /** Borders between regions. */
  borders: readonly string[];
  /** The sea and the neighbours: names only. */
  labels: readonly PlaceRow[];
  /** Towns, ranks 1 and 2. */
  places: readonly PlaceRow[];
}>;

/** `public/basemap/villages/<region code>.json`: rank 3, loaded when somebody looks closely. */
export type VillagesFile = readonly PlaceRow[];

/** One line of the file as points. */
export function decodeLine(line: string): LatLngPair[] {
  const points: LatLngPair[] = [];
  const last = [0, 0];
  for (let at = 0, axis = 0; at < line.length; axis ^= 1) {
    let value = 0;
    let shift = 0;
    let chunk: number;
    do {
      chunk = line.charCodeAt(at++) - 63;
      value |= (chunk & 31) << shift;
      shift += 5;
    } while (chunk > 31);
    last[axis] = (last[axis] as number) + (value & 1 ? ~(value >> 1) : value >> 1);
    if (axis) points.push([(last[0] as number) / 1e4, (last[1] as number) / 1e4]);
  }
  return points;
}

/** What the map must show wherever it is drawn: the licences ask for it. */
export const BASEMAP_CREDITS = 'Natural Earth · GeoNames (CC BY 4.0)';
