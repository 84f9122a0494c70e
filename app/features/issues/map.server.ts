import { crc32, gzipSync } from 'node:zlib';
import { publicSql } from '#db/client.server.ts';
import { fromMercator, WORLD_BITS } from '#app/kernel/geo.ts';
import { env } from '#app/platform/env.server.ts';
import type { HotPath } from '#app/platform/front.server.ts';
import { issueQuery, parseIssueFilters, whereIssues, type IssueFilters } from './public-filters.ts';
import {
  CELL_STEPS,
  FINEST_CELLS,
  MAX_POINTS,
  parseWindow,
  POINTS_FROM_ZOOM,
  type MapWindow,
} from './rules/map-window.ts';

/**
 * What the map draws. A cluster: latitude, longitude, how many, and how many of them are fixed (verified).
 * A point: latitude, longitude, number of the report, its state and title, and how exact the place is: 0 as reported,
 * 1 blurred, 2 the middle of the settlement or district that the words name.
 * Coordinates have five decimals. `total` counts the reports in the window; the parts add up to it.
 */
export type MapPoint = [lat: number, lng: number, ref: number, state: string, title: string, inexact: 0 | 1 | 2];
export type MapData =
  | { kind: 'clusters'; total: number; clusters: [lat: number, lng: number, count: number, fixed: number][] }
  | {
      kind: 'points';
      total: number;
      points: MapPoint[];
    };

type PointRow = {
  lat: number;
  lng: number;
  ref: string;
  state: string;
  title: string;
  is_blurred: boolean;
  is_by_words: boolean;
};
type ClusterRow = { count: number; fixed: number; x: number; y: number };

/**
 * Public reports in a window: single ones at street level while they are few, clusters elsewhere. Clusters are read from
 * kept cells, so that their cost is that of the picture and not of the reports; what the cells do not know (category,
 * region, words) is counted live.
 */
export async function findOnMap(window: MapWindow, filters: IssueFilters): Promise<MapData> {
  const isStreet = window.zoom >= POINTS_FROM_ZOOM;
  const isKept = !filters.category && !filters.region && !filters.q && window.zoom <= FINEST_CELLS;
  const clusters = isKept ? clustersOf(await readCells(window, filters)) : undefined;
  if (clusters && (!isStreet || clusters.total > MAX_POINTS)) return clusters;
  if (isStreet) {
    const points = await listPoints(window, filters);
    if (points.length <= MAX_POINTS) return { kind: 'points', total: points.length, points };
  }
  return clusters ?? clustersOf(await countLive(window, filters, isStreet ? CELL_STEPS + 1 : CELL_STEPS));
}

function clustersOf(rows: readonly ClusterRow[]): MapData {
  let total = 0;
  const clusters = rows.map((row): [number, number, number, number] => {
    total += row.count;
    const { lat, lng } = fromMercator(row);
    return [round(lat), round(lng), row.count, row.fixed];
  });
  return { kind: 'clusters', total, clusters };
}

const round = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;

/** Cells that know neither theme nor group are kept this much above their level (db/guards, counts). */
const UNFILTERED = 100;

async function readCells(
  { zoom, west, north, east, south }: MapWindow,
  { theme, group }: IssueFilters,
): Promise<ClusterRow[]> {
  const level = Math.min(FINEST_CELLS, zoom + CELL_STEPS);
  const shift = WORLD_BITS - level;
  const [x0, x1, y0, y1] = [west >> shift, east >> shift, north >> shift, south >> shift];
  return group === undefined && theme === undefined
    ? publicSql<ClusterRow[]>`
        select sum(count)::int as count, coalesce(sum(count) filter (where state_group = 'fixed'), 0)::int as fixed,
               (sum(sum_x) / sum(count))::float8 as x, (sum(sum_y) / sum(count))::float8 as y
        from published.issue_cells where zoom = ${level + UNFILTERED} and x >= ${x0} and x < ${x1} and y >= ${y0} and y < ${y1} group by issue_cells.x, issue_cells.y`
    : publicSql<ClusterRow[]>`
        select sum(count)::int as count, coalesce(sum(count) filter (where state_group = 'fixed'), 0)::int as fixed,
               (sum(sum_x) / sum(count))::float8 as x, (sum(sum_y) / sum(count))::float8 as y
        from published.issue_cells where zoom = ${level} and x >= ${x0} and x < ${x1} and y >= ${y0} and y < ${y1}
          ${whereIssues(publicSql, { theme, group })} group by issue_cells.x, issue_cells.y`;
}

