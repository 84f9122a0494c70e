/**
 * One cell of the lattice as pixels, for pictures: the drawing library is not let near SVG (what people upload goes through
 * it, and an SVG may ask for other files). The same shapes as app/ui/styles/lattice.css, on a grid of 40.
 */
type Point = readonly [x: number, y: number];
type Rgb = readonly [red: number, green: number, blue: number];

const WASH: Rgb = [0xf3, 0xec, 0xe1];
const XAZAR: Rgb = [0x0b, 0x5c, 0x6b];
const ZAFARAN: Rgb = [0xe3, 0xa0, 0x08];
const NAR: Rgb = [0x9b, 0x1b, 0x3b];
const WOOD: Rgb = [0x5b, 0x3d, 0x22];

const STAR: readonly Point[] = [
  [20, 0],
  [24.6, 15.4],
  [40, 20],
  [24.6, 24.6],
  [20, 40],
  [15.4, 24.6],
  [0, 20],
  [15.4, 15.4],
];
const CORNER: readonly Point[] = [
  [0, 0],
  [12, 0],
  [0, 12],
];
const PANE: readonly Point[] = [
  [15.4, 15.4],
  [8.8, 2.8],
  [2.8, 8.8],
];
/** A shape in all four corners. */
const around = (shape: readonly Point[]): Point[][] =>
  [
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ].map(([right, low]) => shape.map(([x, y]): Point => [right ? 40 - x : x, low ? 40 - y : y]));

const SHAPES: readonly { points: readonly Point[]; colour: Rgb }[] = [
  { points: STAR, colour: NAR },
  ...around(PANE).map((points) => ({ points, colour: ZAFARAN })),
  ...around(CORNER).map((points) => ({ points, colour: XAZAR })),
];
const HALF_LINE = 0.7;

function isInside([x, y]: Point, points: readonly Point[]): boolean {
  let inside = false;
  points.forEach(([ax, ay], at) => {
    const [bx, by] = points[(at + 1) % points.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

function isOnEdge([x, y]: Point, points: readonly Point[]): boolean {
  return points.some(([ax, ay], at) => {
    const [bx, by] = points[(at + 1) % points.length] ?? [ax, ay];
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const near = Math.max(0, Math.min(1, along));
    return Math.hypot(x - ax - near * (bx - ax), y - ay - near * (by - ay)) <= HALF_LINE;
  });
}

function colourAt(point: Point): Rgb {
  if (SHAPES.some(({ points }) => isOnEdge(point, points))) return WOOD;
  return SHAPES.find(({ points }) => isInside(point, points))?.colour ?? WASH;
}

const kept = new Map<number, Buffer>();

/** Red, green and blue of `side` × `side` pixels, row by row. */
export function latticeCell(side: number): Buffer {
  const known = kept.get(side);
  if (known) return known;
  const pixels = Buffer.alloc(side * side * 3);
  // Nine looks into each pixel make the slanting edges smooth.
  const looks = [1 / 6, 3 / 6, 5 / 6];
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      const sum = [0, 0, 0];
      for (const down of looks)
        for (const right of looks)
          colourAt([((column + right) * 40) / side, ((row + down) * 40) / side]).forEach((value, at) => {
            sum[at] = (sum[at] ?? 0) + value;
          });
      sum.forEach((value, at) => pixels.writeUInt8(Math.round(value / 9), (row * side + column) * 3 + at));
    }
  kept.set(side, pixels);
  return pixels;
}
