/** Leaving out points of a line that nobody would miss (Douglas–Peucker), for the build step. */
import type { Bbox } from '#app/kernel/regions.ts';
import { GRID, type GridPoint } from './encode.ts';

/** Grid steps from a point to the straight line between two others. */
function offLine([x, y]: GridPoint, [ax, ay]: GridPoint, [bx, by]: GridPoint): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** The line with every point inside `near`, and elsewhere only those that keep it within `off` grid steps. Ends stay. */
export function thinned(line: readonly GridPoint[], [west, south, east, north]: Bbox, off: number): GridPoint[] {
  if (line.length < 3) return [...line];
  const isNear = ([x, y]: GridPoint) => x >= west * GRID && x <= east * GRID && y >= south * GRID && y <= north * GRID;
  const keep = new Set<number>([0, line.length - 1]);
  const spans: [from: number, to: number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let farthest = from;
    let most = 0;
    for (let at = from + 1; at < to; at += 1) {
      const point = line[at] as GridPoint;
      const distance = isNear(point) ? Infinity : offLine(point, line[from] as GridPoint, line[to] as GridPoint);
      if (distance > most) [farthest, most] = [at, distance];
    }
    if (most <= off) continue;
    keep.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, at) => keep.has(at));
}