async function countLive(
  { zoom, west, north, east, south }: MapWindow,
  filters: IssueFilters,
  steps: number,
): Promise<ClusterRow[]> {
  const shift = WORLD_BITS - Math.min(WORLD_BITS, zoom + steps);
  return publicSql<ClusterRow[]>`
    select count(*)::int as count, count(*) filter (where state_group = 'fixed')::int as fixed, avg(merc_x)::float8 as x, avg(merc_y)::float8 as y
    from published.issues where merc_x >= ${west} and merc_x < ${east} and merc_y >= ${north} and merc_y < ${south} ${whereIssues(publicSql, filters)}
    group by merc_x >> ${shift}::int, merc_y >> ${shift}::int`;
}

async function listPoints({ west, north, east, south }: MapWindow, filters: IssueFilters): Promise<MapPoint[]> {
  const rows = await publicSql<PointRow[]>`
    select lat, lng, ref, state, left(title, 80) as title, is_blurred, is_by_words from published.issues
    where merc_x >= ${west} and merc_x < ${east} and merc_y >= ${north} and merc_y < ${south} ${whereIssues(publicSql, filters)}
    limit ${MAX_POINTS + 1}`;
  return rows.map(toPoint);
}

/** One report as the map draws it; null when it is not public or stands nowhere. */
export async function findPoint(ref: number): Promise<MapPoint | null> {
  const [row] = await publicSql<PointRow[]>`
    select lat, lng, ref, state, left(title, 80) as title, is_blurred, is_by_words from published.issues
    where ref = ${ref} and lat is not null`;
  return row ? toPoint(row) : null;
}

function toPoint(row: PointRow): MapPoint {
  const inexact = row.is_by_words ? 2 : row.is_blurred ? 1 : 0;
  return [round(row.lat), round(row.lng), Number(row.ref), row.state, row.title, inexact];
}

/** Answers are shared for a moment: a burst of people who look at the same town ask the database once. */
type Answer = { body: string; bytes: number; gzip?: Buffer; etag: string; expires: number };
const answers = new Map<string, Promise<Answer>>();
const MAX_ANSWERS = 1_000;

async function makeAnswer(window: MapWindow, filters: IssueFilters): Promise<Answer> {
  const body = JSON.stringify(await findOnMap(window, filters));
  const bytes = Buffer.byteLength(body);
  const etag = `W/"${crc32(body).toString(36)}-${bytes}"`;
  return { body, bytes, etag, expires: Date.now() + env().MAP_SHARED_SECONDS * 1000 };
}

async function sharedAnswer(window: MapWindow, filters: IssueFilters): Promise<Answer> {
  const key = `${window.zoom}/${window.west}/${window.north}/${window.east}/${window.south}${issueQuery(filters)}`;
  if (env().MAP_SHARED_SECONDS === 0) return makeAnswer(window, filters);
  const found = answers.get(key);
  if (found) {
    const answer = await found;
    if (answer.expires > Date.now()) return answer;
  }
  // Whoever comes while this one is asked waits for it; a failed one is not kept.
  const asked = makeAnswer(window, filters);
  answers.delete(key);
  answers.set(key, asked);
  if (answers.size > MAX_ANSWERS) answers.delete(answers.keys().next().value as string);
  asked.catch(() => answers.delete(key));
  return asked;
}

/** `GET /api/map?bbox=w,s,e,n&zoom=z` with the list's filters. 400 for anything that is not a window. */
export const mapData: HotPath = async (req, res) => {
  const query = new URLSearchParams((req.url ?? '').split('?')[1] ?? '');
  const window = parseWindow(query.get('bbox'), query.get('zoom'));
  if (!window) {
    res.writeHead(400, { ...HEADERS, 'Cache-Control': 'no-store' }).end('{"error":"bbox=w,s,e,n&zoom=z"}');
    return;
  }
  const answer = await sharedAnswer(window, parseIssueFilters(query));
  const headers = { ...HEADERS, ...SHARED, ETag: answer.etag };
  if (req.headers['if-none-match'] === answer.etag) {
    res.writeHead(304, headers).end();
    return;
  }
  const accepted = req.headers['accept-encoding'];
  if (answer.bytes > 1_000 && typeof accepted === 'string' && accepted.includes('gzip')) {
    answer.gzip ??= gzipSync(answer.body, { level: 5 });
    res.writeHead(200, { ...headers, 'Content-Encoding': 'gzip', 'Content-Length': answer.gzip.length });
    res.end(answer.gzip);
    return;
  }
  res.writeHead(200, { ...headers, 'Content-Length': answer.bytes }).end(answer.body);
};

const HEADERS = { 'Content-Type': 'application/json; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };
const SHARED = { 'Cache-Control': 'public, max-age=5, stale-while-revalidate=30', Vary: 'Accept-Encoding' };
