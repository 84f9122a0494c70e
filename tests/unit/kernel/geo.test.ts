import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromMercator,
  haversineMetres,
  isInsideCountryBounds,
  mercator,
  publicPoint,
  tileOf,
} from '#app/kernel/geo.ts';

const astara = { lat: 38.456, lng: 48.875 };
const point = fc.record({
  lat: fc.double({ min: 38.39, max: 41.91, noNaN: true }),
  lng: fc.double({ min: 44.75, max: 50.88, noNaN: true }),
});

describe('isInsideCountryBounds', () => {
  it('refuses the neighbours, null island, swapped coordinates and nonsense', () => {
    expect(isInsideCountryBounds(astara)).toBe(true);
    for (const [lat, lng] of [
      [0, 0],
      [48.875, 38.456],
      [41.7, 44.6],
      [35.7, 51.4],
      [Number.NaN, 48],
      [Infinity, 48],
    ] as const) {
      expect(isInsideCountryBounds({ lat, lng })).toBe(false);
    }
  });
});

describe('mercator', () => {
  it('fits int4 and agrees with the slippy-map tile scheme', () => {
    const world = mercator(astara);
    expect(world.x).toBeLessThan(2 ** 31);
    // lon2tile/lat2tile of Astara at zoom 10, computed by the published formula.
    expect(tileOf(world, 10)).toEqual({ z: 10, x: 651, y: 393 });
    expect(tileOf(world, 0)).toEqual({ z: 0, x: 0, y: 0 });
  });

  it('survives the round trip within 10 cm', () => {
    fc.assert(
      fc.property(point, (exact) => {
        expect(haversineMetres(exact, fromMercator(mercator(exact)))).toBeLessThan(0.1);
      }),
    );
  });

  it('clamps the poles and the date line', () => {
    expect(mercator({ lat: 90, lng: 180 })).toEqual({ x: 2 ** 30 - 1, y: 0 });
    expect(mercator({ lat: -90, lng: -180 })).toEqual({ x: 0, y: 2 ** 30 - 1 });
  });
});

describe('haversineMetres', () => {
  it('knows the way from Astara to Lənkəran', () => {
    expect(haversineMetres(astara, { lat: 38.7543, lng: 48.8506 })).toBeGreaterThan(33_000);
    expect(haversineMetres(astara, { lat: 38.7543, lng: 48.8506 })).toBeLessThan(33_500);
    expect(haversineMetres(astara, astara)).toBe(0);
  });
});

describe('publicPoint', () => {
  it('keeps an ordinary point to a metre', () => {
    expect(publicPoint({ lat: 38.45612349, lng: 48.8749951 }, 0)).toEqual({ lat: 38.45612, lng: 48.875 });
  });

  it('moves a sensitive point at most 500 m', () => {
    fc.assert(
      fc.property(point, (exact) => {
        expect(haversineMetres(exact, publicPoint(exact, 1))).toBeLessThan(500);
      }),
    );
  });

  it('answers the same for everybody in the cell, however often it is asked', () => {
    fc.assert(
      fc.property(
        point,
        fc.double({ min: -340, max: 340, noNaN: true }),
        fc.double({ min: -340, max: 340, noNaN: true }),
        (exact, north, east) => {
          const shown = publicPoint(exact, 1);
          expect(publicPoint(exact, 1)).toEqual(shown);
          const neighbour = {
            lat: shown.lat + north / 111_195,
            lng: shown.lng + east / (111_195 * Math.cos((shown.lat * Math.PI) / 180)),
          };
          expect(publicPoint(neighbour, 1)).toEqual(shown);
        },
      ),
    );
  });
});
