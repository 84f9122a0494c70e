import { describe, expect, it } from 'vitest';
import { haversineMetres } from '#app/kernel/geo.ts';
import { regionByCode } from '#app/kernel/regions.ts';
import { shapeAt } from '#app/platform/gazetteer/shapes.ts';
import { publicPlace } from '#app/features/issues/public-place.server.ts';

const EXACT = { lat: 38.45612, lng: 48.87934 };
const region = regionByCode('AZ-AST');

describe('where the world sees a report', () => {
  it('is the point itself for streets and pipes', () => {
    expect(publicPlace(EXACT, 0, 'AZ-AST', '')).toEqual(EXACT);
  });

  it('is another point, always the same, where a point would tell on somebody', () => {
    const seen = publicPlace(EXACT, 1, 'AZ-AST', '');
    expect(seen).not.toEqual(EXACT);
    expect(publicPlace({ lat: EXACT.lat + 0.00001, lng: EXACT.lng }, 1, 'AZ-AST', '')).toEqual(seen);
    expect(haversineMetres(EXACT, seen as typeof EXACT)).toBeLessThan(600);
  });

  it('is the settlement that the words begin with when there is no point', () => {
    const seen = publicPlace(null, 0, 'AZ-AST', 'Kijəbə, məktəbin yanı');
    expect(seen).not.toBeNull();
    expect(seen).not.toEqual(region?.centre);
  });

  it('is the region’s centre when the words name no settlement, and never nowhere', () => {
    const inland = regionByCode('AZ-LER');
    expect(publicPlace(null, 0, 'AZ-LER', 'bizim küçənin tini')).toEqual(inland?.centre);
    expect(publicPlace(null, 1, 'AZ-LER', '')).toEqual(inland?.centre);
  });

  it('is on drawn land and close by, where the coast is drawn through the middle of the town', () => {
    const seen = publicPlace(null, 0, 'AZ-AST', 'Astara, sahil');
    expect(shapeAt(region?.centre as typeof EXACT)).toBeUndefined();
    expect(shapeAt(seen as typeof EXACT)).toBe('AZ-AST');
    expect(haversineMetres(region?.centre as typeof EXACT, seen as typeof EXACT)).toBeLessThan(1_000);
  });
});
