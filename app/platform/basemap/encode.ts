/** The writing half of `kernel/basemap.ts`, and turning region shapes into borders that are drawn once. For the build step only. */

/** Longitude, latitude in 1/10 000 degree. */
export type GridPoint = readonly [x: number, y: number];

export const GRID = 1e4;

function encodeNumber(step: number): string {
  let rest = step < 0 ? ~(step << 1) : step << 1;
  let text = '';
  while (rest >= 32) {
    text += String.fromCharCode((32 | (rest & 31)) + 63);
    rest >>= 5;
  }
  return text + String.fromCharCode(rest + 63);
}

/** Points to one text; the reverse of `decodeLine`. */
export function encodeLine(points: readonly GridPoint[]): string {
  let lastX = 0;
  let lastY = 0;
  let text = '';
  for (const [x, y] of points) {
    text += encodeNumber(y - lastY) + encodeNumber(x - lastX);
    lastX = x;
    lastY = y;
  }
  return text;
}

/** Degrees to the grid, dropping points that fall together. */
export function toGrid(ring: readonly (readonly number[])[]): GridPoint[] {
  const grid: GridPoint[] = [];
  for (const [lng = 0, lat = 0] of ring) {
    const point: GridPoint = [Math.round(lng * GRID), Math.round(lat * GRID)];
    const last = grid.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) grid.push(point);
  }
  return grid;
}

const keyOf = (point: GridPoint): string => `${point[0]},${point[1]}`;
const pointOf = (key: string): GridPoint => key.split(',').map(Number) as unknown as GridPoint;

export type Borders = Readonly<{
  /** Edges that belong to one region: the country's own outline. */
  outline: readonly (readonly GridPoint[])[];
  /** Edges between two regions, as lines that run from one meeting point of borders to the next. */
  inner: readonly (readonly GridPoint[])[];
}>;

/** Splits regions' rings, which share their vertices exactly, into outline and inner borders, each edge once. */
export function bordersOf(rings: readonly (readonly GridPoint[])[]): Borders {
  const edges = new Map<string, { from: string; to: string; count: number }>();
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index += 1) {
      const from = keyOf(ring[index - 1] as GridPoint);
      const to = keyOf(ring[index] as GridPoint);
      const key = from < to ? `${from} ${to}` : `${to} ${from}`;
      const known = edges.get(key);
      if (known) known.count += 1;
      else edges.set(key, { from, to, count: 1 });
    }
  }
  const all = [...edges.values()];
  return {
    outline: chain(all.filter((edge) => edge.count === 1)),
    inner: chain(all.filter((edge) => edge.count > 1)),
  };
}

/** Joins edges into lines: from every point that is not a mere bend first, then the closed rings that are left. */
function chain(edges: readonly { from: string; to: string }[]): GridPoint[][] {
  const links = new Map<string, Set<string>>();
  const link = (a: string, b: string) => links.set(a, (links.get(a) ?? new Set()).add(b));
  for (const { from, to } of edges) {
    link(from, to);
    link(to, from);
  }
  const lines: GridPoint[][] = [];
  const walk = (start: string) => {
    let here = start;
    const line = [pointOf(here)];
    for (;;) {
      const next = links.get(here)?.values().next().value;
      if (next === undefined) break;
      links.get(here)?.delete(next);
      links.get(next)?.delete(here);
      line.push(pointOf(next));
      here = next;
      if (here === start || ends.has(here)) break;
    }
    if (line.length > 1) lines.push(line);
  };
  const ends = new Set([...links].filter(([, to]) => to.size !== 2).map(([point]) => point));
  for (const end of ends) while (links.get(end)?.size) walk(end);
  for (const point of links.keys()) while (links.get(point)?.size) walk(point);
  return lines;
}
