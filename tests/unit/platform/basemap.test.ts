import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGIONS } from '#app/kernel/regions.ts';
import { clipRing } from '#app/platform/basemap/clip.ts';
import { decodeLine } from '#app/kernel/basemap.ts';
import type { BasemapFile, VillagesFile } from '#app/kernel/basemap.ts';
import { bordersOf, encodeLine } from '#app/platform/basemap/encode.ts';
import { regionCodeOf } from '#app/platform/basemap/region-codes.ts';

const text = readFileSync('public/basemap/base.json', 'utf8');
const base = JSON.parse(text) as BasemapFile;

describe('lines', () => {
  it('survive writing and reading exactly', () => {
    const step = fc.tuple(fc.integer({ min: -1_800_000, max: 1_800_000 }), fc.integer({ min: -900_000, max: 900_000 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50 }), (points) => {
        const read = decodeLine(encodeLine(points)).map(([lat, lng]) => [Math.round(lng * 1e4), Math.round(lat * 1e4)]);
        expect(read).toEqual(points);
      }),
    );
  });

  it('are drawn once where two regions meet', () => {
    const left = [
      [0, 0],
      [0, 2],
      [1, 2],
      [1, 1],
      [1, 0],
      [0, 0],
    ] as const;
    const right = [
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 0],
      [1, 0],
    ] as const;
    const { inner, outline } = bordersOf([left, right]);
    expect(inner).toHaveLength(1);
    expect(inner[0]).toHaveLength(3);
    expect(outline).toHaveLength(1);
    expect(outline[0]?.[0]).toEqual(outline[0]?.at(-1));
  });

  it('are cut to the view', () => {
    const square = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ];
    expect(clipRing(square, [5, 5, 20, 20])).toHaveLength(5);
    expect(clipRing(square, [11, 11, 20, 20])).toEqual([]);
  });
});

describe('the files', () => {
  it('keep the first view within its 60 KB', () => {
    expect(gzipSync(text).length).toBeLessThan(60_000);
  });

  it('hold the country, its exclave and its borders inside the view', () => {
    expect(base.country.length).toBeGreaterThan(1);
    expect(base.borders.length).toBeGreaterThan(100);
    for (const line of [...base.country, ...base.borders]) {
      for (const [lat, lng] of decodeLine(line)) {
        expect(lat > 38.3 && lat < 42 && lng > 44.7 && lng < 50.9).toBe(true);
      }
    }
    for (const ring of base.country) expect(decodeLine(ring)[0]).toEqual(decodeLine(ring).at(-1));
  });

  it('paint the Caspian and no neighbour as water', () => {
    const rings = base.seas.map(decodeLine);
    const isWater = (lat: number, lng: number) =>
      rings.filter((ring) => {
        let inside = false;
        ring.forEach(([ringLat, ringLng], at) => {
          const [lastLat, lastLng] = ring.at(at - 1) as [number, number];
          if (
            ringLat > lat !== lastLat > lat &&
            lng < ((lastLng - ringLng) * (lat - ringLat)) / (lastLat - ringLat) + ringLng
          )
            inside = !inside;
        });
        return inside;
      }).length %
        2 ===
      1;
    expect(isWater(41, 51)).toBe(true);
    expect(isWater(45, 50)).toBe(true);
    for (const [, lat, lng] of [
      ['Tbilisi', 41.7, 44.8],
      ['Derbent', 42.0, 48.2],
      ['Yerevan', 40.2, 44.5],
      ['Ardabil', 38.25, 48.3],
      ['Kars', 40.6, 43.1],
      ['Baku', 40.4, 49.8],
    ] as const)
      expect(isWater(lat, lng)).toBe(false);
  });

  it('name towns in three languages, villages by region', () => {
    for (const [, , rank, az, en, ru] of [...base.places, ...base.labels]) {
      expect(rank).toBeLessThan(3);
      expect([az, en, ru].every(Boolean), az).toBe(true);
    }
    expect(base.places.some((place) => place[3] === 'Astara' && place[5] === 'Астара')).toBe(true);
    expect(readdirSync('public/basemap/villages').sort()).toEqual(REGIONS.map(({ code }) => `${code}.json`).sort());
    const astara = JSON.parse(readFileSync('public/basemap/villages/AZ-AST.json', 'utf8')) as VillagesFile;
    expect(astara.some((place) => place[3] === 'Pensər')).toBe(true);
  });
});

describe('codes of the source', () => {
  it.each([
    [{ adm0_a3: 'AZE', iso_3166_2: 'AZ-LAN', adm1_code: 'AZE-1735' }, 'AZ-LAC'],
    [{ adm0_a3: 'AZE', iso_3166_2: 'AZ-LA', adm1_code: 'AZE-1707' }, 'AZ-LAN'],
    [{ adm0_a3: 'AZE', iso_3166_2: 'AZ-LA', adm1_code: 'AZE-5562' }, 'AZ-LA'],
    [{ adm0_a3: 'AZE', iso_3166_2: 'AZ-YEV', adm1_code: 'AZE-5566' }, 'AZ-YE'],
    [{ adm0_a3: 'AZE', iso_3166_2: 'AZ-NX', adm1_code: 'AZE-0' }, 'AZ-NV'],
    [{ adm0_a3: 'AZE', iso_3166_2: 'AZ-AST', adm1_code: 'AZE-0' }, 'AZ-AST'],
    [{ adm0_a3: 'ARM', iso_3166_2: 'AM-SU' }, undefined],
  ])('%o → %s', (properties, code) => expect(regionCodeOf(properties)).toBe(code));
});
