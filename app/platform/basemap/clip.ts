/** Cutting rings to a box (Sutherland–Hodgman), for the build step. */
import type { Bbox } from '#app/kernel/regions.ts';

type Point = readonly number[];
type Side = Readonly<{ inside: (point: Point) => boolean; cross: (a: Point, b: Point) => Point }>;

function sides([west, south, east, north]: Bbox): readonly Side[] {
  const at = (axis: 0 | 1, value: number, keep: (one: number) => boolean): Side => ({
    inside: (point) => keep(point[axis] as number),
    cross: (a, b) => {
      const share = (value - (a[axis] as number)) / ((b[axis] as number) - (a[axis] as number));
      const other = axis === 0 ? 1 : 0;
      const crossing = (a[other] as number) + share * ((b[other] as number) - (a[other] as number));
      return axis === 0 ? [value, crossing] : [crossing, value];
    },
  });
  return [
    at(0, west, (x) => x >= west),
    at(0, east, (x) => x <= east),
    at(1, south, (y) => y >= south),
    at(1, north, (y) => y <= north),
  ];
}

/** The part of a closed ring that lies in the box, closed; empty when none does. */
export function clipRing(ring: readonly Point[], box: Bbox): Point[] {
  let points: readonly Point[] = ring.slice(0, -1);
  for (const side of sides(box)) {
    const kept: Point[] = [];
    points.forEach((point, index) => {
      const before = points.at(index - 1) as Point;
      if (side.inside(point) !== side.inside(before)) kept.push(side.cross(before, point));
      if (side.inside(point)) kept.push(point);
    });
    points = kept;
  }
  return points.length < 3 ? [] : [...points, points[0] as Point];
}

/** The pieces of a line whose points lie in the box. */
export function splitAtBox(line: readonly Point[], [west, south, east, north]: Bbox): Point[][] {
  const pieces: Point[][] = [[]];
  for (const point of line) {
    const [x = NaN, y = NaN] = point;
    if (x >= west && x <= east && y >= south && y <= north) pieces.at(-1)?.push(point);
    else if (pieces.at(-1)?.length) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
}
